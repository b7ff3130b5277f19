package it.lente.app;

import static picocli.CommandLine.Spec.Target.MIXEE;

import it.lente.engine.opensearch.ClusterSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that opens an index: where it is, and what reads and writes it. */
final class IndexOptions {

  private static final String URL = "--opensearch-url";
  private static final String USER = "--opensearch-user";
  private static final String PASSWORD = "--opensearch-password";
  private static final String API_KEY = "--opensearch-api-key";

  /** The options that no other process may see; variables and the file of settings give them. */
  static final List<String> SECRET = List.of(PASSWORD, API_KEY);

  @Spec(MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      defaultValue = "index",
      description =
          "the folder of the index, made if need be (default: index, beside the launcher)")
  Path folder;

  @Option(
      names = "--engine",
      paramLabel = "lucene|opensearch",
      description = "keep the index in that folder, or in a cluster (default: lucene)")
  EngineChoice engine = EngineChoice.LUCENE;

  @Option(
      names = URL,
      paramLabel = "URL,…",
      split = ",",
      description = "some nodes of the cluster, such as http://node1:9200,http://node2:9200")
  private List<String> urls = List.of();

  @Option(names = USER, paramLabel = "NAME", description = "the user of the cluster, if it has any")
  private Optional<String> user;

  @Option(names = PASSWORD, hidden = true)
  private Optional<String> password;

  @Option(names = API_KEY, hidden = true)
  private Optional<String> apiKey;

  @Option(
      names = "--opensearch-ca",
      paramLabel = "FILE",
      description = "certificates in PEM that the nodes' are signed with (default: Java's own)")
  private Optional<Path> authority;

  @Option(
      names = "--opensearch-prefix",
      paramLabel = "NAME",
      description = "the beginning of the names of the indices (default: lente)")
  private String prefix = "lente";

  @Option(
      names = "--opensearch-shards",
      paramLabel = "N",
      converter = Converters.Shards.class,
      description = "the shards of a new index (default: 1)")
  private int shards = 1;

  @Option(
      names = "--opensearch-replicas",
      paramLabel = "N",
      converter = Converters.Replicas.class,
      description = "the further copies of each shard of a new index (default: 1)")
  private int replicas = 1;

  /**
   * Returns the engine.
   *
   * @throws UsageException if the options do not fit together, with the cure
   */
  Engines engines() {
    for (String option : SECRET) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UsageException(
            "Others can read a command line: set the variable %s, or %s in lente.properties, instead of %s."
                .formatted(Settings.variable(option), option.substring(2), option));
      }
    }
    if (engine == EngineChoice.LUCENE) {
      if (!urls.isEmpty()) {
        throw new UsageException(
            "%s is of no use without --engine opensearch: give both or neither.".formatted(URL));
      }
      return new LuceneEngines(folder);
    }
    return new ClusterEngines(cluster());
  }

  private ClusterSettings cluster() {
    if (user.isPresent() != password.isPresent() || (user.isPresent() && apiKey.isPresent())) {
      throw new UsageException(
          "The cluster is entered with a user and a password, with an API key, or without: set %s and the variable %s, or %s alone."
              .formatted(USER, Settings.variable(PASSWORD), Settings.variable(API_KEY)));
    }
    Optional<String> authorization =
        user.map(name -> ClusterSettings.basic(name, password.get()))
            .or(() -> apiKey.map(ClusterSettings::apiKey));
    try {
      return new ClusterSettings(
          urls.stream().map(String::strip).map(URI::create).toList(),
          prefix,
          authorization,
          authority,
          shards,
          replicas);
    } catch (IllegalArgumentException wrong) {
      throw new UsageException("--engine opensearch: " + wrong.getMessage() + '.');
    }
  }

  /** Returns the options that a command and another one share, with their values as given. */
  static Stream<String> shared(CommandSpec from, CommandSpec to) {
    return from.options().stream()
        .filter(option -> to.findOption(option.longestName()) != null)
        .filter(option -> !SECRET.contains(option.longestName()))
        .flatMap(option -> Converters.asGiven(option).stream());
  }
}
