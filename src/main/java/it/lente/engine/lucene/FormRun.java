package it.lente.engine.lucene;

import it.lente.analysis.FormReader;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * The forms of many texts as one field. Texts of one group (the pages of an attachment) run on, so
 * that a phrase may cross from one to the next; between groups {@link Schema#GAP} positions stay
 * empty. The word table of each text is filled on the way and complete once Lucene has read the run
 * to its end: one analysis serves both.
 */
final class FormRun extends TokenStream {

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final FormReader reader = new FormReader();
  private final List<List<String>> groups;
  private final List<List<WordTable>> tables = new ArrayList<>();
  private int group = -1;
  private int text;
  private WordTable table;
  private int skipped;

  FormRun(List<List<String>> groups) {
    this.groups = groups;
  }

  @Override
  public boolean incrementToken() {
    while (table == null || !reader.next()) {
      if (!nextText()) {
        return false;
      }
    }
    clearAttributes();
    term.copyBuffer(reader.buffer(), 0, reader.length());
    increment.setPositionIncrement(1 + skipped);
    skipped = 0;
    table.add(reader);
    return true;
  }

  /** The tables of a group's texts, in their order; only after the run was read. */
  List<WordTable> tables(int ofGroup) {
    return tables.get(ofGroup);
  }

  private boolean nextText() {
    while (group < 0 || text == groups.get(group).size()) {
      if (group + 1 >= groups.size()) {
        return false;
      }
      skipped += group < 0 ? 0 : Schema.GAP;
      group++;
      text = 0;
      tables.add(new ArrayList<>());
    }
    table = new WordTable();
    tables.get(group).add(table);
    reader.read(groups.get(group).get(text++));
    return true;
  }
}
