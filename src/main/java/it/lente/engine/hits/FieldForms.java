package it.lente.engine.hits;

import it.lente.analysis.FormReader;
import it.lente.engine.hits.PositionLayout.Place;
import it.lente.engine.hits.RepeatedText.Stretch;
import it.lente.record.PageText;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the forms of many texts as one field. Texts of one group (the pages of an attachment) are
 * contiguous, so that a phrase may cross pages. The group's repeated texts follow, each separately.
 * {@link PositionLayout#GAP} empty positions separate all these. Reading also fills the word table
 * of each text, so that one analysis serves both; the tables are complete at the end.
 */
public final class FieldForms {

  private static final int CAPACITY = 64;

  private final FormReader reader = new FormReader();
  private final List<List<PageText>> groups;
  private final List<Group> read = new ArrayList<>();
  private Group group;
  private WordTable table;
  private int skipped;

  public FieldForms(List<List<PageText>> groups) {
    this.groups = groups;
  }

  /**
   * Reads the next form.
   *
   * @return the distance to the form before in positions, at least 1; 0 at the end
   */
  public int next() {
    while (table == null || !nextForm()) {
      if (!nextText()) {
        return 0;
      }
    }
    table.add(reader.start(), reader.end());
    int distance = 1 + skipped;
    skipped = 0;
    return distance;
  }

  /** Returns the reader of the current form. */
  public FormReader form() {
    return reader;
  }

  /**
   * Returns the word tables of a group's texts, in order; valid after all was read. In a table,
   * forms of the body precede those of repeated text.
   */
  public List<WordTable> tables(int ofGroup) {
    return read.get(ofGroup).tables;
  }

  /** Returns the positions of the texts in the field; valid after all was read. */
  public PositionLayout layout() {
    return new PositionLayout(read.stream().map(each -> each.places).toList());
  }

  private boolean nextForm() {
    while (reader.next()) {
      if (group.contains(reader.start())) {
        return true;
      }
    }
    return false;
  }

  private boolean nextText() {
    while (group == null || !group.next()) {
      if (read.size() == groups.size()) {
        return false;
      }
      skipped += group == null ? 0 : PositionLayout.GAP;
      group = new Group(groups.get(read.size()));
      read.add(group);
    }
    skipped += group.inRepeated() ? PositionLayout.GAP : 0;
    table = group.table();
    reader.read(group.text());
    return true;
  }

  /** The texts of a group, one after the other, then their repeated texts. */
  private static final class Group {

    private final List<PageText> texts;
    private final List<Stretch> repeated;
    private final List<WordTable> tables = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private int at = -1;
    private int before;

    Group(List<PageText> texts) {
      this.texts = texts;
      this.repeated = RepeatedText.of(texts);
    }

    boolean next() {
      int size = texts.size() + repeated.size();
      if (at >= 0 && at < size) {
        places.add(new Place(place(), table().size() - before));
      }
      at = Math.min(size, at + 1);
      if (at < texts.size()) {
        tables.add(new WordTable(CAPACITY));
      }
      before = at < size ? table().size() : 0;
      return at < size;
    }

    boolean inRepeated() {
      return at >= texts.size();
    }

    boolean contains(int start) {
      return inRepeated()
          ? repeated.get(at - texts.size()).contains(start)
          : RepeatedText.isBody(texts.get(at), start);
    }

    String text() {
      return texts.get(place()).text();
    }

    WordTable table() {
      return tables.get(place());
    }

    private int place() {
      return inRepeated() ? repeated.get(at - texts.size()).page() : at;
    }
  }
}
