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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Asks a running Lente every question of a judged set and says how well the first ten results answer
 * them. See bench/README.md.
 */
public final class Relevance {

  private static final int DEPTH = 10;
  private static final int CONNECTIONS = 4;
  private static final List<String> OPTIONS = List.of("--worst", "--expect", "--tolerance");
  private static final String USE =
      "Relevance URL QUERIES QRELS [--worst N] [--expect FILE] [--tolerance .002]";

  /**
   * A question of the set.
   *
   * @param filters parameters of the API, such as {@code status=Concluso&year=2019}; often empty
   * @param kind groups the figures; often empty
   */
  private record Question(String id, String text, String filters, String kind) {

    /** A line of the set: id, question and, if they are there, filters and kind. */
    static Question read(String line) {
      String[] cells = line.split("\t", -1);
      return new Question(
          cells[0], cells[1], cells.length > 2 ? cells[2] : "", cells.length > 3 ? cells[3] : "");
    }

    String address(String site) {
      StringBuilder address = new StringBuilder(site + "/api/v1/processes?size=" + DEPTH);
      add(address, "q", text);
      for (String filter : filters.isEmpty() ? new String[0] : filters.split("&")) {
        String[] parts = filter.split("=", 2);
        add(address, parts[0], parts[1]);
      }
      return address.toString();
    }

    private static void add(StringBuilder address, String name, String value) {
      address.append('&').append(name).append('=');
      address.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /**
   * What came back.
   *
   * @param grades of all that was judged for the question, by process; what is missing is 0
   * @param found at most ten ids, the best first
   * @param refusal why there is no list, else empty
   */
  private record Answer(
      Question question, Map<String, Integer> grades, List<String> found, String refusal) {

    /** Of the first that has the best grade of all; 0 if it is not among the first ten. */
    int rank() {
      int best = grades.values().stream().mapToInt(Integer::intValue).max().orElse(0);
      for (int i = 0; i < found.size(); i++) {
        if (grade(i) == best) {
          return i + 1;
        }
      }
      return 0;
    }

    double reciprocalRank() {
      return rank() == 0 ? 0 : 1.0 / rank();
    }

    double first() {
      return rank() == 1 ? 1 : 0;
    }

    /** The share of what is relevant, of at most ten, that is among the first ten. */
    double recall() {
      long relevant = found.stream().filter(grades::containsKey).count();
      return (double) relevant / Math.min(DEPTH, grades.size());
    }

    /** The gains of the first ten, less the lower they stand, against those of the best order. */
    double gain() {
      double reached = 0;
      for (int i = 0; i < found.size(); i++) {
        reached += gain(grade(i), i);
      }
      List<Integer> ideal =
          grades.values().stream().sorted(Comparator.reverseOrder()).limit(DEPTH).toList();
      double most = 0;
      for (int i = 0; i < ideal.size(); i++) {
        most += gain(ideal.get(i), i);
      }
      return reached / most;
    }

    private int grade(int i) {
      return grades.getOrDefault(found.get(i), 0);
    }

    private static double gain(int grade, int i) {
      return ((1 << grade) - 1) / (Math.log(i + 2) / Math.log(2));
    }
  }

  private static final Map<String, ToDoubleFunction<Answer>> FIGURES = new LinkedHashMap<>();

  static {
    FIGURES.put("MRR@10", Answer::reciprocalRank);
    FIGURES.put("R@1", Answer::first);
    FIGURES.put("R@10", Answer::recall);
    FIGURES.put("nDCG@10", Answer::gain);
  }

  private final HttpClient client = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final String site;

  private Relevance(String site) {
    this.site = site;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length < 3 || args.length % 2 == 0) {
      System.err.println(USE);
      System.exit(2);
    }
    Map<String, String> options = new TreeMap<>();
    for (int i = 3; i < args.length; i += 2) {
      if (!OPTIONS.contains(args[i])) {
        System.err.println("There is no option " + args[i] + ". " + USE);
        System.exit(2);
      }
      options.put(args[i], args[i + 1]);
    }
    List<Answer> answers =
        new Relevance(args[0].replaceFirst("/$", ""))
            .ask(questions(Path.of(args[1])), grades(Path.of(args[2])));
    printKinds(answers);
    printWorst(answers, Integer.parseInt(options.getOrDefault("--worst", "0")));
    Map<String, Double> figures = print("all", answers);
    if (options.containsKey("--expect")) {
      double tolerance = Double.parseDouble(options.getOrDefault("--tolerance", ".002"));
      System.exit(isAsGood(figures, Path.of(options.get("--expect")), tolerance) ? 0 : 1);
    }
  }

