package it.lente.web;

import it.lente.record.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a file could not be read, in the language of a page: reasons are kept in English, and read
 * back by the sentences that made them. What is no sentence of ours, such as the words of a
 * library, stays as it is and says that it is English.
 */
final class ReasonView {

  /** What stands in a place; what is not listed may be anything. */
  private static final Map<String, String> SHAPES =
      Map.of(
          "n", "\\d[\\d,]*",
          "m", "\\d[\\d,]*",
          "date", "\\d{4}-\\d\\d-\\d\\d",
          "numbers", "\\d+(?:, \\d+)*(?: and \\d+ more)?",
          "pages", "\\d+(?= pages?\\b) pages?",
          "files", "\\d+(?= files?\\b) files?");

  private static final Map<Reason, Pattern> SENTENCES =
      Stream.of(Reason.values())
          .collect(Collectors.toUnmodifiableMap(reason -> reason, ReasonView::pattern));

  private static final Pattern MORE = Pattern.compile(" and (\\d+) more$");

  private final Texts texts;
  private final List<Stretch> told = new ArrayList<>();

  private ReasonView(Texts texts) {
    this.texts = texts;
  }

  /**
   * A part of it.
   *
   * @param english whether it is English on a page that is not
   */
  record Stretch(String text, boolean english) {}

  /** The parts of a reason, none of none. */
  static List<Stretch> of(String reason, Texts texts) {
    if (reason.isEmpty()) {
      return List.of();
    }
    if (texts.language().equals(Locale.ENGLISH.getLanguage())) {
      return List.of(new Stretch(reason, false));
    }
    ReasonView view = new ReasonView(texts);
    view.tell(reason);
    return List.copyOf(view.told);
  }

  private static Pattern pattern(Reason reason) {
    StringBuilder pattern = new StringBuilder();
    Matcher place = Reason.PLACE.matcher(reason.english());
    int at = 0;
    while (place.find()) {
      String name = place.group(1);
      pattern.append(Pattern.quote(reason.english().substring(at, place.start())));
      pattern.append("(?<%s>%s)".formatted(name, SHAPES.getOrDefault(name, ".+")));
      at = place.end();
    }
    return Pattern.compile(pattern + Pattern.quote(reason.english().substring(at)));
  }

  private void tell(String reasons) {
    String between = "";
    for (String one : apart(reasons, Reason.BETWEEN)) {
      add(between, false);
      tellOne(one);
      between = Reason.BETWEEN;
    }
  }

  private void tellOne(String reason) {
    for (Reason sentence : Reason.values()) {
      Matcher said = SENTENCES.get(sentence).matcher(reason);
      if (said.matches()) {
        translate(sentence.italian(), said);
        return;
      }
    }
    add(reason, true);
  }

  private void translate(String sentence, Matcher said) {
    Matcher place = Reason.PLACE.matcher(sentence);
    int at = 0;
    while (place.find()) {
      add(sentence.substring(at, place.start()), false);
      tellValue(place.group(1), said.group(place.group(1)));
      at = place.end();
    }
    add(sentence.substring(at), false);
  }

  private void tellValue(String place, String value) {
    switch (place) {
      case "why" -> tell(value);
      case "inside" -> tellFiles(value);
      case "pages" -> add(texts.get("size.page", Integer.valueOf(digits(value))), false);
      case "n", "m", "files" -> add(texts.number(Long.parseLong(digits(value))), false);
      case "date" -> add(texts.date(LocalDate.parse(value)), false);
      case "numbers" -> add(MORE.matcher(value).replaceFirst(" e altre $1"), false);
      default -> add(value, false);
    }
  }

  /** «a.pdf, b.pdf and 2 more (why), c.pdf (why)». */
  private void tellFiles(String value) {
    String between = "";
    for (String files : apart(value, ", ")) {
      add(between, false);
      between = ", ";
      int why = lastBrackets(files);
      if (why < 0) {
        add(MORE.matcher(files).replaceFirst(" e altri $1"), false);
        continue;
      }
      add(MORE.matcher(files.substring(0, why).strip()).replaceFirst(" e altri $1") + " (", false);
      tell(files.substring(why + 1, files.length() - 1));
      add(")", false);
    }
  }

  /** Where the brackets open that close the text, -1 if none do. */
  private static int lastBrackets(String text) {
    int depth = 0;
    for (int at = text.length() - 1; at >= 0 && text.endsWith(")"); at--) {
      depth += text.charAt(at) == ')' ? 1 : text.charAt(at) == '(' ? -1 : 0;
      if (depth == 0) {
        return at;
      }
    }
    return -1;
  }

  private static String digits(String value) {
    return value.replaceAll("\\D", "");
  }

  /** The parts of a text, where what parts them stands in no brackets. */
  private static List<String> apart(String text, String between) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = 0;
    for (int at = 0; at < text.length(); at++) {
      char each = text.charAt(at);
      depth = Math.max(0, depth + (each == '(' ? 1 : each == ')' ? -1 : 0));
      if (depth == 0 && text.startsWith(between, at)) {
        parts.add(text.substring(begin, at));
        begin = at + between.length();
      }
    }
    parts.add(text.substring(begin));
    return parts;
  }

  private void add(String text, boolean english) {
    if (text.isEmpty()) {
      return;
    }
    Stretch last = told.isEmpty() ? null : told.getLast();
    if (last != null && last.english() == english) {
      told.removeLast();
      told.add(new Stretch(last.text() + text, english));
    } else {
      told.add(new Stretch(text, english));
    }
  }
}
