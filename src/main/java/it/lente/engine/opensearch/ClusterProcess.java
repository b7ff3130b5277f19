package it.lente.engine.opensearch;

import it.lente.engine.AsOf;
import it.lente.engine.StoredProcess;
import it.lente.engine.stored.BlockReader;
import it.lente.engine.stored.StoredValues;
import it.lente.record.PageText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A process as the cluster stores it. Pages that are known to be needed are fetched together.
 *
 * @param document the name of its document
 */
record ClusterProcess(
    ClusterTexts texts, String document, BlockReader block, StoredProcess stored) {

  /** Fetches what is stored of a process besides its pages. */
  static ClusterProcess read(ClusterTexts texts, String document) throws IOException {
    String process = ClusterTexts.name(document, ClusterSchema.PROCESS, 0);
    texts.fetch(
        List.of(
            process,
            ClusterTexts.name(document, BlockReader.PAGE_HEADS, 1),
            ClusterTexts.name(document, BlockReader.TEXTS, 1)));
    return new ClusterProcess(
        texts,
        document,
        texts.of(document),
        StoredValues.readProcess(texts.value(process, ClusterSchema.PROCESS)));
  }

  /** Returns the process with the reasons for which it differs from the collection. */
  ClusterProcess described(Map<String, AsOf> asOf) {
    return new ClusterProcess(texts, document, block, stored.described(asOf));
  }

  /** Returns a page of an attachment as it was put, with the number counted from 1. */
  Optional<PageText> page(String attachmentId, int number) throws IOException {
    int attachment = stored.indexOf(attachmentId);
    int[] wanted =
        IntStream.of(block.pages(attachment)).skip(Math.max(0, number - 1L)).limit(1).toArray();
    fetch(wanted, BlockReader.TEXTS, BlockReader.BOXES);
    return block.numbered(attachment, number);
  }

  /** Fetches some fields of pages, counted in the process. */
  void fetch(int[] pages, String... fields) {
    List<String> names = new ArrayList<>();
    for (String field : fields) {
      names.addAll(ClusterTexts.names(document, field, IntStream.of(pages)));
    }
    texts.fetch(names);
  }
}
