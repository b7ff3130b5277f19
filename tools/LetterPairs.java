import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;

/**
 * Counts which letter follows which in texts, and writes the table by which Lente tells words from
 * what a broken font map leaves of them. Run: {@code java tools/LetterPairs.java italian.txt
 * english.txt > src/main/resources/it/lente/extract/judging/letter-pairs.txt}
 *
 * <p>The shipped table was counted over 1.2 million pairs of letters of Italian (encyclopedia
 * passages and minutes of public bodies) and 1.3 million of English (licences and messages of free
 * software); nothing of the texts but these frequencies is in it.
 */
final class LetterPairs {

  /** The edge of a word, then the alphabet. */
  private static final int SIGNS = 27;

  private LetterPairs() {}

  public static void main(String[] files) throws IOException {
    double[][] likely = new double[SIGNS][SIGNS];
    for (String file : files) {
      add(likely, counted(Files.readString(Path.of(file))), files.length);
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println("# How unlikely one letter is after another in Italian and English words:");
    out.println("# hundredths of -ln p. Rows: the letter before (first the beginning of a word, then");
    out.println("# a to z); columns: the letter after (first the end). Made by tools/LetterPairs.java.");
    for (double[] row : likely) {
      StringBuilder line = new StringBuilder();
      for (double p : row) {
        line.append(line.isEmpty() ? "" : " ").append(Math.round(-100 * Math.log(p)));
      }
      out.println(line);
    }
  }

  private static int[][] counted(String text) {
    int[][] counts = new int[SIGNS][SIGNS];
    for (String word : text.split("[^\\p{L}\\p{N}\\p{M}]+")) {
      String plain =
          Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "");
      if (plain.matches("[a-z]{2,}")) {
        int before = 0;
        for (int i = 0; i < plain.length(); i++) {
          int letter = plain.charAt(i) - 'a' + 1;
          counts[before][letter]++;
          before = letter;
        }
        counts[before][0]++;
      }
    }
    return counts;
  }

  /** Half a pair more for each that was not met: rare is not impossible. */
  private static void add(double[][] likely, int[][] counts, int texts) {
    for (int before = 0; before < SIGNS; before++) {
      double all = SIGNS / 2.0;
      for (int count : counts[before]) {
        all += count;
      }
      for (int after = 0; after < SIGNS; after++) {
        likely[before][after] += (counts[before][after] + .5) / all / texts;
      }
    }
  }
}
