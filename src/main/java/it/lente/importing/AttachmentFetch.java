package it.lente.importing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fetches the files that the manifests of a folder name by address, each to its place. */
public final class AttachmentFetch {

  private static final String STATES = ".fetch.json";
  private static final String MANIFEST = ".attachments.json";
  private static final int AT_ONCE_FROM_A_HOST = 2;
  private static final int AT_ONCE = 8;

  /**
   * The end of one file.
   *
   * @param file process and path, {@code orti/relazione.pdf}
   */
  public record Fetched(String file, String url, FetchState state, String reason) {}

  private final Path records;
  private final Path attachments;
  private final FetchLimits limits;
  private final Duration pause;
  private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();

  /**
   * @param folder with {@code records} and {@code attachments}, as an import leaves it
   * @param pause before a failed file is tried again
   */
  public AttachmentFetch(Path folder, FetchLimits limits, Duration pause) {
    this.records = folder.resolve("records");
    this.attachments = folder.resolve("attachments");
    this.limits = limits;
    this.pause = pause;
  }

  /**
   * Fetches an export into the folder.
   *
   * @throws ImportException if it cannot be fetched
   */
  public static Path source(URI address, Path folder, FetchLimits limits)
      throws IOException, InterruptedException {
    String path = String.valueOf(address.getPath()).replaceFirst("/+$", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    Path file = folder.resolve("sources").resolve(name.isEmpty() ? "export" : name);
    Files.createDirectories(file.getParent());
    try (HttpClient client = client()) {
      FileFetch.Outcome outcome =
          new FileFetch(client, limits, Duration.ofSeconds(1))
              .fetch(address, file, FileFetch.Known.NOTHING);
      if (outcome.state() != FetchState.FETCHED && outcome.state() != FetchState.UNCHANGED) {
        throw new ImportException(
            "%s: %s (%s)".formatted(address, outcome.state().key(), outcome.reason()));
      }
    }
    return file;
  }

  private static HttpClient client() {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(Duration.ofSeconds(20))
        .build();
  }

  /**
   * Fetches what is new or has changed, and notes the state of each file in {@code .fetch.json}.
   */
  public List<Fetched> run() throws IOException, InterruptedException {
    ObjectNode states = states();
    List<Fetched> all = new ArrayList<>();
    try (HttpClient client = client();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      FileFetch fetch = new FileFetch(client, limits, pause);
      Map<String, Future<FileFetch.Outcome>> running = new HashMap<>();
      List<Fetched> named = named();
      for (Fetched each : named) {
        JsonNode known = states.path(each.file());
        running.put(each.file(), threads.submit(() -> fetch(fetch, each, known)));
      }
      for (Fetched each : named) {
        FileFetch.Outcome outcome = outcome(running.get(each.file()));
        all.add(new Fetched(each.file(), each.url(), outcome.state(), outcome.reason()));
        note(states, all.getLast(), outcome.known());
        Files.writeString(
            attachments.resolve(STATES),
            SourceRow.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(states));
      }
    }
    return all;
  }

  private FileFetch.Outcome fetch(FileFetch fetch, Fetched each, JsonNode known)
      throws InterruptedException {
    Path file = attachments.resolve(each.file());
    boolean ours = known.path("url").asString("").equals(each.url());
    if (Files.exists(file) && !known.path("fetched").asBoolean(false)) {
      return new FileFetch.Outcome(FetchState.KEPT, "", FileFetch.Known.NOTHING);
    }
    URI address;
    try {
      address = URI.create(each.url().replace(" ", "%20"));
    } catch (IllegalArgumentException none) {
      return new FileFetch.Outcome(FetchState.REFUSED, "no web address", FileFetch.Known.NOTHING);
    }
    FileFetch.Known before =
        ours
            ? new FileFetch.Known(
                known.path("etag").asString(""), known.path("modified").asString(""))
            : FileFetch.Known.NOTHING;
    Semaphore host =
        hosts.computeIfAbsent(
            String.valueOf(address.getHost()), name -> new Semaphore(AT_ONCE_FROM_A_HOST));
    host.acquire();
    try {
      return fetch.fetch(address, file, before);
    } finally {
      host.release();
    }
  }

  private static FileFetch.Outcome outcome(Future<FileFetch.Outcome> running)
      throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException broken) {
      return new FileFetch.Outcome(
          FetchState.FAILED, String.valueOf(broken.getCause()), FileFetch.Known.NOTHING);
    }
  }

  /** Returns the entries of all manifests that have an address and stay in their folder. */
  private List<Fetched> named() throws IOException {
    List<Fetched> named = new ArrayList<>();
    List<Path> manifests;
    try (Stream<Path> files = Files.list(records)) {
      manifests = files.filter(file -> file.toString().endsWith(MANIFEST)).sorted().toList();
    }
    for (Path manifest : manifests) {
      String name = manifest.getFileName().toString();
      Path folder = attachments.resolve(name.substring(0, name.length() - MANIFEST.length()));
      for (JsonNode entry : read(manifest).values()) {
        String url = entry.path("url").asString("");
        Path file = folder.resolve(entry.path("file").asString("")).normalize();
        if (!url.isEmpty() && file.startsWith(folder) && !file.equals(folder)) {
          named.add(
              new Fetched(attachments.relativize(file).toString(), url, FetchState.FAILED, ""));
        }
      }
    }
    return named;
  }

  private static JsonNode read(Path json) throws IOException {
    try {
      return SourceRow.MAPPER.readTree(Files.readAllBytes(json));
    } catch (JacksonException broken) {
      throw new ImportException(json + " is no JSON that can be read: correct it");
    }
  }

  private ObjectNode states() throws IOException {
    Files.createDirectories(attachments);
    Path file = attachments.resolve(STATES);
    return Files.exists(file) && read(file) instanceof ObjectNode states
        ? states
        : SourceRow.MAPPER.createObjectNode();
  }

  private static void note(ObjectNode states, Fetched fetched, FileFetch.Known known) {
    if (fetched.state() == FetchState.KEPT) {
      return;
    }
    boolean whole =
        fetched.state() == FetchState.FETCHED || fetched.state() == FetchState.UNCHANGED;
    boolean before = states.path(fetched.file()).path("fetched").asBoolean(false);
    ObjectNode state = states.putObject(fetched.file());
    state.put("fetched", whole || before);
    state.put("url", fetched.url());
    state.put("state", fetched.state().key());
    state.put("reason", fetched.reason());
    state.put("etag", known.etag());
    state.put("modified", known.modified());
  }
}
