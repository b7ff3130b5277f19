package it.lente.extract.reading.frame;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.ReasonCode;
import it.lente.record.TextUnit;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a file without fixed pages, and the positions where it may be split: at slides or
 * sheets if there are any, else at page breaks, else at headings, else nowhere.
 */
public final class Sections {

  /** A possible split. Of the first three kinds, only the strongest in the file counts. */
  public enum Break {
    UNIT,
    PAGE,
    HEADING,
    /** Separates the text from what is repeated on every page of it; always counts. */
    APART
  }

  /** The length of about 7,000 pages. More would fill the memory. */
  public static final int MOST_CHARACTERS = 20_000_000;

  private static final int LONGEST_WORD = 40;
  private static final Pattern BEFORE_WORD = Pattern.compile("(?s).*\\s");

  private record Place(int offset, Break kind) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private TextUnit unit = TextUnit.SECTION;
  private boolean americanDates;

  /** Number of open spans, from the raised one inwards. */
  private int spans;

  /** Start and end of the last raised text, and its original letters. */
  private int raisedStart;

  private int raisedEnd = -1;
  private boolean raisedApart;
  private String raised = "";

  /**
   * Adds text.
   *
   * @throws OverBudgetException if there is no room for all of it; what fits is kept
   */
  public void append(CharSequence more) {
    if (!more.isEmpty()) {
      separateFromMark(more.charAt(0));
    }
    int room = room(more.length());
    text.append(more, 0, room);
    requireRoom(room == more.length());
  }

  /** See {@link #append(CharSequence)}. */
  public void append(char[] characters, int start, int length) {
    append(CharBuffer.wrap(characters, start, length));
  }

  /** Begins a span of text. Spans inside a raised one are raised too. */
  public void beginSpan(boolean isRaised) {
    if ((spans > 0 || isRaised) && spans++ == 0 && raisedEnd != text.length()) {
      raisedStart = text.length();
    } else if (spans == 1) {
      // A single mark may be written in several spans.
      text.replace(raisedStart, raisedEnd, raised);
      raisedEnd = -1;
    }
  }

  public void endSpan() {
    if (spans > 0 && --spans == 0) {
      endRaised();
    }
  }

  /** Ends a raised text: the mark of a note is separated from the word before it. */
  private void endRaised() {
    raised = text.substring(raisedStart);
    boolean blank = raisedStart > 0 && text.charAt(raisedStart - 1) == ' ';
    String word = wordBefore(blank ? raisedStart - 1 : raisedStart);
    boolean mark =
        NoteMark.is(raised)
            && (blank
                ? NoteMark.endsText(word) && !Character.isLetter(raised.charAt(0))
                : !word.isEmpty() && !NoteMark.isPartOf(word, raised));
    if (mark) {
      text.replace(raisedStart, text.length(), (blank ? "" : " ") + NoteMark.raised(raised));
    }
    raisedEnd = text.length();
    raisedApart = mark || ((blank || word.isEmpty()) && NoteMark.is(raised));
  }

  /** Separates a mark from a word after it; the raised number of a fraction is no mark. */
  private void separateFromMark(char next) {
    if (raisedEnd != text.length() || !raisedApart) {
      return;
    }
    if (next == '/' || next == '⁄') {
      text.replace(raisedEnd - raised.length(), raisedEnd, raised);
    } else if (Character.isLetterOrDigit(next)) {
      text.append(' ');
    }
  }

  /** Returns the end of the word at a position, or the empty string if there is none. */
  private String wordBefore(int place) {
    return BEFORE_WORD
        .matcher(text.substring(Math.max(0, place - LONGEST_WORD), place))
        .replaceFirst("");
  }

  private int room(int wanted) {
    return Math.min(wanted, MOST_CHARACTERS - text.length());
  }

  private static void requireRoom(boolean there) {
    if (!there) {
      throw new OverBudgetException(ReasonCode.TEXT_TOO_LONG, MOST_CHARACTERS);
    }
  }

  /** Begins a new line with the text that follows. */
  public void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /** Separates the text that follows from the text before, as between the cells of a row. */
  public void endCell() {
    separate('\t');
  }

  public void endWord() {
    separate(' ');
  }

  private void separate(char separator) {
    if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.append(separator);
    }
  }

  public void breakHere(Break kind) {
    endLine();
    places.add(new Place(text.length(), kind));
  }

  /** Begins a slide or a sheet. */
  public void beginUnit(TextUnit kind) {
    unit = kind;
    breakHere(Break.UNIT);
  }

  /** Joins all text to one message, or another undivided unit. */
  public void joinAs(TextUnit kind) {
    unit = kind;
    places.clear();
  }

  /** Replaces pages by another unit, because the page breaks separate something else. */
  public void pagesAre(TextUnit kind) {
    unit = kind;
    places.replaceAll(
        place -> place.kind() == Break.PAGE ? new Place(place.offset(), Break.UNIT) : place);
  }

  /** Cells with a date contain it as m/d/yy, in whatever format their author saw it. */
  public void datesAreAmerican() {
    americanDates = true;
  }

  public TextUnit unit() {
    return unit;
  }

  public boolean endsWithDigit() {
    return !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1));
  }

  public boolean isBlank() {
    return text.chars().allMatch(Character::isWhitespace);
  }

  /** Returns the parts in order, numbered from 1. Empty slides and sheets keep their number. */
  public List<PageText> parts() {
    List<PageText> parts = new ArrayList<>();
    int start = 0;
    boolean keepBlank = false;
    for (int end : ends()) {
      String read = ReadableText.of(text.substring(start, end));
      String part = americanDates ? CellDates.italian(read) : read;
      if (keepBlank || !part.isEmpty()) {
        parts.add(new PageText(parts.size() + 1, label(part), part, PageShape.NONE));
      }
      start = end;
      // Text before the first slide or sheet has no number if it is blank.
      keepBlank = unit != TextUnit.SECTION;
    }
    return List.copyOf(parts);
  }

  /** Returns the label of a part: a sheet begins with its name. */
  private String label(String part) {
    return unit == TextUnit.SHEET ? part.lines().findFirst().orElse("") : "";
  }

  /** Returns all the text, undivided. */
  public String whole() {
    return ReadableText.of(text.toString());
  }

  private List<Integer> ends() {
    Set<Break> counting = EnumSet.of(Break.APART);
    places.stream().map(Place::kind).min(Comparator.naturalOrder()).ifPresent(counting::add);
    List<Integer> ends = new ArrayList<>();
    for (Place place : places) {
      if (counting.contains(place.kind())) {
        ends.add(place.offset());
      }
    }
    ends.add(text.length());
    return ends;
  }
}
