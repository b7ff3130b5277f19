package it.lente.app;

import it.lente.engine.AttachmentHit;
import it.lente.engine.AttachmentHit.PageCounts;
import it.lente.engine.Excerpt;
import it.lente.engine.FieldExcerpt;
import it.lente.engine.Mark;
import it.lente.engine.PageExcerpt;
import it.lente.engine.ProcessHit;
import it.lente.messages.Messages;
import it.lente.record.TextUnit;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import it.lente.search.DroppedFilter;
import it.lente.search.Warning;
import it.lente.web.SiteLinks;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints results for people, with matching words in bold or between «». */
final class AnswerPrinter {

  private static final Messages MESSAGES = Messages.ENGLISH;

  /** Maximum number of files per process, so that one with a hundred does not fill the terminal. */
  private static final int FILES_SHOWN = 5;

  private final Answer answer;
  private final String words;
  private final PrintWriter out;
  private final boolean terminal;
  private final SiteLinks links;

  AnswerPrinter(Answer answer, PrintWriter out, boolean terminal, SiteLinks links) {
    this.answer = answer;
    this.words = answer.question().request().query().text();
    this.out = out;
    this.terminal = terminal;
    this.links = links;
  }

  void print() {
    for (Warning warning : answer.warnings()) {
      out.println(MESSAGES.get("warning." + warning.kind().key(), warning.detail()));
    }
    answer
        .didYouMean()
        .ifPresent(meant ->
            out.println(
                "Did you mean: %s (%s)".formatted(meant.q(), Plural.of(meant.total(), "process"))));
    int first = answer.question().request().window().offset() + 1;
    if (!answer.isOutOfTime()) {
      out.println(count(first));
    }
    for (DroppedFilter dropped : answer.withoutFilter()) {
      out.println(
          "Without the filter “%s”: %s."
              .formatted(dropped.parameter(), Plural.of(dropped.total(), "process")));
    }
    int number = first;
    for (ProcessHit process : answer.result().processes()) {
      out.println();
      print(number, process);
      number++;
    }
    out.flush();
  }

  private String count(int first) {
    int total = answer.result().total();
    int shown = answer.result().processes().size();
    String noPage =
        ": there is no page %d, the last is %d"
            .formatted(answer.question().page(), Math.ceilDiv(total, answer.question().size()));
    return (answer.complete() ? "" : "At least ")
        + switch (total) {
          case 0 -> "No process answers.";
          case 1 -> "1 process answers";
          default -> total + " processes answer";
        }
        + (total > 0 && shown == 0 ? noPage : "")
        + (shown == 0 || shown == total
            ? ""
            : ", shown are %d to %d".formatted(first, first + shown - 1));
  }

  private void print(int number, ProcessHit process) {
    String title = plain(process.card().title());
    out.println(number + ". " + bold(title) + "  [" + process.card().id() + "]");
    out.println("   " + links.process(process.card().id(), words));
    String facts = plain(facts(process.card()));
    if (!facts.isEmpty()) {
      out.println("   " + facts);
    }
    for (FieldExcerpt excerpt : process.excerpts()) {
      out.println("   " + MESSAGES.field(excerpt.field()) + ": " + marked(excerpt.excerpt()));
    }
    int found = 0;
    for (AttachmentHit attachment : process.attachments()) {
      PageCounts hits = attachment.hits().orElse(PageCounts.NONE);
      found += hits.occurrences() > 0 ? 1 : 0;
      if (hits.occurrences() > 0 && found <= FILES_SHOWN) {
        print(process.card().id(), attachment, hits);
      }
    }
    if (found > FILES_SHOWN) {
      out.println("   and in %s".formatted(Plural.of(found - FILES_SHOWN, "more file")));
    }
  }

  private void print(String process, AttachmentHit attachment, PageCounts hits) {
    String file = plain(attachment.stored().attachment().file());
    TextUnit unit = attachment.stored().summary().unit();
    String one = unit == TextUnit.PAGE ? "p." : unit.key();
    int on = hits.pageNumbers().size();
    out.println(
        "   %s: %s on %d of %s"
            .formatted(
                file,
                Plural.of(hits.occurrences(), "occurrence"),
                on,
                Plural.of(attachment.stored().summary().pageCount(), unit.key())));
    for (PageExcerpt excerpt : attachment.excerpts()) {
      String page = "%s, %s %d".formatted(file, one, excerpt.page());
      String address =
          links.page(
              process, attachment.stored().attachment().id(), excerpt.page(), words, excerpt.hit());
      out.println("     " + linked(page, address) + ": " + marked(excerpt.excerpt()));
      if (!terminal) {
        out.println("       " + address);
      }
    }
  }

  /** Returns the text as a link in a terminal, by the control sequence OSC 8. */
  private String linked(String text, String address) {
    return terminal ? "\u001b]8;;" + address + "\u001b\\" + text + "\u001b]8;;\u001b\\" : text;
  }

  private static String facts(ProcessHit.Card card) {
    String places =
        card.derived().places().stream().map(TreePath::label).collect(Collectors.joining(", "));
    return Stream.of(card.status(), card.derived().years().toString(), places)
        .filter(fact -> !fact.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  private String bold(String text) {
    return terminal ? "\u001b[1m" + text + "\u001b[0m" : text;
  }

  private String marked(Excerpt excerpt) {
    StringBuilder line = new StringBuilder();
    int at = 0;
    for (Mark mark : excerpt.marks()) {
      line.append(plain(excerpt.text().substring(at, mark.start())));
      String word = plain(excerpt.text().substring(mark.start(), mark.end()));
      line.append(terminal ? bold(word) : "«" + word + "»");
      at = mark.end();
    }
    return line.append(plain(excerpt.text().substring(at))).toString();
  }

  /** Returns the text on one line without control characters for the terminal. */
  static String plain(String text) {
    return text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}]", "");
  }
}
