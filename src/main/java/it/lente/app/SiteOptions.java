package it.lente.app;

import it.lente.messages.Messages;
import it.lente.web.SiteLinks;
import it.lente.web.WebSettings;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options of every command that prints addresses of pages: where the pages are served. */
final class SiteOptions {

  @Option(
      names = "--address",
      paramLabel = "URL",
      converter = Converters.SiteAddress.class,
      description = {
        "where the pages are served (default: the “address” of the brand file,",
        "else http://localhost:7070 or the port that is set)"
      })
  private Optional<String> address;

  @Option(
      names = "--brand",
      paramLabel = "FILE",
      defaultValue = "brand.properties",
      description = {
        "the institution's file, for its “address”",
        "(default: brand.properties, beside the launcher, if it is there)"
      })
  private Optional<Path> brand;

  @Option(names = "--host", hidden = true, converter = Converters.Host.class)
  private String host = WebSettings.LOOPBACK;

  @Option(names = "--port", hidden = true, converter = Converters.Port.class)
  private int port = ServeCommand.DEFAULT_PORT;

  /** Returns the beginning of addresses that others can open, the empty string if there is none. */
  String publicOrigin() {
    return address.orElseGet(() -> brand.map(file -> BrandFile.read(file).address()).orElse(""));
  }

  /** Returns the beginning of addresses, on this machine if nothing else is set. */
  String origin() {
    String known = publicOrigin();
    return known.isEmpty() && port > 0 ? local(host, port) : known;
  }

  SiteLinks links() {
    return new SiteLinks(origin(), "", Messages.ENGLISH);
  }

  /** Returns the beginning of addresses by which this machine reaches its own server. */
  static String local(String host, int port) {
    boolean usual = Set.of(WebSettings.LOOPBACK, "localhost", "0.0.0.0", "::").contains(host);
    String name = usual ? "localhost" : host.contains(":") ? "[" + host + "]" : host;
    return "http://" + name + ":" + port;
  }
}
