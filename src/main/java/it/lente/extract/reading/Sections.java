package it.lente.extract.reading;

import it.lente.record.PageShape;
import it.lente.record.PageText;
import it.lente.record.Reason;
import it.lente.record.TextUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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

  private record Place(int offset, Break kind) {}

  private final StringBuilder text = new StringBuilder();
  private final List<Place> places = new ArrayList<>();
  private TextUnit unit = TextUnit.SECTION;
  private boolean americanDates;

  /**
   * @throws OverBudgetException if there is no room for all of it; what fits is kept
   */
  void append(CharSequence more) {
    int room = room(more.length());
    text.append(more, 0, room);
    requireRoom(room == more.length());
  }

  /** See {@link #append(CharSequence)}. */
  void append(char[] characters, int start, int length) {
    int room = room(length);
    text.append(characters, start, room);
    requireRoom(room == length);
  }

  private int room(int wanted) {
    return Math.min(wanted, MOST_CHARACTERS - text.length());
  }

  private static void requireRoom(boolean there) {
    if (!there) {
      throw new OverBudgetException(Reason.TEXT_TOO_LONG, MOST_CHARACTERS);
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
