package it.lente.messages;

import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes reasons in one language. Quotes of other programs stay English and are marked. */
public final class ReasonText {

  /** Marks the start and end of a quote; a private-use character, so names do not contain it. */
  private static final char QUOTE = '\uE000';

  private final Messages messages;

  private ReasonText(Messages messages) {
    this.messages = messages;
  }

  /**
   * A part of a reason.
   *
   * @param english true if the part is English on a page in another language
   */
  public record Stretch(String text, boolean english) {}

  /** Returns the parts of reasons, empty if there is no reason. */
  public static List<Stretch> stretches(List<Reason> reasons, Messages messages) {
    boolean foreign = !messages.language().equals(Locale.ENGLISH.getLanguage());
    List<Stretch> stretches = new ArrayList<>();
    String[] parts = new ReasonText(messages).all(reasons).split(String.valueOf(QUOTE), -1);
    if (!foreign) {
      parts = new String[] {String.join("", parts)};
    }
    for (int i = 0; i < parts.length; i++) {
      if (!parts[i].isEmpty()) {
        stretches.add(new Stretch(parts[i], i % 2 == 1));
      }
    }
    return stretches;
  }

  /** Returns reasons as one text, the empty string if there is none. */
  public static String of(List<Reason> reasons, Messages messages) {
    return new ReasonText(messages).all(reasons).replace(String.valueOf(QUOTE), "");
  }

  private String all(List<Reason> reasons) {
    boolean files = reasons.stream().allMatch(reason -> reason.code() == ReasonCode.FILES);
    return reasons.stream().map(this::one).collect(Collectors.joining(files ? ", " : "; "));
  }

  private String one(Reason reason) {
    List<Object> values = new ArrayList<>();
    boolean quoted = reason.code() == ReasonCode.QUOTED;
    for (Object argument : reason.arguments()) {
      values.add(argument instanceof String name ? name.replace(QUOTE, ' ') : argument);
    }
    if (reason.code() == ReasonCode.AS_OF) {
      values.set(0, messages.date(LocalDate.parse((String) values.getFirst())));
    }
    values.add(all(reason.causes()));
    String text = messages.get("reason." + reason.code().key(), values.toArray());
    return quoted ? QUOTE + text + QUOTE : text;
  }
}
