package it.lente.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Version of the code that reads files. Computing the version loads none of that code. */
public final class ExtractorVersion {

  /** Must be raised whenever the same bytes give another text or another language. */
  private static final int EDITION = 11;

  private static final String CURRENT =
      (EDITION
              + "-tika"
              + versionOf("org.apache.tika/tika-core")
              + "-pdfbox"
              + versionOf("org.apache.pdfbox/pdfbox"))
          .replaceAll("[^A-Za-z0-9.-]", "");

  private ExtractorVersion() {}

  /** Returns the value of {@link TextExtractor#version()}. */
  public static String current() {
    return CURRENT;
  }

  /** Returns the version in the properties that Maven writes into a library's jar. */
  private static String versionOf(String library) {
    String path = "/META-INF/maven/" + library + "/pom.properties";
    try (InputStream properties = ExtractorVersion.class.getResourceAsStream(path)) {
      if (properties == null) {
        throw new IllegalStateException("The class path has no " + path);
      }
      Properties said = new Properties();
      said.load(properties);
      return said.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
