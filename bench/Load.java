import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks running servers of Lente questions made from the pages of the first, as fast as they answer,
 * and prints how long the full answers take and what they cost the server, and the nodes of its
 * cluster if there is one. Each question is asked once. See bench/README.md.
 */
public final class Load {

  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int[] CLIENTS = {1, 2, 8};
  private static final int CLIENTS_OF_ONE_KIND = 2;
  private static final int PAGES = 500;
  private static final int MOST_PROCESSES = 10_000;

  /** Left out where content words are wanted; few words make most of all running text. */
  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          ("il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli delle al allo alla "
                  + "ai agli alle dal dalla dai dalle nel nello nella nei nelle sul sulla sui sulle e o ma che chi cui "
                  + "non si è sono ha hanno come più anche se ci vi ne questo questa dell all nell sull dall")
              .split(" "));

  private enum Kind {
    WORD,
    TWO_WORDS,
    THREE_WORDS,
    FILTERS,
    WORD_AND_FILTERS,
    PHRASE,
    PHRASE_WITH_FUNCTION_WORDS,
    PREFIX,
    QUESTION
  }

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final List<Site> sites;
  private final Random random;
  private final List<List<String>> pages = new ArrayList<>();
  private final List<String> filters = new ArrayList<>();

  private Load(List<Site> sites, long seed) {
    this.sites = sites;
    this.random = new Random(seed);
  }

  /** A server, and the nodes that it asks. */
  private record Site(String address, List<ProcessHandle> server, List<ProcessHandle> nodes) {

    static Site of(String address, String pids) {
      List<ProcessHandle> all =
          Stream.of(pids.split(","))
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .toList();
      return new Site(
          address.replaceFirst("/$", ""), all.subList(0, 1), all.subList(1, all.size()));
    }

    static double cpuMillis(List<ProcessHandle> processes) {
      return processes.stream()
          .map(each -> each.info().totalCpuDuration().orElseThrow())
          .mapToLong(Duration::toMillis)
          .sum();
    }
  }

  public static void main(String[] args) throws Exception {
    List<Site> sites = new ArrayList<>();
    int next = 0;
    while (next + 1 < args.length && args[next].startsWith("http")) {
      sites.add(Site.of(args[next], args[next + 1]));
      next += 2;
    }
    if (sites.isEmpty()) {
      System.err.println(
          "usage: java -cp target/lente.jar bench/Load.java SITE PID[,PID OF A NODE…]… [QUESTIONS] [SEED]");
      System.exit(2);
    }
    int questions = args.length > next ? Integer.parseInt(args[next]) : 100;
    long seed = args.length > next + 1 ? Long.parseLong(args[next + 1]) : 1;
    Load load = new Load(sites, seed);
    load.findPages();
    System.out.printf("%d questions of each kind, seed %d%n", questions, seed);
    for (int warming = 0; warming < 3; warming++) {
      List<String> mixed = load.mixed(questions);
      for (Site site : sites) {
        load.run(site, mixed, CLIENTS_OF_ONE_KIND);
      }
    }
    System.out.println(HEAD);
    for (int clients : CLIENTS) {
      load.measure("all kinds", load.mixed(questions), clients);
    }
    for (Kind kind : Kind.values()) {
      load.measure(name(kind), load.of(kind, 2 * questions), CLIENTS_OF_ONE_KIND);
    }
  }

  private static final String HEAD =
      "%-28s %4s %7s %9s %8s %8s %8s %9s %9s %7s"
          .formatted(
              "kind", "site", "clients", "answers/s", "p50 ms", "p95 ms", "p99 ms", "CPU ms",
              "of nodes", "asked");

  private static String name(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void measure(String what, List<String> addresses, int clients) throws Exception {
    for (Site site : sites) {
      double server = Site.cpuMillis(site.server());
      double nodes = Site.cpuMillis(site.nodes());
      long start = System.nanoTime();
      long[] nanos =
          run(site, addresses, clients).stream().mapToLong(Long::longValue).sorted().toArray();
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          "%-28s %4d %7d %9.1f %8.2f %8.2f %8.2f %9.2f %9.2f %7d%n",
          what,
          1 + sites.indexOf(site),
          clients,
          nanos.length / seconds,
          millis(nanos, .5),
          millis(nanos, .95),
          millis(nanos, .99),
          (Site.cpuMillis(site.server()) - server) / nanos.length,
          (Site.cpuMillis(site.nodes()) - nodes) / nanos.length,
          nanos.length);
    }
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }

  /** Each client asks its next question when the last is answered; gives the times of all. */
  private List<Long> run(Site site, List<String> addresses, int clients) throws Exception {
    ConcurrentLinkedQueue<String> waiting = new ConcurrentLinkedQueue<>(addresses);
    List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      var all =
          threads.invokeAll(
              Collections.nCopies(
                  clients,
                  () -> {
                    for (String next = waiting.poll(); next != null; next = waiting.poll()) {
                      long start = System.nanoTime();
                      body(site, next);
                      nanos.add(System.nanoTime() - start);
                    }
                    return null;
                  }));
      for (var each : all) {
        each.get();
      }
    }
    return nanos;
  }

  /** As many questions of each kind, one kind after the other. */
  private List<String> mixed(int ofEach) {
    Map<Kind, List<String>> each = new EnumMap<>(Kind.class);
    Stream.of(Kind.values()).forEach(kind -> each.put(kind, of(kind, ofEach)));
    return IntStream.range(0, ofEach)
        .boxed()
        .flatMap(i -> each.values().stream().map(addresses -> addresses.get(i)))
        .toList();
  }

  private List<String> of(Kind kind, int count) {
    return IntStream.range(0, count).mapToObj(i -> address(kind)).toList();
  }

  private String address(Kind kind) {
    String question =
        switch (kind) {
          case WORD, WORD_AND_FILTERS -> words(1);
          case TWO_WORDS -> words(2);
          case THREE_WORDS -> words(3);
          case FILTERS -> "";
          case PHRASE -> '"' + running(2 + random.nextInt(2), false) + '"';
          case PHRASE_WITH_FUNCTION_WORDS -> '"' + running(3, true) + '"';
          case PREFIX -> prefix();
          case QUESTION -> question();
        };
    StringBuilder address = new StringBuilder("/api/v1/processes?size=10");
    if (!question.isEmpty()) {
      address.append("&q=").append(encoded(question));
    }
    if (kind == Kind.FILTERS || kind == Kind.WORD_AND_FILTERS) {
      Set<String> chosen = new LinkedHashSet<>();
      for (int left = 1 + random.nextInt(3); left > 0; left--) {
        chosen.add(any(filters));
      }
      address.append(String.join("", chosen));
    }
    return address.toString();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Content words of one page. */
  private String words(int count) {
    while (true) {
      List<String> content =
          any(pages).stream().filter(Load::isContent).distinct().collect(Collectors.toList());
      if (content.size() >= count) {
        Collections.shuffle(content, random);
        return String.join(" ", content.subList(0, count));
      }
    }
  }

  private static boolean isContent(String word) {
    return word.length() > 3 && !FUNCTION_WORDS.contains(word);
  }

  /** Words that follow each other on a page, the first and the last of them content words. */
  private String running(int count, boolean functionWords) {
    while (true) {
      List<String> page = any(pages);
      int from = random.nextInt(Math.max(1, page.size() - count));
      List<String> words = page.subList(from, Math.min(page.size(), from + count));
      boolean edges = isContent(words.getFirst()) && isContent(words.getLast());
      boolean within = words.stream().anyMatch(FUNCTION_WORDS::contains);
      if (words.size() == count && edges && within == functionWords) {
        return String.join(" ", words);
      }
    }
  }

  private String prefix() {
    String word = words(1);
    return word.substring(0, Math.min(word.length(), 3 + random.nextInt(4))) + "*";
  }

  /** A sentence's worth of running words, at least six of them content words. */
  private String question() {
    while (true) {
      List<String> page = any(pages);
      int from = random.nextInt(page.size());
      List<String> words = page.subList(from, Math.min(page.size(), from + 10));
      if (words.stream().filter(Load::isContent).distinct().count() >= 6) {
        return String.join(" ", words);
      }
    }
  }

  /** Draws pages, and takes the filters from the facets of all processes. */
  private void findPages() throws IOException, InterruptedException {
    JsonNode all = get("/api/v1/processes?size=1");
    for (String facet : List.of("status", "year", "place", "theme")) {
      all.get("facets").get(facet).forEach(value ->
          filters.add("&" + facet + "=" + encoded(value.get("value").asString())));
    }
    int processes = Math.min(MOST_PROCESSES, all.get("total").asInt());
    while (pages.size() < PAGES) {
      JsonNode list = get("/api/v1/processes?size=1&page=" + (1 + random.nextInt(processes)));
      JsonNode process = list.get("processes").get(0);
      for (JsonNode attachment : process.get("attachments")) {
        if (attachment.get("pages").asInt() > 0) {
          addPage(process, attachment);
        }
      }
    }
  }

  private void addPage(JsonNode process, JsonNode attachment)
      throws IOException, InterruptedException {
    String address =
        "/api/v1/processes/%s/attachments/%s/pages/%d"
            .formatted(
                process.get("id").asString(),
                attachment.get("id").asString(),
                1 + random.nextInt(attachment.get("pages").asInt()));
    List<String> words =
        WORD.matcher(get(address).get("text").asString())
            .results()
            .map(MatchResult::group)
            .map(word -> word.toLowerCase(Locale.ITALIAN))
            .toList();
    if (words.size() > 20) {
      pages.add(words);
    }
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    return json.readTree(body(sites.getFirst(), address));
  }

  private String body(Site site, String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(site.address() + address)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
