import it.lente.extract.workers.WorkerLaunch;
import it.lente.extract.workers.WorkerLimits;
import it.lente.extract.workers.WorkerTextExtractor;
import it.lente.record.PageText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads the PDFs of a folder over and over until so many pages are read, and prints the pages and
 * the CPU-seconds that they took this process and its children. Run by bench/extraction.
 */
public final class ExtractionRun {

  private final List<Path> files;
  private final WorkerTextExtractor extractor;
  private final Map<Long, Duration> spent = new HashMap<>();

  private ExtractionRun(List<Path> files, WorkerTextExtractor extractor) {
    this.files = files;
    this.extractor = extractor;
  }

  public static void main(String[] args) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of(args[0]))) {
      files = all.filter(file -> file.toString().endsWith(".pdf")).sorted().toList();
    }
    int pages = Integer.parseInt(args[2]);
    Path scratch = Files.createTempDirectory("bench");
    try (WorkerTextExtractor extractor =
        new WorkerTextExtractor(
            WorkerLaunch.ofThisJava(), WorkerLimits.DEFAULT, 1, scratch)) {
      ExtractionRun run = new ExtractionRun(files, extractor);
      if (args[1].equals("warm")) {
        run.read(pages);
      }
      double before = run.cpuSeconds();
      int read = run.read(pages);
      System.out.printf("%d %.2f%n", read, run.cpuSeconds() - before);
    }
    Files.delete(scratch);
  }

  private int read(int pages) {
    int read = 0;
    long boxes = 0;
    while (read < pages) {
      for (Path file : files) {
        for (PageText page : extractor.extract(file).pages()) {
          read++;
          boxes += page.boxes().packed().length;
        }
        cpuSeconds();
      }
    }
    if (boxes == 0) {
      throw new IllegalStateException("there is no text with boxes in these files");
    }
    return read;
  }

  /** Of this process and of every child so far, also of those that have ended since. */
  private double cpuSeconds() {
    Stream.concat(Stream.of(ProcessHandle.current()), ProcessHandle.current().descendants())
        .forEach(
            process ->
                process.info().totalCpuDuration().ifPresent(cpu -> spent.put(process.pid(), cpu)));
    return spent.values().stream().mapToLong(Duration::toMillis).sum() / 1000.0;
  }
}
