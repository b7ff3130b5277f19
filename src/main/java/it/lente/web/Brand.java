package it.lente.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The appearance of the institution that publishes a collection.
 *
 * @param texts messages that replace the default ones, by language: «site.name»
 * @param address the public address of the pages without a final slash; the empty string if not set
 * @param owner the institution's own pages, the empty string if it has none
 * @param contribute the address for reports about a process, {@code {id}} being its id; the empty
 *     string for the page that explains how
 * @param contact where to report accessibility problems, the empty string if not set
 */
public record Brand(
    Map<String, Map<String, String>> texts,
    Optional<Colour> colour,
    Optional<Logo> logo,
    List<Link> links,
    String address,
    String owner,
    String contribute,
    String contact) {

  /** The default brand, without an institution. */
  public static final Brand NONE =
      new Brand(Map.of(), Optional.empty(), Optional.empty(), List.of(), "", "", "", "");

  public Brand {
    texts = Map.copyOf(texts);
    links = List.copyOf(links);
  }

  /** An image that replaces the default logo. */
  public static final class Logo {

    /** File name extensions of images that every browser shows. */
    public static final List<String> TYPES = List.of("svg", "png", "jpg", "webp");

    private final String type;
    private final byte[] bytes;

    public Logo(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes.clone();
    }

    public String type() {
      return type;
    }

    public byte[] bytes() {
      return bytes.clone();
    }

    String name() {
      return "logo." + type;
    }
  }

  /**
   * A page of the institution, linked at the end of every page.
   *
   * @param names by language
   */
  public record Link(Map<String, String> names, String address) {}

  /** Returns a hash of texts and addresses that is stable across restarts. */
  int words() {
    return List.of(texts, links, address, owner, contribute, contact).hashCode();
  }

  /** Returns the path below which the pages are: «/lente», empty at the root of a host. */
  String base() {
    int path = address.indexOf('/', address.indexOf("://") + "://".length());
    return path < 0 ? "" : address.substring(path);
  }

  /** Returns the contact for people, without «mailto:». */
  String contactName() {
    return contact.replaceFirst("^mailto:", "");
  }

  Optional<String> contribute(String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return contribute.isEmpty()
        ? Optional.empty()
        : Optional.of(contribute.replace("{id}", encoded));
  }
}
