import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks a running Lente questions made from its own pages and checks that the list, the hits of each
 * attachment, the texts and the marks of the pages agree. See bench/README.md.
 */
public final class Agreement {

  private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
  private static final int WINDOW = 500;

  /** Pages of an attachment whose text and marks are looked at, for each question. */
  private static final int PAGES = 8;

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String site;
  private final Random random;
  private final List<String> pages = new ArrayList<>();
  private final List<Long> hitsMicros = new ArrayList<>();
  private final List<Long> pageMicros = new ArrayList<>();
  private int attachments;
  private long occurrences;
  private int marked;
  private int differences;

  private Agreement(String site, long seed) {
    this.site = site;
    this.random = new Random(seed);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    int questions = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Agreement agreement = new Agreement(args[0].replaceFirst("/$", ""), seed);
    agreement.findPages();
    Map<String, Integer> kinds = new LinkedHashMap<>();
    for (int i = 0; i < questions; i++) {
      String question = agreement.question();
      kinds.merge(kind(question), 1, Integer::sum);
      agreement.check(question);
    }
    System.out.printf("%d questions %s, seed %d%n", questions, kinds, seed);
    System.out.printf(
        "%d attachments with %d occurrences, %d of them looked at on their pages; %d differences%n",
        agreement.attachments, agreement.occurrences, agreement.marked, agreement.differences);
    print("hits", agreement.hitsMicros);
    print("page", agreement.pageMicros);
    System.exit(agreement.differences == 0 ? 0 : 1);
  }

  private void findPages() throws IOException, InterruptedException {
    String all = "/api/v1/processes?size=100";
    String next = all;
    while (next != null) {
      JsonNode list = get(next);
      for (JsonNode process : list.get("processes")) {
        for (JsonNode attachment : process.get("attachments")) {
          for (int page = 1; page <= attachment.get("pages").asInt(); page++) {
            pages.add(address(process, attachment) + "/pages/" + page);
          }
        }
      }
      next = list.get("next").isNull() ? null : all + "&cursor=" + list.get("next").asString();
    }
  }

  /** Words that stand on some page of the collection. */
  private String question() throws IOException, InterruptedException {
    while (true) {
      String page = pages.get(random.nextInt(pages.size()));
      List<String> words =
          WORD.matcher(get("/api/v1" + page).get("text").asString())
              .results()
              .map(MatchResult::group)
              .toList();
      if (words.size() < 8) {
        continue;
      }
      String word = words.get(random.nextInt(words.size() - 4));
      int at = words.indexOf(word);
      return switch (random.nextInt(9)) {
        case 0, 1, 2 -> word;
        case 3 -> word + " " + words.get(random.nextInt(words.size()));
        case 4, 5 -> "\"" + String.join(" ", words.subList(at, at + 2 + random.nextInt(2))) + "\"";
        case 6 ->
            "\"" + words.get(at) + " " + words.get(at + 1) + "\" "
                + words.get(random.nextInt(words.size()));
        case 7 -> word.substring(0, 3 + random.nextInt(word.length() - 2)) + "*";
        default -> word + "~";
      };
    }
  }

  private static String kind(String question) {
    return question.startsWith("\"")
        ? "phrases"
        : question.endsWith("*")
            ? "prefixes"
            : question.endsWith("~") ? "fuzzy words" : question.contains(" ") ? "pairs" : "words";
  }

  private void check(String question) throws IOException, InterruptedException {
    String q = "q=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    JsonNode list = get("/api/v1/processes?size=100&" + q);
    for (JsonNode process : list.get("processes")) {
      for (JsonNode attachment : process.get("attachments")) {
        JsonNode counts = attachment.get("hits");
        if (counts.get("occurrences").asInt() > 0) {
          check(question, q, address(process, attachment), counts, attachment);
        }
      }
    }
  }

