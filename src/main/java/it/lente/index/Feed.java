package it.lente.index;

import it.lente.engine.IndexedProcess;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.LastCommit;
import it.lente.extract.Texts;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Has the texts of processes read by several threads and hands the processes on, complete and in
 * order, to the one thread that writes. It reads ahead only so far that the threads stay busy: the
 * texts of all processes would not fit into memory.
 */
final class Feed implements AutoCloseable {

  /** How many processes and attachments may be under way beyond the process that is awaited. */
  private static final int AHEAD = 64;

  private final String extractor;
  private final Consumer<Complete> sink;
  private final ReadingThreads threads;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private int ahead;

  Feed(Texts texts, LastCommit last, int threadCount, Consumer<Complete> sink) {
    this.extractor = texts.version();
    this.sink = sink;
    this.threads = new ReadingThreads(new AttachmentReader(texts, last), threadCount);
  }

  /** A process with all its texts, and how they were come by. */
  record Complete(Snapshot snapshot, IndexedProcess process, List<AttachmentReader.Outcome> texts) {

    Complete {
      texts = List.copyOf(texts);
    }

    /** Whether indexing it again would change nothing. */
    boolean isAsBefore() {
      return process.fingerprint().equals(snapshot.before().map(Fingerprint::written).orElse(""));
    }

    boolean keepsAny() {
      return texts.stream().anyMatch(text -> text.kept().isPresent());
    }
  }

  private record Pending(Snapshot snapshot, List<Future<ReadingThreads.Text>> texts) {

    boolean done() {
      return texts.stream().allMatch(Future::isDone);
    }
  }

  /** Takes a process in; hands on those that are complete, and waits if too many are under way. */
  void add(Snapshot snapshot) {
    List<Future<ReadingThreads.Text>> texts = new ArrayList<>();
    for (Attachment attachment : snapshot.record().attachments()) {
      texts.add(threads.read(snapshot, attachment));
    }
    pending.add(new Pending(snapshot, texts));
    ahead += 1 + texts.size();
    while (!pending.isEmpty() && (pending.peek().done() || (ahead > AHEAD && pending.size() > 1))) {
      handOnFirst();
    }
  }

  /** Hands on all that is left. */
  void finish() {
    while (!pending.isEmpty()) {
      handOnFirst();
    }
  }

  private void handOnFirst() {
    Pending first = pending.remove();
    ahead -= 1 + first.texts.size();
    ProcessRecord record = first.snapshot.record();
    List<AttachmentReader.Outcome> outcomes = new ArrayList<>();
    Map<String, FileMark> files = new LinkedHashMap<>();
    List<AttachedText> attached = new ArrayList<>();
    for (Future<ReadingThreads.Text> text : first.texts) {
      AttachmentReader.Outcome outcome = await(text).take();
      outcomes.add(outcome);
      attached.add(outcome.attached());
      files.put(Fingerprint.key(outcome.attached().attachment().file()), outcome.mark());
    }
    Snapshot now = first.snapshot;
    String fingerprint = new Fingerprint(now.stamp(), now.digest(), extractor, files).written();
    sink.accept(new Complete(now, new IndexedProcess(record, attached, fingerprint), outcomes));
  }

  private static ReadingThreads.Text await(Future<ReadingThreads.Text> text) {
    try {
      return text.get();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("stopped").initCause(stopped);
    } catch (ExecutionException broken) {
      if (broken.getCause() instanceof RuntimeException ended) {
        throw ended;
      }
      throw new IllegalStateException("a text was lost", broken.getCause());
    }
  }

  /** Drops what was not handed on. */
  @Override
  public void close() {
    threads.close();
  }
}
