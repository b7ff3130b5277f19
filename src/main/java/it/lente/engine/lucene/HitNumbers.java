package it.lente.engine.lucene;

import it.lente.analysis.Occurrences;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Numbers an attachment's occurrences from 1: by page, and on each page in the order of its text.
 * Lists and single hits share these numbers, so that links between them agree.
 */
final class HitNumbers {

  /** The attachment's first occurrence in the order of the field. */
  private final int first;

  private final int[] numbers;

  private HitNumbers(int first, int[] numbers) {
    this.first = first;
    this.numbers = numbers;
  }

  /**
   * Numbers the occurrences.
   *
   * @param tallies the attachment's pages with occurrences, in order
   */
  static HitNumbers of(BlockReader block, List<PageOccurrences> tallies, Occurrences occurrences)
      throws IOException {
    int first = tallies.stream().mapToInt(PageOccurrences::first).min().orElse(0);
    int end = tallies.stream().mapToInt(PageOccurrences::end).max().orElse(first);
    int[] numbers = new int[end - first];
    int n = 0;
    for (PageOccurrences tally : tallies) {
      for (int occurrence : inOrder(block, tally, occurrences)) {
        int place = occurrence - first;
        numbers[place] = numbers[place] == 0 ? ++n : numbers[place];
      }
    }
    return new HitNumbers(first, numbers);
  }

  int of(PageOccurrences.Found found) {
    return numbers[found.occurrence() - first];
  }

  /** Reads a page only if its running lines have occurrences of their own. */
  private static int[] inOrder(BlockReader block, PageOccurrences tally, Occurrences occurrences)
      throws IOException {
    if (!tally.isSplit()) {
      return IntStream.range(tally.first(), tally.end()).toArray();
    }
    return tally.found(block.layout(), occurrences, block.page(tally.text())).stream()
        .mapToInt(PageOccurrences.Found::occurrence)
        .toArray();
  }
}
