package sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes every attachment of the sample collection from the sources in {@code sample/}. */
final class MakeSample {

  private MakeSample() {}

  /** Takes the folder of the sources and the folder of the attachments. */
  public static void main(String[] folders) throws IOException {
    Path sources = Path.of(folders[0]);
    Path attachments = Path.of(folders[1]);
    List<Path> reports;
    try (Stream<Path> files = Files.list(sources.resolve("reports"))) {
      reports = files.sorted().toList();
    }
    for (Path source : reports) {
      make(ReportReader.read(source, sources.resolve("bank")), attachments);
    }
  }

  private static void make(Report report, Path attachments) throws IOException {
    byte[] bytes = bytes(report);
    write(attachments.resolve(report.file()), bytes);
    String copy = report.get("copy", "");
    if (!copy.isEmpty()) {
      write(attachments.resolve(copy), bytes);
    }
  }

  private static byte[] bytes(Report report) throws IOException {
    return switch (report.format()) {
      case "pdf" -> PdfVariant.of(PdfFile.of(report), report.get("variant", "plain"), report);
      case "docx" -> OfficeFile.docx(report);
      case "odt" -> OfficeFile.odt(report);
      case "html" -> Markup.html(report).getBytes(StandardCharsets.UTF_8);
      case "txt" -> Markup.plain(report).getBytes(StandardCharsets.UTF_8);
      default -> throw new IllegalArgumentException(report.file() + " has no known format");
    };
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    System.out.printf("%s, %d bytes%n", file, bytes.length);
  }
}
