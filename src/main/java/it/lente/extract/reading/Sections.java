package it.lente.extract.reading;

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
 * The text of a file that has no fixed pages, and the places where it may be parted: at slides or
 * sheets if there are any, else at page breaks, else at headings, else nowhere.
 */
final class Sections {

  /** A place to part the text: of the first three, only the strongest that the file has count. */
  enum Break {
    UNIT,
    PAGE,
    HEADING,
    /** Between the text and what stands on every page of it; always counts. */
    APART
  }

  /** As many as some 7,000 pages hold; more would fill the memory. */
  static final int MOST_CHARACTERS = 20_000_000;

  private static final int LONGEST_WORD = 40;
  private static final Pattern BEFORE_WORD = Pattern.compile("(?s).*\\s");

  private record Place(int offset, Break kind) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private TextUnit unit = TextUnit.SECTION;
  private boolean americanDates;

  /** How many spans are open from the one that is raised. */
  private int spans;

  /** Where the last raised piece begins and ends, and how it was written. */
  private int raisedStart;

  private int raisedEnd = -1;
  private boolean raisedApart;
  private String raised = "";

  /**
   * @throws OverBudgetException if there is no room for all of it; what fits is kept
   */
  void append(CharSequence more) {
    if (!more.isEmpty()) {
      separateFromMark(more.charAt(0));
    }
    int room = room(more.length());
    text.append(more, 0, room);
    requireRoom(room == more.length());
  }

  /** See {@link #append(CharSequence)}. */
  void append(char[] characters, int start, int length) {
    append(CharBuffer.wrap(characters, start, length));
  }

  /** A span of text begins; within a raised one all are raised above their line. */
  void beginSpan(boolean isRaised) {
    if ((spans > 0 || isRaised) && spans++ == 0 && raisedEnd != text.length()) {
      raisedStart = text.length();
    } else if (spans == 1) {
      // One mark in several spans.
      text.replace(raisedStart, raisedEnd, raised);
      raisedEnd = -1;
    }
  }

  void endSpan() {
    if (spans > 0 && --spans == 0) {
      endRaised();
    }
  }

  /**
   * The raised piece is complete: as the mark of a note it is separated from the word before it.
   */
  private void endRaised() {
    raised = text.substring(raisedStart);
    boolean blank = raisedStart > 0 && text.charAt(raisedStart - 1) == ' ';
    String word = wordBefore(blank ? raisedStart - 1 : raisedStart);
    boolean mark =
        RaisedMark.is(raised)
            && (blank
                ? RaisedMark.endsText(word) && !Character.isLetter(raised.charAt(0))
                : !word.isEmpty() && !RaisedMark.isPartOf(word, raised));
    if (mark) {
      text.replace(raisedStart, text.length(), (blank ? "" : " ") + RaisedMark.raised(raised));
    }
    raisedEnd = text.length();
    raisedApart = mark || ((blank || word.isEmpty()) && RaisedMark.is(raised));
  }

  /** Separates a mark from a word that follows; the raised number of a fraction is no mark. */
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

  /** The end of the word that a place of the text touches, the empty string if there is none. */
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

  /** What follows begins a line. */
  void endLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /** What follows stands beside what went before, as in the next cell of a row. */
  void endCell() {
    if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
      text.append('\t');
    }
  }

  void breakHere(Break kind) {
    endLine();
    places.add(new Place(text.length(), kind));
  }

  /** A slide or a sheet begins. */
  void beginUnit(TextUnit kind) {
    unit = kind;
    breakHere(Break.UNIT);
  }

  /** Whatever was found, it is all one message, or another undivided thing. */
  void joinAs(TextUnit kind) {
    unit = kind;
    places.clear();
  }

  /** What was taken for pages is something else. */
  void pagesAre(TextUnit kind) {
    unit = kind;
    places.replaceAll(
        place -> place.kind() == Break.PAGE ? new Place(place.offset(), Break.UNIT) : place);
  }

  /** Cells that hold a date show it as m/d/yy, whatever their author saw. */
  void datesAreAmerican() {
    americanDates = true;
  }

  TextUnit unit() {
    return unit;
  }

  boolean isBlank() {
    return text.chars().allMatch(Character::isWhitespace);
  }

  /** The parts in order, numbered from 1; slides and sheets keep their number also when empty. */
  List<PageText> parts() {
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
      // Before the first slide or sheet there is nothing to count.
      keepBlank = unit != TextUnit.SECTION;
    }
    return List.copyOf(parts);
  }

  /** A sheet begins with its name. */
  private String label(String part) {
    return unit == TextUnit.SHEET ? part.lines().findFirst().orElse("") : "";
  }

  /** All the text, undivided. */
  String whole() {
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
