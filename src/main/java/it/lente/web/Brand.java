package it.lente.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the institution that publishes a collection shows itself.
 *
 * @param texts messages in place of ours, by language: «site.name»
 * @param address where the pages are on the web, without a slash at its end; the empty string if it
 *     is not said
 * @param owner the institution's own pages, the empty string if it has none
 * @param contribute where to say what one knows of a process, {@code {id}} standing for its id; the
 *     empty string for the page that tells how
 * @param contact where to tell of an obstacle, the empty string if it is not said
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

  /** Nobody's: the sample's. */
  public static final Brand NONE =
      new Brand(Map.of(), Optional.empty(), Optional.empty(), List.of(), "", "", "", "");

  public Brand {
    texts = Map.copyOf(texts);
    links = List.copyOf(links);
  }

  /** A picture in place of ours. */
  public static final class Logo {

    /** What can be shown everywhere, by the end of a file's name. */
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
   * A page of the institution, in the foot of every page.
   *
   * @param names by language
   */
  public record Link(Map<String, String> names, String address) {}

  /** Returns a number that is the same for the same texts and addresses, also after a restart. */
  int words() {
    return List.of(texts, links, address, owner, contribute, contact).hashCode();
  }

  /** The path below which the pages are: «/lente», the empty string at the root of a name. */
  String base() {
    int path = address.indexOf('/', address.indexOf("://") + "://".length());
    return path < 0 ? "" : address.substring(path);
  }

  /** The contact for people: a mailbox without what stands before it. */
  String contactName() {
    return contact.replaceFirst("^mailto:", "");
  }

  /** Where to say what one knows of a process. */
  Optional<String> contribute(String id) {
    String encoded = URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    return contribute.isEmpty()
        ? Optional.empty()
        : Optional.of(contribute.replace("{id}", encoded));
  }
}
