package it.lente.extract.reading;

import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.reading.frame.PdfPages;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.extract.workers.ReadRequest;
import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.TextSummary;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A real worker that reads plays instead of files: each line is a page, and one that begins with
 * {@code @} is something that happens while the page is read. {@code @once} makes it happen only
 * the first time.
 */
public final class ScriptedWorker {

  private static final List<byte[]> HELD = new ArrayList<>();

  private ScriptedWorker() {}

  public static void main(String[] arguments) {
    ReadingWorker.work(ScriptedWorker::play);
  }

  private static AttachmentText play(ReadRequest request, PageFollower follower) {
    Path file = Path.of(request.file());
    List<String> lines = lines(file);
    PdfPages pages = new PdfPages(request.last(), follower, Optional.empty());
    for (int number : pages.order("text/play", lines.size())) {
      pages.begin(number);
      String text = page(file, lines.get(number - 1));
      pages.add(
          new ReadPage(
              new PageText(number, "", text, PageShape.NONE),
              PictureCoverage.NOTHING,
              Optional.empty()));
    }
    List<PageText> texts = new ArrayList<>(pages.pages().stream().map(ReadPage::text).toList());
    texts.sort(Comparator.comparingInt(PageText::number));
    return new AttachmentText(
        new TextSummary(
            AttachmentState.INDEXED, List.of(), "text/play", TextUnit.PAGE, texts.size()),
        texts);
  }

  private static String page(Path file, String line) {
    if (!line.startsWith("@")) {
      return line;
    }
    String[] words = line.substring(1).split(" ");
    if (words[0].equals("once")) {
      return first(file) ? page(file, "@" + line.substring("@once ".length())) : "the second time";
    }
    return happens(file, words);
  }

  private static String happens(Path file, String... words) {
    switch (words[0]) {
      case "chatter" -> {
        System.out.println("I am a library and I print.");
        System.err.println("So am I.");
      }
      case "compute" -> {
        while (!Files.exists(file.resolveSibling("never"))) {
          Thread.onSpinWait();
        }
      }
      case "wait" -> await(file.resolveSibling("go on"));
      case "exit" -> Runtime.getRuntime().halt(Integer.parseInt(words[1]));
      case "fill" -> {
        while (true) {
          HELD.add(new byte[1 << 20]);
        }
      }
      case "long" -> {
        return "x".repeat(Integer.parseInt(words[1]));
      }
      case "temporary" -> temporary();
      default -> throw new IllegalArgumentException(words[0]);
    }
    return String.join(" ", words);
  }

  private static boolean first(Path file) {
    try {
      Files.createFile(file.resolveSibling(file.getFileName() + ".once"));
      return true;
    } catch (IOException again) {
      return false;
    }
  }

  private static void await(Path sign) {
    try {
      Files.writeString(
          sign.resolveSibling("waiting"), Long.toString(ProcessHandle.current().pid()));
      while (!Files.exists(sign)) {
        Thread.sleep(10);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void temporary() {
    try {
      Files.writeString(Files.createTempFile("left", ".tmp"), "behind");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
