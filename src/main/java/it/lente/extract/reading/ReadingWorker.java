package it.lente.extract.reading;

import it.lente.extract.NotReadNowException;
import it.lente.extract.PictureCoverage;
import it.lente.extract.ReadRequest;
import it.lente.extract.WorkerMessage;
import it.lente.extract.WorkerMessageCodec;
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
 * The process that opens files: requests come by its standard input, and what it reads goes out by
 * its standard output, page by page. It ends when its input does, for then its parent has ended.
 */
public final class ReadingWorker {

  /** Damaged files are nested deeper than any honest one; what overflows costs its page. */
  private static final int STACK = 16 << 20;

  private static final int BUFFER = 1 << 16;
  private static final int OUT_OF_MEMORY = 3;
  private static final int CONFUSED = 4;

  private final Extraction extraction;
  private final DataOutputStream frames;
  private final BlockingQueue<ReadRequest> requests = new LinkedBlockingQueue<>();

  /** What reads a file. */
  interface Extraction {

    /**
     * Reads a file whatever it is like.
     *
     * @throws NotReadNowException if it cannot for a reason that is not the file's
     */
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
    // What libraries print would stand between the frames, and nobody reads it.
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
      // Also in the middle of a file: there is nobody to read it for.
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
      // Those that Java's libraries throw by themselves do not end the process.
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

  /** The pages that the parent knows of already. */
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

    /** Goes out with the beginning of the next page. */
    @Override
    public void read(ReadPage page) {
      pages.put(page.text().number(), page);
      send(new WorkerMessage.Page(page.text(), page.pictured(), page.problem()));
    }

    /** What is known of the whole document may have changed a page. */
    void amend(PageText page) {
      ReadPage told = pages.get(page.number());
      if (told == null || !page.equals(told.text())) {
        PictureCoverage pictured = told == null ? PictureCoverage.NOTHING : told.pictured();
        send(new WorkerMessage.Page(page, pictured, Optional.empty()));
      }
    }
  }
}
