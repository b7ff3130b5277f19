package it.lente.engine.opensearch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the index of a cluster is, and how it is made.
 *
 * @param urls of some nodes, at least one; another is asked if one does not answer
 * @param prefix of the names of all indices
 * @param authorization the header that is sent with each request, empty if none is needed
 * @param authority certificates in PEM that are trusted besides those of Java
 * @param shards number of parts of a new index, from 1
 * @param replicas number of further copies of each part, from 0
 */
public record ClusterSettings(
    List<URI> urls,
    String prefix,
    Optional<String> authorization,
    Optional<Path> authority,
    int shards,
    int replicas) {

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9_-]{0,99}");

  /** Checks the values; the message of the exception says what is wrong and what is possible. */
  public ClusterSettings {
    urls = List.copyOf(urls);
    if (urls.isEmpty()) {
      throw new IllegalArgumentException("give the address of a node, such as http://node1:9200");
    }
    for (URI url : urls) {
      boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (!http || url.getHost() == null || !url.getPath().replace("/", "").isEmpty()) {
        throw new IllegalArgumentException(
            "“%s” is no address of a node: write http://node1:9200 or https://node1:9200"
                .formatted(url));
      }
    }
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "“%s” cannot begin the name of an index: use small letters, digits, - and _"
              .formatted(prefix));
    }
    if (shards < 1 || shards > 1_000 || replicas < 0 || replicas > 20) {
      throw new IllegalArgumentException(
          "an index has 1 to 1000 shards and 0 to 20 replicas of each, not %d and %d"
              .formatted(shards, replicas));
    }
  }

  /** Returns the header of a user with a password. */
  public static String basic(String user, String password) {
    byte[] both = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(both);
  }

  /** Returns the header of an API key. */
  public static String apiKey(String key) {
    return "ApiKey " + key;
  }
}
