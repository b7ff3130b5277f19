package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.judging.PictureCoverage;
import it.lente.extract.reading.frame.PageFollower;
import it.lente.extract.reading.frame.ReadPage;
import it.lente.extract.workers.ReadRequest;
import it.lente.extract.workers.WorkerMessage;
import it.lente.extract.workers.WorkerMessageCodec;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextUnit;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The process that opens files. Requests arrive on its standard input, and results leave by its
 * standard output, page by page. The process ends with its input, because then its parent has
 * ended.
 */
public final class ReadingWorker {

  /**
   * Stack size in bytes. Damaged files nest deeper than honest ones; an overflow costs one page.
   */
  private static final int STACK = 16 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int OUT_OF_MEMORY = 3;
  private static final int CONFUSED = 4;

  private final Extraction extraction;
  private final DataOutputStream frames;
  private final BlockingQueue<ReadRequest> requests = new LinkedBlockingQueue<>();

  /** Reads a file. */
  interface Extraction {

    /** Reads any file. Throws {@link NotReadNowException} for a reason outside the file. */
    AttachmentText of(ReadRequest request, PageFollower follower);
  }

  private ReadingWorker(OutputStream frames, Extraction extraction) {
    this.frames = new DataOutputStream(new BufferedOutputStream(frames, BUFFER));
    this.extraction = extraction;
  }

  /** Works until the standard input ends. */
  public static void main(String[] arguments) {
    work(new TikaTextExtractor()::extract);
  }

  static void work(Extraction extraction) {
    OutputStream frames = new FileOutputStream(FileDescriptor.out);
    // The output of libraries would get between the frames.
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    Logger.getLogger("").setLevel(Level.OFF);
    ReadingWorker worker = new ReadingWorker(frames, extraction);
    new Thread(null, worker::readFiles, "reading", STACK).start();
    worker.takeRequests(System.in);
  }

  private void takeRequests(InputStream input) {
    DataInputStream in = new DataInputStream(new BufferedInputStream(input));
    try {
      while (true) {
        requests.add(WorkerMessageCodec.readRequest(in));
      }
    } catch (IOException ended) {
      // The process ends even in the middle of a file, because its parent no longer reads.
      Runtime.getRuntime().halt(0);
    }
  }

  private void readFiles() {
    try {
      write(new WorkerMessage.Ready());
      while (true) {
        read(requests.take());
      }
    } catch (OutOfMemoryError e) {
      // Java does not end the process for errors that its libraries throw.
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    } catch (Throwable e) {
      Runtime.getRuntime().halt(CONFUSED);
    }
  }

  private void read(ReadRequest request) {
    Told told = new Told();
    try {
      AttachmentText text = extraction.of(request, told);
      for (PageText page : text.pages()) {
        told.amend(page);
      }
      write(new WorkerMessage.Done(text.summary(), text.info()));
    } catch (NotReadNowException e) {
      write(new WorkerMessage.NotNow(e.reason()));
    }
  }

  private void write(WorkerMessage frame) {
    send(frame);
    try {
      frames.flush();
    } catch (IOException nobody) {
      Runtime.getRuntime().halt(0);
    }
  }

  private void send(WorkerMessage frame) {
    try {
      WorkerMessageCodec.write(frames, frame);
    } catch (IOException nobody) {
      Runtime.getRuntime().halt(0);
    }
  }

  /** Remembers the pages that the parent has received. */
  private final class Told implements PageFollower {

    private final Map<Integer, ReadPage> pages = new HashMap<>();

    @Override
    public void opened(String mediaType, TextUnit unit, int count) {
      write(new WorkerMessage.Opened(mediaType, unit, count));
    }

    @Override
    public void begun(int number) {
      write(new WorkerMessage.Begun(number));
    }

    /** The message is flushed with the beginning of the next page. */
    @Override
    public void read(ReadPage page) {
      pages.put(page.text().number(), page);
      send(new WorkerMessage.Page(page.text(), page.pictured(), page.problem()));
    }

    /** Sends a page again if data of the whole document has changed it. */
    void amend(PageText page) {
      ReadPage told = pages.get(page.number());
      if (told == null || !page.equals(told.text())) {
        PictureCoverage pictured = told == null ? PictureCoverage.NOTHING : told.pictured();
        send(new WorkerMessage.Page(page, pictured, Optional.empty()));
      }
    }
  }
}
