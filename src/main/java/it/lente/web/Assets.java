package it.lente.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The files that pages need: a closed list, read once from the class path. Their address holds a
 * fingerprint of all of them, so that browsers may keep them for good.
 */
final class Assets {

  private static final String OWN = "/it/lente/web/assets/";
  private static final String DESIGN = "/META-INF/resources/webjars/bootstrap-italia/2.17.0/dist/";
  private static final String TITILLIUM =
      DESIGN + "fonts/Titillium_Web/titillium-web-v10-latin-ext_latin-";

  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String A_DAY = "public, max-age=86400";

  private static final Map<String, String> SOURCES =
      Map.of(
          "lente.css", OWN + "lente.css",
          "lente.svg", OWN + "lente.svg",
          "favicon.ico", OWN + "favicon.ico",
          "bootstrap-italia.min.css", DESIGN + "css/bootstrap-italia.min.css",
          "titillium-regular.woff2", TITILLIUM + "regular.woff2",
          "titillium-italic.woff2", TITILLIUM + "italic.woff2",
          "titillium-600.woff2", TITILLIUM + "600.woff2",
          "titillium-700.woff2", TITILLIUM + "700.woff2");

  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "ico", "image/x-icon",
          "woff2", "font/woff2");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final String version;

  Assets() {
    SOURCES.keySet().stream().sorted().forEach(name -> files.put(name, read(SOURCES.get(name))));
    version = fingerprint();
  }

  String address(String name) {
    return "/assets/" + version + "/" + name;
  }

  /** Serves one; a page of an earlier version finds its files too, but does not keep them. */
  void serve(Context context) {
    boolean current = context.pathParam("version").equals(version);
    write(context, context.pathParam("file"), current ? FOREVER : "no-cache");
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
    context.contentType(TYPES.get(name.substring(name.lastIndexOf('.') + 1))).result(file);
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest(), 0, 5);
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
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
