import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.record.Box;
import it.lente.record.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compares where Lente and pdftotext find words: draws words from the PDFs of a folder and takes
 * the overlap of the two boxes, intersection over union. See bench/README.md.
 */
public final class Boxes {

  /** Letters that stand between white space: words that both programs part alike. */
  private static final Pattern WORD = Pattern.compile("(?<!\\S)\\p{L}{2,}(?!\\S)");

  private static final Pattern THEIRS =
      Pattern.compile(
          "<word xMin=\"([\\d.-]+)\" yMin=\"([\\d.-]+)\" xMax=\"([\\d.-]+)\" yMax=\"([\\d.-]+)\">(.*?)</word>");

  public static void main(String[] args) throws IOException, InterruptedException {
    int wanted = args.length > 1 ? Integer.parseInt(args[1]) : 500;
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    Random random = new Random(seed);
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      files = all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    Map<Path, List<PageText>> read = new HashMap<>();
    List<Double> overlaps = new ArrayList<>();
    int missing = 0;
    Path scratch = Files.createTempDirectory("bench");
    try (WorkerTextExtractor extractor =
        new WorkerTextExtractor(WorkerLaunch.ofThisJava(), WorkerLimits.DEFAULT, 1, scratch)) {
      for (int tries = 0; overlaps.size() + missing < wanted && tries < 100 * wanted; tries++) {
        Path file = files.get(random.nextInt(files.size()));
        List<PageText> pages =
            read.computeIfAbsent(file, each -> extractor.extract(each).pages());
        if (pages.isEmpty()) {
          continue;
        }
        PageText page = pages.get(random.nextInt(pages.size()));
        List<MatchResult> words = WORD.matcher(page.text()).results().toList();
        if (words.isEmpty()) {
          continue;
        }
        MatchResult word = words.get(random.nextInt(words.size()));
        List<Box> ours = page.boxes().around(word.start(), word.end());
        double best = ours.size() == 1 ? best(ours.getFirst(), theirs(file, page, word.group())) : -1;
        if (ours.size() > 1) {
          continue; // broken at a line's end: pdftotext has two words of it
        }
        if (best < 0) {
          missing++;
          System.out.printf("%s p. %d: pdftotext has no “%s”%n", file, page.number(), word.group());
        } else {
          overlaps.add(best);
          if (best < .7) {
            System.out.printf("%s p. %d “%s”: %.2f%n", file, page.number(), word.group(), best);
          }
        }
      }
    }
    Files.delete(scratch);
    for (double limit : new double[] {.7, .8, .9}) {
      long good = overlaps.stream().filter(overlap -> overlap >= limit).count();
      System.out.printf(
          "overlap of at least %.1f: %d of %d words, %.1f %%%n",
          limit, good, overlaps.size(), 100.0 * good / overlaps.size());
    }
    System.out.printf("not in pdftotext's page: %d words%n", missing);
    long boxes = read.values().stream().flatMap(List::stream).mapToLong(p -> p.boxes().packed().length).sum();
    long pages = read.values().stream().mapToLong(List::size).sum();
    System.out.printf("%d pages, %.0f bytes of boxes a page%n", pages, (double) boxes / pages);
  }

  private static List<Box> theirs(Path file, PageText page, String word)
      throws IOException, InterruptedException {
    String number = Integer.toString(page.number());
    Process process =
        new ProcessBuilder(
                "pdftotext", "-cropbox", "-bbox", "-f", number, "-l", number, file.toString(), "-")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String written =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    List<Box> boxes = new ArrayList<>();
    Matcher found = THEIRS.matcher(written);
    while (found.find()) {
      if (found.group(5).equals(word)) {
        float left = Float.parseFloat(found.group(1));
        float top = Float.parseFloat(found.group(2));
        boxes.add(
            new Box(
                left,
                top,
                Float.parseFloat(found.group(3)) - left,
                Float.parseFloat(found.group(4)) - top));
      }
    }
    return boxes;
  }

  private static double best(Box box, List<Box> others) {
    return others.stream().mapToDouble(other -> overlap(box, other)).max().orElse(-1);
  }

  private static double overlap(Box one, Box other) {
    double width =
        Math.min(one.left() + one.width(), other.left() + other.width())
            - Math.max(one.left(), other.left());
    double height =
        Math.min(one.top() + one.height(), other.top() + other.height())
            - Math.max(one.top(), other.top());
    double both = Math.max(0, width) * Math.max(0, height);
    return both
        / ((double) one.width() * one.height() + (double) other.width() * other.height() - both);
  }
}