  private void check(
      String question, String q, String address, JsonNode counts, JsonNode attachment)
      throws IOException, InterruptedException {
    attachments++;
    Map<Integer, JsonNode> found = new LinkedHashMap<>();
    int total = 0;
    for (int from = 1; from <= attachment.get("pages").asInt(); from += WINDOW) {
      long start = System.nanoTime();
      JsonNode hits =
          get("/api/v1" + address + "/hits?" + q + "&pages=" + from + "-" + (from + WINDOW - 1));
      hitsMicros.add((System.nanoTime() - start) / 1_000);
      total = hits.get("occurrences").asInt();
      for (JsonNode page : hits.get("pages")) {
        int number = page.get("page").asInt();
        if (number >= from && number < from + WINDOW) {
          found.put(number, page);
        }
      }
    }
    occurrences += total;
    same(question + " " + address + ": occurrences", counts.get("occurrences").asInt(), total);
    List<Integer> numbers =
        found.entrySet().stream()
            .filter(page -> page.getValue().get("occurrences").asInt() > 0)
            .map(Map.Entry::getKey)
            .toList();
    List<Integer> listed = new ArrayList<>();
    counts.get("pageNumbers").forEach(number -> listed.add(number.asInt()));
    same(question + " " + address + ": pages", listed, numbers);
    int sum = found.values().stream().mapToInt(page -> page.get("occurrences").asInt()).sum();
    same(question + " " + address + ": sum of the pages", sum, total);
    TreeSet<Integer> hitNumbers = new TreeSet<>();
    found.values().forEach(
        page -> page.get("hits").forEach(hit -> hitNumbers.add(hit.get("n").asInt())));
    List<Integer> all = IntStream.rangeClosed(1, total).boxed().toList();
    same(question + " " + address + ": numbers", List.copyOf(hitNumbers), all);
    List<Integer> some = new ArrayList<>(found.keySet());
    java.util.Collections.shuffle(some, random);
    for (int number : some.subList(0, Math.min(PAGES, some.size()))) {
      checkPage(question, q, address + "/pages/" + number, found.get(number));
    }
  }

  /** The API's hits, the text's marks and the page's boxes are the same. */
  private void checkPage(String question, String q, String address, JsonNode hits)
      throws IOException, InterruptedException {
    String text = get("/api/v1" + address).get("text").asString();
    long start = System.nanoTime();
    Document page = Jsoup.parse(body(address + "?" + q));
    pageMicros.add((System.nanoTime() - start) / 1_000);
    page.select("mark .visually-hidden").remove();
    List<String> expected = new ArrayList<>();
    Map<Integer, Integer> boxes = new LinkedHashMap<>();
    for (JsonNode hit : hits.get("hits")) {
      String words = text.substring(hit.get("start").asInt(), hit.get("end").asInt());
      expected.add(hit.get("n").asInt() + " " + words);
      boxes.merge(hit.get("n").asInt(), hit.get("boxes").size(), Integer::sum);
      marked++;
    }
    List<String> marks =
        page.select("#page-text mark").stream()
            .map(mark -> mark.attr("data-hit") + " " + mark.wholeText())
            .toList();
    same(question + " " + address + ": marks", marks, expected);
    if (page.selectFirst("#page-marks") != null) {
      List<String> boxed = boxes.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
      List<String> drawn =
          page.select("#page-marks g[data-hit]").stream()
              .map(mark -> mark.attr("data-hit") + " " + mark.select("rect").size())
              .toList();
      same(question + " " + address + ": boxes", drawn, boxed);
    }
  }

  private void same(String what, Object one, Object other) {
    if (!one.equals(other)) {
      differences++;
      System.out.println(what + ": " + one + " and " + other);
    }
  }

  private static String address(JsonNode process, JsonNode attachment) {
    return "/processes/" + process.get("id").asString() + "/attachments/"
        + attachment.get("id").asString();
  }

  private JsonNode get(String address) throws IOException, InterruptedException {
    return json.readTree(body(address));
  }

  private String body(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(site + address)).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException(address + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }

  private static void print(String what, List<Long> micros) {
    long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length > 0) {
      System.out.printf(
          "%s: %d asked, median %.1f ms, 95 %% under %.1f ms, mean %.1f ms%n",
          what,
          sorted.length,
          sorted[sorted.length / 2] / 1e3,
          sorted[sorted.length * 95 / 100] / 1e3,
          Arrays.stream(sorted).average().orElse(0) / 1e3);
    }
  }
}
