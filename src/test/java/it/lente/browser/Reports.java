package it.lente.browser;

import it.lente.app.ServedCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sample collection and reports of which it is known what stands where, indexed and served. */
final class Reports implements AutoCloseable {

  private static final List<String> SAMPLE = List.of("records", "attachments");

  private final Path home;
  private final ServedCollection served;
  private final String branded;
  private final String below;

  private Reports(Path home, ServedCollection served) throws IOException {
    this.home = home;
    this.served = served;
    this.branded = served.alsoAs(Files.writeString(home.resolve("brand"), "colour = #7a1f3d"));
    Path brand =
        Files.writeString(home.resolve("site"), "address = https://www.ente.example/lente");
    this.below = served.alsoAs(brand) + "/lente";
  }

  static Reports serve() {
    try {
      Path home = Files.createTempDirectory("lente-browser-");
      for (String folder : SAMPLE) {
        copy(Path.of(folder), home.resolve(folder));
      }
      KnownReports.write(home);
      ServedCollection served = ServedCollection.of(home);
      KnownReports.spoil(home);
      return new Reports(home, served);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String address() {
    return served.address();
  }

  /** Where the pages bear an institution's colour, which is far from ours. */
  String branded() {
    return branded;
  }

  /** Where the pages are below a path of an institution's site. */
  String below() {
    return below;
  }

  @Override
  public void close() throws IOException {
    served.close();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }
}
