package it.lente.source;

import it.lente.record.FieldValue;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the text of a field as a value of the field's kind. */
final class FieldParser {

  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTHS = Pattern.compile("(\\d{1,4})(?:\\s+mes[ei])?");
  private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,6}))?\\s*%?");
  private static final Pattern MONEY =
      Pattern.compile("(?:€|euro|eur)?\\s*([\\d.,]+)\\s*(k)?\\s*(?:€|euro|eur)?");
  private static final Pattern THOUSANDS =
      Pattern.compile("\\d{1,3}(?:([.,])\\d{3})(?:\\1\\d{3})*");
  private static final Pattern DECIMALS = Pattern.compile("([\\d.,]*\\d)[.,](\\d{1,2})");
  private static final int MOST_DIGITS = 15;
  private static final int LONGEST_ITEM = 60;

  private FieldParser() {}

  /** Returns the value, or nothing if the text is not of the field's kind. */
  static Optional<FieldValue> read(RecordField field, String text) {
    if (Vocabulary.absent(text)) {
      return Optional.of(new FieldValue(List.of(), text));
    }
    if (field.kind() == RecordField.Kind.KEYWORDS || field.kind() == RecordField.Kind.VOCABULARY) {
      return Optional.of(new FieldValue(items(field, text), text));
    }
    return canonical(field.kind(), text).map(value -> new FieldValue(List.of(value), text));
  }

  /** Returns the reason that describes the expected text of this kind. */
  static ReasonCode expected(RecordField.Kind kind) {
    return switch (kind) {
      case YEAR -> ReasonCode.A_YEAR;
      case DATE -> ReasonCode.A_DAY;
      case AMOUNT -> ReasonCode.AN_AMOUNT;
      case PERCENT -> ReasonCode.A_PERCENTAGE;
      case MONTHS -> ReasonCode.SOME_MONTHS;
      case YES_NO -> ReasonCode.YES_OR_NO;
      case LINK -> ReasonCode.A_LINK;
      case PROSE, LINE, KEYWORDS, VOCABULARY -> ReasonCode.A_TEXT;
    };
  }

  private static Optional<String> canonical(RecordField.Kind kind, String text) {
    return switch (kind) {
      case YEAR -> Optional.of(text).filter(year -> YEAR.matcher(year).matches());
      case DATE -> ItalianDate.parse(text).map(LocalDate::toString);
      case AMOUNT -> amount(plain(text));
      case PERCENT -> percent(plain(text));
      case MONTHS -> months(plain(text));
      case YES_NO -> yesOrNo(Spelling.folded(text));
      case LINK ->
          Optional.of(text)
              .filter(link -> !link.contains("\n"))
              .filter(link -> link.contains("/") || link.contains("."));
      case PROSE, LINE, KEYWORDS, VOCABULARY -> Optional.of(text);
    };
  }

  private static String plain(String text) {
    return Spelling.stripped(text).replace('\u00A0', ' ').toLowerCase(Locale.ROOT);
  }

  private static Optional<String> yesOrNo(String folded) {
    return switch (folded) {
      case "si", "yes", "true" -> Optional.of("yes");
      case "no", "false" -> Optional.of("no");
      default -> Optional.empty();
    };
  }

  private static Optional<String> months(String text) {
    Matcher matcher = MONTHS.matcher(text);
    return matcher.matches()
        ? Optional.of(Integer.toString(Integer.parseInt(matcher.group(1))))
        : Optional.empty();
  }

  private static Optional<String> percent(String text) {
    Matcher matcher = PERCENT.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String decimals = matcher.group(2) == null ? "" : "." + matcher.group(2);
    BigDecimal value = new BigDecimal(matcher.group(1) + decimals);
    return value.compareTo(BigDecimal.valueOf(100)) > 0
        ? Optional.empty()
        : Optional.of(value.toPlainString());
  }

  private static Optional<String> amount(String text) {
    Matcher money = MONEY.matcher(text);
    if (!money.matches() || money.group(1).length() > MOST_DIGITS) {
      return Optional.empty();
    }
    BigDecimal unit = money.group(2) == null ? BigDecimal.ONE : BigDecimal.valueOf(1000);
    return number(money.group(1)).map(number -> number.multiply(unit).setScale(2).toPlainString());
  }

  /** A dot or comma before three digits separates thousands, before one or two decimals. */
  private static Optional<BigDecimal> number(String digits) {
    Matcher decimals = DECIMALS.matcher(digits);
    String fraction = decimals.matches() ? "." + decimals.group(2) : "";
    String whole = decimals.matches() ? decimals.group(1) : digits;
    if (!THOUSANDS.matcher(whole).matches() && !whole.chars().allMatch(Character::isDigit)) {
      return Optional.empty();
    }
    String plain = whole.replace(".", "").replace(",", "");
    return Optional.of(new BigDecimal(plain + fraction));
  }

  private static List<String> items(RecordField field, String text) {
    List<String> items = new ArrayList<>();
    for (String line : text.split("\n", -1)) {
      for (String part : parts(field, line)) {
        String item = Spelling.stripped(part);
        if (!item.isEmpty() && !Vocabulary.absent(item)) {
          String spelled = Vocabulary.known(field, item).orElse(item);
          if (!items.contains(spelled)) {
            items.add(spelled);
          }
        }
      }
    }
    return items;
  }

  /**
   * Splits values at « / » and «; ». If neither occurs on the line and every part looks like an
   * item of a list, splits at «, »: names contain commas too.
   */
  private static List<String> parts(RecordField field, String line) {
    List<String> parts = List.of(line.split("\\s+/\\s+|;\\s+", -1));
    if (parts.size() > 1) {
      return parts;
    }
    List<String> listed = List.of(line.split(",\\s+", -1));
    return listed.stream().allMatch(item -> listItem(field, item)) ? listed : parts;
  }

  private static boolean listItem(RecordField field, String part) {
    String item = Spelling.stripped(part);
    boolean capital = !item.isEmpty() && Character.isUpperCase(item.codePointAt(0));
    return item.length() <= LONGEST_ITEM
        && (capital || Vocabulary.known(field, item).isPresent())
        && item.chars().noneMatch(c -> Character.isDigit(c) || c == '.');
  }
}
