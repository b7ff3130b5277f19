package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.ReasonException;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Runs the program {@code tesseract} on a picture. It answers with tab-separated values, a row for
 * each word with its box in pixels, as its manual page describes them under the configuration
 * {@code tsv}.
 */
final class Tesseract {

  /** What the program is told about the picture, pixels per inch. */
  static final int RESOLUTION = 300;

  private static final String WORD_LEVEL = "5";
  private static final int COLUMNS = 12;
  private static final int LONGEST_COMPLAINT = 200;

  private final String languages;

  /**
   * Prepares.
   *
   * @param languages as the program names them, parted by plus signs: «ita+eng»
   */
  Tesseract(String languages) {
    this.languages = languages;
  }

  /**
   * A word as the program tells it.
   *
   * @param line which line of the picture it stands on; words of one line follow each other
   * @param block which paragraph it belongs to
   * @param left pixels, like all measures, from the picture's top left corner
   * @param confidence percent
   */
  record Word(
      String text, int line, int block, int left, int top, int width, int height, int confidence) {

    /** The same word on its picture turned by 180°, which is so wide and high. */
    Word upsideDown(int width, int height) {
      return new Word(
          text,
          line,
          block,
          width - left - this.width,
          height - top - this.height,
          this.width,
          this.height,
          confidence);
    }
  }

  /** How sure the program is of words, in percent, each weighed by its length; 0 without any. */
  static float confidence(List<Word> words) {
    long sum = 0;
    long letters = 0;
    for (Word word : words) {
      sum += (long) word.confidence * word.text.length();
      letters += word.text.length();
    }
    return letters == 0 ? 0 : (float) sum / letters;
  }

  /**
   * The words on a picture, in the order of reading.
   *
   * @throws IOException if the program cannot be run or gives up
   */
  List<Word> words(BufferedImage picture) throws IOException {
    Path file = Files.createTempFile("page", ".png");
    Path said = Files.createTempFile("page", ".txt");
    try {
      ImageIO.write(picture, "png", file.toFile());
      ProcessBuilder command =
          new ProcessBuilder(
                  "tesseract",
                  file.toString(),
                  "stdout",
                  "-l",
                  languages,
                  "--dpi",
                  Integer.toString(RESOLUTION),
                  "tsv")
              .redirectError(said.toFile());
      // One thread for each picture: several pictures at a time use the cores better.
      command.environment().put("OMP_THREAD_LIMIT", "1");
      return run(command, said);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(said);
    }
  }

  private static List<Word> run(ProcessBuilder command, Path said) throws IOException {
    Process process = start(command);
    process.getOutputStream().close();
    try (BufferedReader rows = process.inputReader(StandardCharsets.UTF_8)) {
      List<Word> words = read(rows);
      int exit = process.waitFor();
      if (exit != 0) {
        String complaint = Files.readString(said).strip().replaceAll("\\s+", " ");
        throw new ReasonException(
            ReasonCode.TESSERACT_ENDED.with(
                exit,
                Reason.quoted(
                    complaint.substring(0, Math.min(LONGEST_COMPLAINT, complaint.length())))));
      }
      return words;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new NotReadNowException(Reason.quoted("stopped"), stopped);
    } finally {
      process.destroyForcibly();
    }
  }

  private static Process start(ProcessBuilder command) {
    try {
      return command.start();
    } catch (IOException e) {
      throw new NotReadNowException(ReasonCode.NOT_STARTED.with(), e);
    }
  }

  private static List<Word> read(BufferedReader rows) throws IOException {
    List<Word> words = new ArrayList<>();
    int line = 0;
    String lastLine = "";
    int block = 0;
    String lastBlock = "";
    for (String row = rows.readLine(); row != null; row = rows.readLine()) {
      String[] cells = row.split("\t", COLUMNS);
      if (cells.length < COLUMNS || !cells[0].equals(WORD_LEVEL) || cells[11].isBlank()) {
        continue;
      }
      // Page, block and paragraph.
      String itsBlock = String.join("\t", cells[1], cells[2], cells[3]);
      String itsLine = itsBlock + "\t" + cells[4];
      block += itsBlock.equals(lastBlock) ? 0 : 1;
      line += itsLine.equals(lastLine) ? 0 : 1;
      lastBlock = itsBlock;
      lastLine = itsLine;
      words.add(
          new Word(
              cells[11].strip(),
              line,
              block,
              Integer.parseInt(cells[6]),
              Integer.parseInt(cells[7]),
              Integer.parseInt(cells[8]),
              Integer.parseInt(cells[9]),
              Math.round(Float.parseFloat(cells[10]))));
    }
    return words;
  }
}
