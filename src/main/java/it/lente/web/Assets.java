package it.lente.web;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The files that pages need: a closed list, read and compressed once at start. Their addresses
 * contain a fingerprint of all files, so that browsers may cache them without limit.
 */
final class Assets {

  private static final String OWN = "/it/lente/web/assets/";
  private static final String DESIGN = "/META-INF/resources/webjars/bootstrap-italia/2.17.0/dist/";
  private static final String TITILLIUM =
      DESIGN + "fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-";

  /** Names in the design system of the icons that pages show. */
  private static final List<String> ICONS =
      List.of(
          ("arrow-left arrow-right burger chevron-left chevron-right close copy download "
                  + "external-link funnel maximize-alt note print refresh "
                  + "search share zoom-in zoom-out")
              .split(" "));

  private static final String ICONS_NOTICE =
      "<!-- From Bootstrap Italia, its licence (BSD-3-Clause) and its authors:"
          + " https://github.com/italia/bootstrap-italia -->";

  /** The library that renders PDFs. Its files are many and large, so they are read on demand. */
  private static final String PDFJS = "/META-INF/resources/webjars/pdfjs-dist/5.4.624/";

  private static final Set<String> PDFJS_FOLDERS =
      Set.of("build", "cmaps", "iccs", "standard_fonts", "wasm");
  private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)+");

  /** The policy of the PDF worker, which decodes scanned images with WebAssembly. */
  private static final String DECODING =
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";

  private static final String BRAND = "brand.css";
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String A_DAY = "public, max-age=86400";

  private static final Map<String, String> SOURCES =
      Map.ofEntries(
          Map.entry("lente.css", OWN + "lente.css"),
          Map.entry("lente.svg", OWN + "lente.svg"),
          Map.entry("search.js", OWN + "search.js"),
          Map.entry("suggest.js", OWN + "suggest.js"),
          Map.entry("results.js", OWN + "results.js"),
          Map.entry("help.js", OWN + "help.js"),
          Map.entry("record.js", OWN + "record.js"),
          Map.entry("reader.js", OWN + "reader.js"),
          Map.entry("sheet.js", OWN + "sheet.js"),
          Map.entry("selection.js", OWN + "selection.js"),
          Map.entry("thumbnails.js", OWN + "thumbnails.js"),
          Map.entry("share.js", OWN + "share.js"),
          Map.entry("keys.js", OWN + "keys.js"),
          Map.entry("favicon.ico", OWN + "favicon.ico"),
          // Those styles of the design system that pages use; the build selects them.
          Map.entry("design.css", OWN + "design.css"),
          Map.entry("titillium-regular.woff2", TITILLIUM + "regular.woff2"),
          Map.entry("titillium-600.woff2", TITILLIUM + "600.woff2"));

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "mjs", "text/javascript; charset=utf-8",
          "wasm", "application/wasm",
          "svg", "image/svg+xml",
          "ico", "image/x-icon",
          "woff2", "font/woff2",
          "png", "image/png",
          "jpg", "image/jpeg",
          "webp", "image/webp");

  private static final Set<String> COMPRESSED_ALREADY =
      Set.of("woff2", "ico", "png", "jpg", "webp");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, byte[]> compressed = new LinkedHashMap<>();
  private final Brand brand;
  private final String version;

  Assets(Brand brand) {
    this.brand = brand;
    SOURCES.keySet().stream().sorted().forEach(name -> files.put(name, read(SOURCES.get(name))));
    files.put("icons.svg", icons());
    brand.colour().ifPresent(colour -> files.put(BRAND, stylesheet(colour)));
    brand.logo().ifPresent(logo -> files.put(logo.name(), logo.bytes()));
    files.forEach((name, file) -> {
      if (!COMPRESSED_ALREADY.contains(extension(name))) {
        compressed.put(name, gzip(file));
      }
    });
    version = fingerprint();
  }

  private static byte[] stylesheet(Colour colour) {
    String shades = new String(read(OWN + BRAND), StandardCharsets.UTF_8);
    return (":root { --brand: " + colour + "; }\n" + shades).getBytes(StandardCharsets.UTF_8);
  }

  /** Reads only the icons that pages show; the whole set is thirty times as large. */
  private static byte[] icons() {
    String all = new String(read(DESIGN + "svg/sprites.svg"), StandardCharsets.UTF_8);
    StringBuilder some =
        new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\">").append(ICONS_NOTICE);
    for (String icon : ICONS) {
      Matcher symbol =
          Pattern.compile("<symbol id=\"it-" + icon + "\".*?</symbol>", Pattern.DOTALL)
              .matcher(all);
      if (!symbol.find()) {
        throw new IllegalStateException("The design system has no picture “" + icon + "”.");
      }
      some.append(symbol.group());
    }
    return some.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] file) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(file.length / 4);
    try (OutputStream gzip = new SmallestGzip(bytes)) {
      gzip.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Compresses at the highest level, because each file is compressed once and sent often. */
  private static final class SmallestGzip extends GZIPOutputStream {

    SmallestGzip(OutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }

  /** Returns a fingerprint of all files, including those of the brand. */
  String version() {
    return version;
  }

  String address(String name) {
    return brand.base() + "/assets/" + version + "/" + name;
  }

  /** Returns the address of the publisher's colours, empty if the default ones apply. */
  Optional<String> colours() {
    return brand.colour().map(colour -> address(BRAND));
  }

  /** Returns the address of the publisher's logo, empty if the default one applies. */
  Optional<String> logo() {
    return brand.logo().map(logo -> address(logo.name()));
  }

  /** Returns the address of an image that other sites can show next to a link. */
  Optional<String> pictured() {
    return brand
        .logo()
        .filter(logo -> !logo.type().equals("svg"))
        .map(logo -> address(logo.name()));
  }

  /**
   * Returns the address of an icon by its name in the design system.
   *
   * @throws IllegalArgumentException if it is not among those that pages show
   */
  String icon(String name) {
    if (!ICONS.contains(name)) {
      throw new IllegalArgumentException("“" + name + "” is not among the icons of pages.");
    }
    return address("icons.svg") + "#it-" + name;
  }

  /** Serves a file. A page of an earlier version gets its files too, but may not cache them. */
  void serve(Context context) {
    write(context, context.pathParam("file"), caching(context));
  }

  private String caching(Context context) {
    return context.pathParam("version").equals(version) ? FOREVER : "no-cache";
  }

  /** Serves a file of the library that renders PDFs. */
  void servePdfjs(Context context) {
    String folder = context.pathParam("folder");
    String name = context.pathParam("file");
    boolean named = PDFJS_FOLDERS.contains(folder) && FILE.matcher(name).matches();
    String resource = PDFJS + folder + "/" + name;
    if (!named || Assets.class.getResource(resource) == null) {
      throw ProblemException.notFound("There is no asset “%s/%s”.".formatted(folder, name));
    }
    context.header("Cache-Control", caching(context));
    context.header("Content-Security-Policy", DECODING);
    // Streamed, because a hundred simultaneous readers would each need megabytes of memory.
    context
        .contentType(type(name))
        .result(Objects.requireNonNull(Assets.class.getResourceAsStream(resource)));
  }

  void favicon(Context context) {
    write(context, "favicon.ico", A_DAY);
  }

  private void write(Context context, String name, String caching) {
    byte[] file = files.get(name);
    if (file == null) {
      throw ProblemException.notFound("There is no asset “%s”.".formatted(name));
    }
    context.header("Cache-Control", caching);
    context.contentType(type(name));
    String accepted = Objects.requireNonNullElse(context.header("Accept-Encoding"), "");
    if (compressed.containsKey(name) && accepted.contains("gzip")) {
      context.header("Content-Encoding", "gzip");
      context.result(compressed.get(name));
    } else {
      context.result(file);
    }
  }

  private static String type(String name) {
    return TYPES.getOrDefault(extension(name), "application/octet-stream");
  }

  private static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private String fingerprint() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    files.values().forEach(all::writeBytes);
    all.writeBytes(PDFJS.getBytes(StandardCharsets.UTF_8));
    return ConditionalRequests.digest(all.toByteArray()).substring(0, 10);
  }

  private static byte[] read(String resource) {
    try (InputStream in =
        Objects.requireNonNull(Assets.class.getResourceAsStream(resource), resource)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
