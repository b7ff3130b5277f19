package it.lente.web;

import it.lente.engine.FieldExcerpt;
import it.lente.engine.Mark;
import it.lente.engine.ProcessMatch;
import it.lente.record.ProcessRecord;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;

/**
 * What a record says, with the words of the question marked and numbered.
 *
 * @param story the fields that are read as a text
 * @param sections all other fields
 * @param found the fields with marked words
 */
record RecordText(
    List<AutoLink> title,
    List<FieldView> story,
    List<FieldView.Section> sections,
    List<MarkedField> found) {

  /** The fields that tell what was decided and how, in the order in which people read them. */
  static final List<RecordField> STORY =
      List.of(RecordField.OBJECTIVES, RecordField.RESULTS, RecordField.PHASES);

  /**
   * A field with marked words.
   *
   * @param first number of its first marked word
   */
  record MarkedField(String label, int count, int first) {}

  static RecordText of(ProcessMatch match, RequestContext visit) {
    ProcessRecord record = match.stored().record();
    WordMarker marker = new WordMarker(match.fields());
    List<AutoLink> title = marker.part(AutoLink.plainly(record.title()), record.title(), 0);
    marker.endOf(visit.messages().field(RecordField.TITLE.key()));
    FieldView.FieldReader fields = new FieldView.FieldReader(record, visit, marker);
    List<FieldView> story = STORY.stream().flatMap(field -> fields.said(field).stream()).toList();
    List<FieldView.Section> sections = fields.sections();
    return new RecordText(title, story, sections, List.copyOf(marker.found));
  }

  /** Marks the words of a question in the texts of a record, one after the other. */
  static final class WordMarker {

    private final List<FieldExcerpt> fields;
    private final List<MarkedField> found = new ArrayList<>();
    private int count;
    private int before;

    WordMarker(List<FieldExcerpt> fields) {
      this.fields = fields;
    }

    /**
     * Splits the parts of a text further at its marked words.
     *
     * @param whole the text of the field that the parts belong to
     * @param start of the first part in the whole text
     */
    List<AutoLink> part(List<AutoLink> parts, String whole, int start) {
      List<Mark> marks =
          fields.stream()
              .filter(each -> each.excerpt().text().equals(whole))
              .findFirst()
              .map(each -> each.excerpt().marks())
              .orElse(List.of());
      if (marks.isEmpty()) {
        return parts;
      }
      List<AutoLink> pieces = new ArrayList<>();
      int at = start;
      for (AutoLink part : parts) {
        split(part, at, marks, pieces);
        at += part.text().length();
      }
      return List.copyOf(pieces);
    }

    private void split(AutoLink part, int start, List<Mark> marks, List<AutoLink> pieces) {
      int end = start + part.text().length();
      int at = start;
      for (Mark mark : marks) {
        int from = Math.max(at, mark.start());
        int to = Math.min(end, mark.end());
        if (from < to) {
          if (from > at) {
            pieces.add(part.cut(at - start, from - start));
          }
          boolean begins = from == mark.start();
          pieces.add(part.cut(from - start, to - start).marked(begins ? ++count : -1));
          at = to;
        }
      }
      if (at < end) {
        pieces.add(part.cut(at - start, end - start));
      }
    }

    /** Notes the words that were marked since the field before. */
    void endOf(String label) {
      if (count > before) {
        found.add(new MarkedField(label, count - before, before + 1));
        before = count;
      }
    }
  }
}