  private static List<Question> questions(Path file) throws IOException {
    return lines(file).stream().map(Question::read).toList();
  }

  /** By question and process. */
  private static Map<String, Map<String, Integer>> grades(Path file) throws IOException {
    Map<String, Map<String, Integer>> grades = new TreeMap<>();
    for (String line : lines(file)) {
      String[] cells = line.split("\t");
      grades
          .computeIfAbsent(cells[0], question -> new TreeMap<>())
          .put(cells[1], Integer.parseInt(cells[2]));
    }
    return grades;
  }

  private static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private List<Answer> ask(List<Question> questions, Map<String, Map<String, Integer>> grades)
      throws InterruptedException {
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(CONNECTIONS)) {
      List<Future<Answer>> asked = new ArrayList<>();
      for (Question question : questions) {
        if (!grades.containsKey(question.id())) {
          throw new IllegalStateException(question.id() + " has no judgement");
        }
        asked.add(connections.submit(() -> ask(question, grades.get(question.id()))));
      }
      for (Future<Answer> answer : asked) {
        answers.add(answer.get());
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    }
    return answers;
  }

  /** A question that the API refuses has found nothing. */
  private Answer ask(Question question, Map<String, Integer> grades)
      throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(question.address(site))).build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode answer = json.readTree(response.body());
    if (response.statusCode() == 400) {
      return new Answer(question, grades, List.of(), answer.path("detail").asString(""));
    }
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " answered " + response.body());
    }
    List<String> found =
        StreamSupport.stream(answer.get("processes").spliterator(), false)
            .map(process -> process.get("id").asString())
            .toList();
    return new Answer(question, grades, found, "");
  }

  private static void printKinds(List<Answer> answers) {
    Map<String, List<Answer>> kinds = new TreeMap<>();
    for (Answer answer : answers) {
      kinds.computeIfAbsent(answer.question().kind(), kind -> new ArrayList<>()).add(answer);
    }
    if (kinds.size() > 1) {
      kinds.forEach(Relevance::print);
    }
  }

  /** Prints the figures of some answers and gives them back. */
  private static Map<String, Double> print(String name, List<Answer> answers) {
    Map<String, Double> figures = new LinkedHashMap<>();
    StringBuilder line = new StringBuilder(String.format("%-14s", name));
    FIGURES.forEach(
        (figure, of) -> {
          double mean = answers.stream().mapToDouble(of).average().orElse(0);
          figures.put(figure, mean);
          line.append(String.format(Locale.ROOT, "  %s %.4f", figure, mean));
        });
    long refused = answers.stream().filter(answer -> !answer.refusal().isEmpty()).count();
    System.out.printf(
        "%s  %d questions%s%n",
        line, answers.size(), refused == 0 ? "" : ", " + refused + " of them refused");
    return figures;
  }

  private static void printWorst(List<Answer> answers, int many) {
    answers.stream()
        .filter(answer -> answer.gain() < 1)
        .sorted(Comparator.comparingDouble(Answer::reciprocalRank).thenComparingDouble(Answer::gain))
        .limit(many)
        .forEach(Relevance::printWorst);
  }

  private static void printWorst(Answer answer) {
    System.out.printf(
        Locale.ROOT,
        "rank %s, nDCG %.2f: %s «%s» %s%n    judged %s%n    found %s%s%n",
        answer.rank() == 0 ? "-" : answer.rank(),
        answer.gain(),
        answer.question().id(),
        answer.question().text(),
        answer.question().filters(),
        answer.grades(),
        answer.found(),
        answer.refusal().isEmpty() ? "" : " refused: " + answer.refusal());
  }

  /** Whether no kept figure is lower now by more than the tolerance. */
  private static boolean isAsGood(Map<String, Double> figures, Path kept, double tolerance)
      throws IOException {
    boolean asGood = true;
    for (String line : lines(kept)) {
      String[] cells = line.split("\t");
      double now = figures.get(cells[0]);
      double before = Double.parseDouble(cells[1]);
      String told = now < before - tolerance ? "LOWER" : now > before + tolerance ? "higher" : "as";
      System.out.printf(Locale.ROOT, "%s %.4f is %s kept %.4f%n", cells[0], now, told, before);
      asGood &= now >= before - tolerance;
    }
    return asGood;
  }
}
