package it.lente.extract.reading.office;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.tika.exception.TikaException;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The parts of an office file to which one of its parts refers, by their purpose and their id. */
final class OfficeLinks extends DefaultHandler {

  private final String folder;
  private final Map<String, Set<String>> byKind = new HashMap<>();
  private final Map<String, String> byId = new HashMap<>();

  private OfficeLinks(String folder) {
    this.folder = folder;
  }

  /** Reads the links of a part; those of the file itself if the path of the part is empty. */
  static OfficeLinks of(OfficeXml file, String part)
      throws IOException, SAXException, TikaException {
    int slash = part.lastIndexOf('/') + 1;
    OfficeLinks links = new OfficeLinks(part.substring(0, slash));
    file.read(links.folder + "_rels/" + part.substring(slash) + ".rels", links);
    return links;
  }

  /** Returns the first part of a kind, or the usual path of such a part. */
  String first(String kind, String usual) {
    return all(kind).stream().findFirst().orElse(folder + usual);
  }

  Set<String> all(String kind) {
    return byKind.getOrDefault(kind, Set.of());
  }

  /** Returns the path of the part with an id, or the empty string if there is none. */
  String part(String id) {
    return byId.getOrDefault(id, "");
  }

  @Override
  public void startElement(String uri, String localName, String name, Attributes attributes) {
    if (localName.equals("Relationship")
        && !OfficeXml.attribute(attributes, "TargetMode").equals("External")) {
      String type = OfficeXml.attribute(attributes, "Type");
      String given = OfficeXml.attribute(attributes, "Target");
      String target = normal(given.startsWith("/") ? given.substring(1) : folder + given);
      byId.put(OfficeXml.attribute(attributes, "Id"), target);
      byKind
          .computeIfAbsent(type.substring(type.lastIndexOf('/') + 1), kind -> new LinkedHashSet<>())
          .add(target);
    }
  }

  private static String normal(String path) {
    String normal = path;
    for (String before = ""; !before.equals(normal); ) {
      before = normal;
      normal = before.replaceFirst("(?:^|(?<=/))(?!\\.\\./)[^/]+/\\.\\./", "");
    }
    return normal;
  }
}
