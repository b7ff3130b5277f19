import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks a running Lente the dearest requests that are known, each several times with other words,
 * and tells how much of the server's CPU one takes, as a multiple of a question of two words. See
 * bench/README.md.
 */
public final class Amplification {

  /** Just below the longest head of a request that Lente reads. */
  private static final int LONGEST = 31_000;

  private static final int PAGES = 200;
  private static final int TICK_MILLIS = 10;
  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final List<String> FUNCTION_WORDS = List.of("di", "la", "il", "e", "che", "della", "con", "per");
  private static final List<String> SYNONYMS =
      List.of("tdn", "referente", "assessore", "bilancio partecipativo", "tavolo di negoziazione", "cittadini");
  private static final List<String> FIRST_PARTS = List.of("co", "auto", "multi", "inter", "pre", "anti");
  private static final List<String> FIELDS = List.of("titolo", "luogo", "fasi", "obiettivi", "temi");
  private static final List<String> FACETS =
      List.of("status", "place", "theme", "technique", "year", "holder", "level", "nature", "state", "filetype");

  private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String site;
  private final long pid;
  private final int rounds;
  private final Random random;
  private final List<String> words = new ArrayList<>();
  private final List<String> attachments = new ArrayList<>();

  private Amplification(String site, long pid, int rounds, long seed) {
    this.site = site;
    this.pid = pid;
    this.rounds = rounds;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws Exception {
    if (args.length < 2) {
      System.err.println("usage: java -cp target/lente.jar bench/Amplification.java SITE PID [ROUNDS] [SEED]");
      System.exit(2);
    }
    Amplification amplification =
        new Amplification(
            args[0].replaceFirst("/$", ""),
            Long.parseLong(args[1]),
            args.length > 2 ? Integer.parseInt(args[2]) : 20,
            args.length > 3 ? Long.parseLong(args[3]) : 1);
    amplification.findPages();
    amplification.run();
  }

  /** What a kind of request cost, on average. */
  private record Cost(long sent, double cpuMillis, long answered) {}

  private void run() throws Exception {
    Map<String, Supplier<String>> kinds = kinds();
    Supplier<String> measure = () -> list(some(2, this::known));
    for (int i = 0; i < 100 * rounds; i++) {
      ask(measure.get());
    }
    for (Supplier<String> kind : kinds.values()) {
      cost(kind, Math.max(1, rounds / 4));
    }
    Cost two = cost(measure, 50 * rounds);
    System.out.printf("%-36s %9s %9s %10s %7s%n", "request", "bytes", "CPU ms", "answer", "ratio");
    print("two words", two, two);
    for (Map.Entry<String, Supplier<String>> kind : kinds.entrySet()) {
      print(kind.getKey(), cost(kind.getValue(), rounds), two);
    }
    print("two words, once more", cost(measure, 50 * rounds), two);
  }

  private static void print(String name, Cost cost, Cost two) {
    System.out.printf(
        Locale.ROOT,
        "%-36s %9d %9.2f %10d %7.1f%n",
        name,
        cost.sent(),
        cost.cpuMillis(),
        cost.answered(),
        cost.cpuMillis() / two.cpuMillis());
  }

  private Map<String, Supplier<String>> kinds() {
    Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
    words(kinds);
    signs(kinds);
    routes(kinds);
    return kinds;
  }

  private void words(Map<String, Supplier<String>> kinds) {
    kinds.put("unknown words", () -> list(filled(() -> letters(9))));
    kinds.put("unknown words of 30 letters", () -> list(filled(() -> letters(30))));
    kinds.put("misspelt words", () -> list(filled(this::misspelt)));
    kinds.put("two words joined", () -> list(filled(() -> known() + known())));
    kinds.put("a word of 1,900 letters", () -> list(letters(1_900)));
    kinds.put("a word of 1,900 letters, fuzzy", () -> list(letters(1_900) + "~2"));
    kinds.put("a word of 30,000 letters", () -> list(letters(LONGEST)));
    kinds.put("known words", () -> list(filled(this::known)));
    kinds.put("known words, a sentence", () -> list(filled(this::known).substring(0, 700) + "?"));
    kinds.put("one letter, open", () -> list(filled(() -> letters(1) + "*")));
    kinds.put("two letters, open", () -> list(filled(() -> known().substring(0, 2) + "*")));
    kinds.put("fuzzy words", () -> list(filled(() -> known() + "~2")));
    kinds.put("fuzzy words, unknown", () -> list(filled(() -> letters(8) + "~2")));
    kinds.put("function words", () -> list(filled(() -> any(FUNCTION_WORDS))));
    kinds.put("hyphenated compounds", () -> list(joined("-", LONGEST, this::known)));
    kinds.put("compounds typed apart", () -> list(filled(() -> any(FIRST_PARTS) + " " + known())));
    kinds.put("synonyms", () -> list(filled(() -> any(SYNONYMS))));
    kinds.put("acts", () -> list(filled(() -> "L.R. " + (1 + random.nextInt(30)) + "/2018")));
    kinds.put("numbers", () -> list(filled(() -> "" + (10_000 + random.nextInt(100_000)))));
  }

  private void signs(Map<String, Supplier<String>> kinds) {
    kinds.put("a phrase of function words", () -> list('"' + filled(() -> any(FUNCTION_WORDS)).substring(0, 1_900) + '"'));
    kinds.put("phrases of function words", () -> list(filled(() -> '"' + some(3, () -> any(FUNCTION_WORDS)) + '"')));
    kinds.put("phrases of known words", () -> list(filled(() -> '"' + some(2, this::known) + '"')));
    kinds.put("an act in phrases", () -> list(filled(() -> "\"legge regionale " + random.nextInt(30) + " del 2018\"")));
    kinds.put("OR", () -> list(joined(" OR ", LONGEST, this::known)));
    kinds.put("OR, open", () -> list(joined(" OR ", LONGEST, () -> letters(1) + "*")));
    kinds.put("nested brackets", () -> list(filled(() -> "(".repeat(9) + known() + " OR " + letters(8) + ")".repeat(9))));
    kinds.put("brackets only", () -> list("(".repeat(LONGEST / 3)));
    kinds.put("fields", () -> list(filled(() -> any(FIELDS) + ":" + known())));
    kinds.put("fields, open", () -> list(filled(() -> any(FIELDS) + ":" + letters(1) + "*")));
    kinds.put("excluded, open", () -> list(filled(() -> "-" + letters(1) + "*")));
    kinds.put("excluded, unknown", () -> list(filled(() -> "-" + letters(9))));
    kinds.put("open, fuzzy and unknown", () -> list(filled(() -> letters(1) + "* " + known() + "~2 " + letters(9))));
    kinds.put("unknown words, every filter", () -> list(filled(() -> letters(9))) + filters());
    kinds.put("known words, every filter", () -> list(filled(this::known)) + filters());
    kinds.put("open, every filter", () -> list(filled(() -> letters(1) + "*")) + filters());
    kinds.put("known words, 100 processes", () -> list(filled(this::known)) + "&size=100");
    kinds.put("one letter, 100 processes", () -> list("a* " + letters(1) + "*") + "&size=100");
  }

  private void routes(Map<String, Supplier<String>> kinds) {
    kinds.put("results page, unknown words", () -> "/?q=" + encoded(filled(() -> letters(9))));
    kinds.put("results page, open", () -> "/?q=" + encoded(filled(() -> letters(1) + "*")));
    kinds.put("hits, unknown words", () -> any(attachments) + "/hits?q=" + encoded(filled(() -> letters(9))));
    kinds.put("hits, open", () -> any(attachments) + "/hits?pages=1-500&q=" + encoded(filled(() -> letters(1) + "*")));
    kinds.put("hits, fuzzy", () -> any(attachments) + "/hits?q=" + encoded(filled(() -> known() + "~2")));
    kinds.put("process page, unknown words", () -> process() + "?q=" + encoded(filled(() -> letters(9))));
    kinds.put("process page, open", () -> process() + "?q=" + encoded(filled(() -> letters(1) + "*")));
    kinds.put("reader, open", () -> page() + "?q=" + encoded(filled(() -> letters(1) + "*")));
    kinds.put("values of a facet, open", () -> "/api/v1/facets/place?q=" + encoded(filled(() -> letters(1) + "*")));
    kinds.put("values of a facet, unknown", () -> "/api/v1/facets/place?q=" + encoded(filled(() -> letters(9))));
    kinds.put("suggest, one letter", () -> "/api/v1/suggest?size=20&q=" + letters(1));
    kinds.put("suggest, many letters", () -> "/api/v1/suggest?size=20&q=" + encoded(filled(() -> letters(1))));
    kinds.put("similar", () -> "/api/v1" + process() + "/similar");
    kinds.put("coverage", () -> "/api/v1/coverage?size=100&page=" + (1 + random.nextInt(4)));
    kinds.put("coverage, csv", () -> "/api/v1/coverage?format=csv");
    kinds.put("sitemap", () -> "/sitemap.xml");
  }

  private static String list(String question) {
    return "/api/v1/processes?q=" + encoded(question);
  }

  /** A filter of each facet that no process passes. */
  private String filters() {
    return FACETS.stream()
        .map(facet ->
            switch (facet) {
              case "year" -> "&year=1900";
              case "state", "filetype" -> "";
              default -> "&" + facet + "=" + letters(4);
            })
        .collect(Collectors.joining());
  }

  private String filled(Supplier<String> word) {
    return joined(" ", LONGEST, word);
  }

  /** Words up to a length that still fits when it is encoded. */
  private static String joined(String between, int length, Supplier<String> word) {
    StringBuilder text = new StringBuilder(word.get());
    int left = length - encoded(text.toString()).length();
    while (left > 0) {
      String next = between + word.get();
      left -= encoded(next).length();
      if (left > 0) {
        text.append(next);
      }
    }
    return text.toString();
  }

  private static String some(int count, Supplier<String> word) {
    return Stream.generate(word).limit(count).collect(Collectors.joining(" "));
  }

  private String letters(int count) {
    String consonants = "bcdfglmnprstvz";
    String vowels = "aeiou";
    return IntStream.range(0, count)
        .mapToObj(i -> i % 2 == 0 ? consonants : vowels)
        .map(letters -> "" + letters.charAt(random.nextInt(letters.length())))
        .collect(Collectors.joining());
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private String known() {
    return any(words);
  }

  private String misspelt() {
    String word = known();
    int at = 1 + random.nextInt(word.length() - 1);
    return word.substring(0, at) + "x" + word.substring(at);
  }

  private String process() {
    return any(attachments).replaceFirst("^/api/v1", "").replaceFirst("/attachments/.*", "");
  }

  private String page() {
    return any(attachments).replaceFirst("^/api/v1", "") + "/pages/1";
  }

  private void findPages() throws IOException, InterruptedException {
    for (int page = 1; attachments.size() < PAGES; page++) {
      JsonNode list = json.readTree(ask("/api/v1/processes?size=20&page=" + page).body());
      for (JsonNode process : list.get("processes")) {
        for (JsonNode attachment : process.get("attachments")) {
          if (attachment.get("pages").asInt() > 0) {
            addPage(process.get("id").asString(), attachment.get("id").asString());
          }
        }
      }
    }
  }

  private void addPage(String process, String attachment) throws IOException, InterruptedException {
    String address = "/api/v1/processes/%s/attachments/%s".formatted(process, attachment);
    attachments.add(address);
    WORD.matcher(json.readTree(ask(address + "/pages/1").body()).get("text").asString())
        .results()
        .map(MatchResult::group)
        .map(word -> word.toLowerCase(Locale.ITALIAN))
        .filter(word -> word.length() > 4)
        .distinct()
        .forEach(words::add);
  }

  private Cost cost(Supplier<String> kind, int times) throws Exception {
    List<String> addresses = Stream.generate(kind).limit(times).toList();
    long before = ticks();
    long answered = 0;
    for (String address : addresses) {
      HttpResponse<String> answer = ask(address);
      answered += answer.body().getBytes(StandardCharsets.UTF_8).length;
    }
    double millis = (double) TICK_MILLIS * (ticks() - before) / times;
    long sent = addresses.stream().mapToLong(String::length).sum();
    return new Cost(sent / times, millis, answered / times);
  }

  /** User and system time of the server's process. */
  private long ticks() throws IOException {
    String stat = Files.readString(Path.of("/proc", "" + pid, "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> ask(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(site + address)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
