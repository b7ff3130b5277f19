package it.lente.index;

import it.lente.extract.AttachmentTextSource;
import it.lente.record.Attachment;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads attachments, the largest waiting one first: a large one that is started last would keep one
 * thread busy while the others are idle.
 */
final class ReadingThreads implements AutoCloseable {

  /** Maximum total of texts in memory that wait for other texts of their process. */
  private static final long MOST_CHARACTERS = 16_000_000;

  private final AttachmentReader reader;
  private final ThreadPoolExecutor threads;
  private final AtomicLong characters = new AtomicLong();

  ReadingThreads(AttachmentReader reader, int count) {
    this.reader = reader;
    this.threads =
        new ThreadPoolExecutor(
            count,
            count,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(),
            Thread.ofPlatform().name("texts-", 1).daemon().factory());
  }

  /** An attachment that was read; its text is in memory, or only in the store if memory is full. */
  interface Text {

    /** Returns the text; must be called once. */
    AttachmentReader.Outcome take();
  }

  /** Reads an attachment as soon as a thread is free. */
  Future<Text> read(FilesSnapshot snapshot, Attachment attachment) {
    Task task = new Task(snapshot.now(attachment).size(), () -> readNow(snapshot, attachment));
    threads.execute(task);
    return task;
  }

  private Text readNow(FilesSnapshot snapshot, Attachment attachment) {
    AttachmentReader.Outcome outcome = reader.read(snapshot, attachment);
    long size =
        outcome.attached().text().pages().stream().mapToLong(page -> page.text().length()).sum();
    boolean fits = characters.addAndGet(size) <= MOST_CHARACTERS;
    if (fits || outcome.way() == AttachmentTextSource.Way.NOT_KEPT) {
      return () -> {
        characters.addAndGet(-size);
        return outcome;
      };
    }
    characters.addAndGet(-size);
    FileMark mark = outcome.mark();
    AttachmentTextSource.Way way = outcome.way();
    return outcome.kept().isPresent()
        ? () -> reader.read(snapshot, attachment)
        : () ->
            new AttachmentReader.Outcome(
                reader.read(snapshot, attachment, mark).attached(), mark, way, Optional.empty());
  }

  /** Drops attachments whose reading has not begun. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private static final class Task extends FutureTask<Text> implements Comparable<Task> {

    private final long size;

    Task(long size, Callable<Text> reading) {
      super(reading);
      this.size = size;
    }

    @Override
    public int compareTo(Task other) {
      return Long.compare(other.size, size);
    }
  }
}
