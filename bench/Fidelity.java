import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.record.PageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares the text of PDFs with a text that is known to be right: the share of its words that
 * Lente reads, the share of Lente's words that are in it, and the share of its phrases of four
 * words that are read in this order. See bench/README.md.
 */
public final class Fidelity {

  private static final Pattern WORD = Pattern.compile("\\p{L}+|\\d+");
  private static final Pattern COMPOUND = Pattern.compile("(?<=\\p{L})[-\u2010](?=\\p{L})");
  private static final Pattern BROKEN = Pattern.compile("[-\u2010\u00AD]\\s*\\n\\s*(?=\\p{Ll})");

  /** Letters with a blank between each two are one word. */
  private static final Pattern SPACED = Pattern.compile("(?<!\\S)(?:\\p{L} ){5,}\\p{L}(?!\\S)");

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Map<String, List<PageText>> read = new HashMap<>();
    long[] words = new long[3];
    long[] phrases = new long[3];
    int pages = 0;
    Path scratch = Files.createTempDirectory("bench");
    try (WorkerTextExtractor extractor =
        new WorkerTextExtractor(WorkerLaunch.ofThisJava(), WorkerLimits.DEFAULT, 1, scratch)) {
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        JsonNode truth = new ObjectMapper().readTree(line);
        String file = truth.get("file").asString();
        int page = truth.get("page").asInt();
        List<PageText> texts =
            read.computeIfAbsent(file, name -> extractor.extract(folder.resolve(name)).pages());
        String ours = page <= texts.size() ? texts.get(page - 1).text() : "";
        count(words(truth.get("text").asString()), words(ours), 1, words);
        count(words(truth.get("text").asString()), words(ours), 4, phrases);
        pages++;
      }
    }
    Files.delete(scratch);
    System.out.printf(
        "%d pages: recall %.5f, precision %.5f, phrases of four words %.4f%n",
        pages,
        (double) words[0] / words[1],
        (double) words[0] / words[2],
        (double) phrases[0] / phrases[1]);
  }

  private static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String whole = BROKEN.matcher(COMPOUND.matcher(plain).replaceAll("")).replaceAll("");
    String close = SPACED.matcher(whole).replaceAll(word -> word.group().replace(" ", ""));
    return WORD.matcher(close.replace("\u00AD", "")).results().map(word -> word.group()).toList();
  }

  /** Adds what both have, what the first has and what the second has, in runs of so many words. */
  private static void count(List<String> right, List<String> ours, int length, long[] sums) {
    Map<List<String>, Integer> left = new HashMap<>();
    List<List<String>> runs = runs(right, length);
    runs.forEach(run -> left.merge(run, 1, Integer::sum));
    List<List<String>> found = runs(ours, length);
    for (List<String> run : found) {
      if (left.getOrDefault(run, 0) > 0) {
        left.merge(run, -1, Integer::sum);
        sums[0]++;
      }
    }
    sums[1] += runs.size();
    sums[2] += found.size();
  }

  private static List<List<String>> runs(List<String> words, int length) {
    List<List<String>> runs = new ArrayList<>();
    for (int from = 0; from + length <= words.size(); from++) {
      runs.add(words.subList(from, from + length));
    }
    return runs;
  }
}
