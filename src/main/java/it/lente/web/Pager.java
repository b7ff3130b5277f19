package it.lente.web;

import it.lente.search.Answer;
import it.lente.search.Question;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Links to the pages of a long list.
 *
 * @param previous the address of the page before, the empty string if there is none
 * @param pages the pages near this one, the first and the last
 */
record Pager(String previous, List<Step> pages, String next) {

  private static final int NEAR = 2;

  /**
   * A page of the list.
   *
   * @param afterGap true if pages before this one are left out
   */
  record Step(int number, String address, boolean current, boolean afterGap) {}

  static Pager of(Answer answer, Address here) {
    Question question = answer.question();
    int deepest = Question.MAX_DEPTH / question.size();
    int full = Math.ceilDiv(answer.result().total(), question.size());
    return of(question.page(), Math.min(full, deepest), here);
  }

  /**
   * Returns the links of one page.
   *
   * @param current the page that is shown, from 1
   * @param last the last page, 0 if there is none
   */
  static Pager of(int current, int last, Address here) {
    int[] shown =
        IntStream.rangeClosed(1, last)
            .filter(page -> page == 1 || page == last || Math.abs(page - current) <= NEAR)
            .toArray();
    List<Step> steps =
        IntStream.range(0, shown.length)
            .mapToObj(i ->
                new Step(
                    shown[i],
                    here.with("page", shown[i]).toString(),
                    shown[i] == current,
                    i > 0 && shown[i] > shown[i - 1] + 1))
            .toList();
    String previous =
        current > 1 && current <= last + 1 ? here.with("page", current - 1).toString() : "";
    String next = current < last ? here.with("page", current + 1).toString() : "";
    return new Pager(previous, steps, next);
  }

  boolean needed() {
    return pages.size() > 1;
  }
}
