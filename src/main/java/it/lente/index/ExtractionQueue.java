package it.lente.index;

import it.lente.engine.IndexedProcess;
import it.lente.engine.IndexedProcess.AttachedText;
import it.lente.engine.LastCommit;
import it.lente.engine.Seen;
import it.lente.extract.AttachmentTextSource;
import it.lente.record.Attachment;
import it.lente.record.ProcessRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
 * Passes processes to the one thread that writes, complete and in order, while several threads read
 * their texts. Reads ahead only enough to keep the threads busy, because the texts of all processes
 * would not fit into memory.
 */
final class ExtractionQueue implements AutoCloseable {

  /** Maximum number of processes and attachments read ahead of the awaited process. */
  private static final int AHEAD = 64;

  private final String extractor;
  private final LastCommit last;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private final Consumer<Complete> sink;
  private final ReadingThreads threads;
  private final Deque<Pending> pending = new ArrayDeque<>();
  private int ahead;

  ExtractionQueue(
      AttachmentTextSource texts, LastCommit last, int threadCount, Consumer<Complete> sink) {
    this.extractor = texts.version();
    this.last = last;
    this.sink = sink;
    this.threads = new ReadingThreads(new AttachmentReader(texts, last), threadCount);
  }

  /** A process with all its texts and the results of reading them. */
  record Complete(
      FilesSnapshot snapshot, IndexedProcess process, List<AttachmentReader.Outcome> texts) {

    Complete {
      texts = List.copyOf(texts);
    }

    /** Returns whether indexing the process again would change nothing. */
    boolean isAsBefore() {
      return process.fingerprint().equals(snapshot.before().map(Fingerprint::written).orElse(""));
    }

    boolean keepsAny() {
      return texts.stream().anyMatch(text -> text.kept().isPresent());
    }
  }

  private record Pending(FilesSnapshot snapshot, List<Future<ReadingThreads.Text>> texts) {

    boolean done() {
      return texts.stream().allMatch(Future::isDone);
    }
  }

  /** Adds a process; passes on complete ones, and waits if too many are being read. */
  void add(FilesSnapshot snapshot) {
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

  /** Passes on all remaining processes. */
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
    FilesSnapshot found = first.snapshot;
    Fingerprint fingerprint = new Fingerprint(found.stamp(), found.digest(), extractor, files);
    boolean asBefore = found.before().filter(fingerprint::saysTheSame).isPresent();
    // The times are in the commit, so that they outlive a rebuild.
    Seen seen =
        last.process(record.id())
            .map(stored -> stored.seen().again(now, asBefore))
            .orElse(Seen.at(now));
    IndexedProcess process = new IndexedProcess(record, attached, fingerprint.written(), seen);
    sink.accept(new Complete(found, process, outcomes));
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

  /** Drops the processes that were not passed on. */
  @Override
  public void close() {
    threads.close();
  }
}
