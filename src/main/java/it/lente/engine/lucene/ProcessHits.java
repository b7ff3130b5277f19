package it.lente.engine.lucene;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCount;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Deadline;
import it.lente.engine.Excerpts;
import it.lente.engine.OutOfTimeException;
import it.lente.engine.PageExcerpt;
import it.lente.engine.ProcessHit;
import it.lente.engine.StoredAttachment;
import it.lente.engine.lucene.PageOccurrences.Found;
import it.lente.engine.lucene.StoredValues.ListCard;
import it.lente.record.FieldText.Weight;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/** Builds the list entries of processes: cards, excerpts, and each attachment's pages. */
final class ProcessHits {

  private static final int EXCERPTS_AN_ATTACHMENT = 3;

  private final BlockValues values;
  private final QueryMatcher matcher;
  private final ProcessPositions positions;

  private ProcessHits(
      IndexReader reader, QueryMatcher matcher, ProcessPositions positions, Deadline deadline) {
    this.values = new BlockValues(reader, deadline);
    this.matcher = matcher;
    this.positions = positions;
  }

  static List<ProcessHit> of(
      IndexReader reader,
      QueryMatcher matcher,
      ProcessPositions positions,
      ScoreDoc[] shown,
      Deadline deadline)
      throws IOException {
    ProcessHits hits = new ProcessHits(reader, matcher, positions, deadline);
    BlockValues cards = new BlockValues(reader, Deadline.NEVER);
    ScoreDoc[] byDocument = shown.clone();
    Arrays.sort(byDocument, Comparator.comparingInt(hit -> hit.doc));
    Map<Integer, ProcessHit> read = new HashMap<>();
    for (ScoreDoc hit : byDocument) {
      read.put(hit.doc, deadline.passed() ? bare(cards, hit) : hits.hit(hit, cards));
    }
    return Stream.of(shown).map(hit -> read.get(hit.doc)).toList();
  }

  /** Returns the processes without hits, if there is no time left to find them. */
  static List<ProcessHit> bare(IndexReader reader, ScoreDoc[] shown) throws IOException {
    BlockValues values = new BlockValues(reader, Deadline.NEVER);
    List<ProcessHit> list = new ArrayList<>();
    for (ScoreDoc hit : shown) {
      list.add(bare(values, hit));
    }
    return list;
  }

  private static ProcessHit bare(BlockValues values, ScoreDoc found) throws IOException {
    ListCard card = StoredValues.readCard(values.of(Schema.CARD, found.doc));
    List<AttachmentHit> unknown =
        card.attachments().stream()
            .map(stored -> new AttachmentHit(stored, Optional.empty(), List.of()))
            .toList();
    return new ProcessHit(card.card(), score(found), List.of(), unknown);
  }

  private ProcessHit hit(ScoreDoc found, BlockValues cards) throws IOException {
    try {
      return hit(found);
    } catch (OutOfTimeException late) {
      return bare(cards, found);
    }
  }

  private ProcessHit hit(ScoreDoc found) throws IOException {
    BlockReader block = new BlockReader(values, found.doc);
    ListCard card = StoredValues.readCard(block.value(Schema.CARD));
    Map<Weight, FormPositions> inRecord = new EnumMap<>(Weight.class);
    for (Weight weight : Weight.values()) {
      positions(Schema.field(weight), found.doc).ifPresent(in -> inRecord.put(weight, in));
    }
    Occurrences inPages =
        positions(Schema.PAGES, found.doc)
            .map(in -> matcher.occurrences(in, FieldsAt.PAGES))
            .orElse(Occurrences.NONE);
    return new ProcessHit(
        card.card(),
        score(found),
        RecordExcerpts.of(block, matcher, inRecord),
        attachments(block, card.attachments(), inPages));
  }

  /** Empty if the field is not searched or contains none of the forms. */
  private Optional<FormPositions> positions(String field, int document) {
    return positions.isEmpty(field, document)
        ? Optional.empty()
        : Optional.of(positions.in(field, document));
  }

  private static float score(ScoreDoc found) {
    Object first = ((FieldDoc) found).fields[0];
    return first instanceof Float score ? score : 0;
  }

  private List<AttachmentHit> attachments(
      BlockReader block, List<StoredAttachment> stored, Occurrences found) throws IOException {
    List<AttachmentHit> hits = new ArrayList<>();
    if (found.size() == 0) {
      Optional<PageCounts> none = matcher.asks() ? Optional.of(PageCounts.NONE) : Optional.empty();
      stored.forEach(attachment -> hits.add(new AttachmentHit(attachment, none, List.of())));
      return hits;
    }
    List<PageOccurrences> tallies = PageOccurrences.of(block.layout(), found);
    int next = 0;
    for (int group = 0; group < stored.size(); group++) {
      int from = next;
      while (next < tallies.size()
          && tallies.get(next).text() < block.layout().firstText(group + 1)) {
        next++;
      }
      hits.add(attachment(block, stored.get(group), group, tallies.subList(from, next), found));
    }
    hits.sort(Comparator.comparing(hit -> hit.hits().filter(h -> h.occurrences() > 0).isEmpty()));
    return hits;
  }

  private static AttachmentHit attachment(
      BlockReader block,
      StoredAttachment stored,
      int group,
      List<PageOccurrences> tallies,
      Occurrences found)
      throws IOException {
    PositionLayout layout = block.layout();
    int firstPage = layout.firstText(group);
    List<PageCount> pages = new ArrayList<>();
    int occurrences = 0;
    for (PageOccurrences tally : tallies) {
      if (tally.starting() > 0) {
        pages.add(new PageCount(tally.text() - firstPage + 1, occurrences + 1));
      }
      occurrences += tally.starting();
    }
    List<PageExcerpt> excerpts = new ArrayList<>();
    HitNumbers numbers = HitNumbers.of(block, tallies, found);
    List<PageOccurrences> best =
        tallies.stream().sorted(PageOccurrences.BEST_FIRST).limit(EXCERPTS_AN_ATTACHMENT).toList();
    for (PageOccurrences tally : best) {
      if (tally.starting() > 0) {
        TextBlock.Entry page = block.page(tally.text());
        List<Found> marked = tally.found(layout, found, page);
        Excerpts.Chosen chosen =
            Excerpts.best(page.page().text(), marked.stream().map(Found::span).toList());
        excerpts.add(
            new PageExcerpt(
                page.page().number(), numbers.of(marked.get(chosen.first())), chosen.excerpt()));
      }
    }
    return new AttachmentHit(stored, Optional.of(new PageCounts(occurrences, pages)), excerpts);
  }
}
