package it.lente.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What reads files, by its version; known without waking any of it. */
public final class ExtractorVersion {

  /** To be raised whenever another text, or another language, is made of the same bytes. */
  private static final int EDITION = 8;

  private static final String CURRENT =
      (EDITION
              + "-tika"
              + versionOf("org.apache.tika/tika-core")
              + "-pdfbox"
              + versionOf("org.apache.pdfbox/pdfbox"))
          .replaceAll("[^A-Za-z0-9.-]", "");

  private ExtractorVersion() {}

  /** As {@link TextExtractor#version()} wants it. */
  public static String current() {
    return CURRENT;
  }

  /** What the jar of a library says; Maven puts it there. */
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
