package it.lente.extract.reading.ocr;

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
 * Runs the program {@code tesseract} on a picture. The output has tab-separated values, a row for
 * each word with its box in pixels (configuration {@code tsv} in the manual page).
 */
final class Tesseract {

  /** The resolution of the picture, given to the program, in pixels per inch. */
  static final int RESOLUTION = 300;

  private static final String WORD_LEVEL = "5";
  private static final int COLUMNS = 12;
  private static final int LONGEST_COMPLAINT = 200;

  private final String languages;

  /** Takes languages as the program names them, separated by plus signs: «ita+eng». */
  Tesseract(String languages) {
    this.languages = languages;
  }

  /**
   * A word in the output of the program.
   *
   * @param line number of its line in the picture; words of one line follow each other
   * @param block number of its paragraph
   * @param left pixels, like all measures, from the picture's top left corner
   * @param confidence percent
   */
  record Word(
      String text, int line, int block, int left, int top, int width, int height, int confidence) {

    /** Returns the same word on its picture turned by 180°. The size is that of the picture. */
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

  /** Returns the mean confidence in percent, weighted by the length of words; 0 without any. */
  static float confidence(List<Word> words) {
    long sum = 0;
    long letters = 0;
    for (Word word : words) {
      sum += (long) word.confidence * word.text.length();
      letters += word.text.length();
    }
    return letters == 0 ? 0 : (float) sum / letters;
  }

  /** Returns the words on a picture, in reading order. Fails if the program cannot run. */
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
