package it.lente.extract.reading.pdf;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the text of a page into reading order: blocks of lines from top to bottom. The most frequent
 * angle comes first; stamps at other angles follow.
 */
final class ReadingOrder {

  private ReadingOrder() {}

  static List<List<TextLine>> of(List<Word> words, DrawnRules rules) {
    Map<Integer, List<Word>> angles = new LinkedHashMap<>();
    List<Word> same = List.of();
    for (Word word : words) {
      if (same.isEmpty() || same.getFirst().angle() != word.angle()) {
        same = angles.computeIfAbsent(word.angle(), angle -> new ArrayList<>());
      }
      same.add(word);
    }
    List<List<Word>> groups = new ArrayList<>(angles.values());
    groups.sort((one, other) -> Integer.compare(letters(other), letters(one)));
    List<List<TextLine>> blocks = new ArrayList<>();
    for (List<Word> group : groups) {
      DrawnRules along = group.getFirst().angle() == 0 ? rules : new DrawnRules();
      List<TextLine> lines = TextLine.all(DropCaps.placed(group));
      for (List<TextLine> part : Footnotes.parts(lines, along.all())) {
        blocks.addAll(Columns.blocks(part, along));
      }
    }
    return blocks;
  }

  private static int letters(List<Word> words) {
    int letters = 0;
    for (Word word : words) {
      letters += word.length();
    }
    return letters;
  }
}
