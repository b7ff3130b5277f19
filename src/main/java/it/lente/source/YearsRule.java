package it.lente.source;

import it.lente.record.ProcessStatus;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.Years;
import it.lente.record.Years.Bound;
import java.time.Clock;
import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Derives the first and the last year of a process separately: from the date, else from the year
 * that the record gives for it, else from the year of certification or funding, else from the dates
 * in the text of the phases.
 */
final class YearsRule {

  /** Plans reach into the future, but not further. */
  private static final int YEARS_AHEAD = 11;

  private static final List<RecordField> DATED =
      Stream.of(RecordField.values())
          .filter(field ->
              field.kind() == RecordField.Kind.YEAR || field.kind() == RecordField.Kind.DATE)
          .toList();

  private final Clock clock;

  YearsRule(Clock clock) {
    this.clock = clock;
  }

  Years years(RecordDraft draft) {
    Optional<Bound> start = given(draft, RecordField.START_DATE, RecordField.START_YEAR);
    Optional<Bound> end = given(draft, RecordField.END_DATE, RecordField.END_YEAR);
    if (start.isPresent() && end.isPresent() && start.get().year() > end.get().year()) {
      draft.problem(
          0,
          ReasonCode.ENDS_BEFORE.with(
              Year.of(end.get().year()),
              end.get().origin(),
              Year.of(start.get().year()),
              start.get().origin()));
      end = laterEnd(draft, start.get().year());
    }
    if (start.isPresent() && end.isPresent()) {
      return Years.between(start.get(), end.get());
    }
    List<List<Bound>> hints = hints(draft);
    return between(start, end.or(() -> stillRunning(draft, start, hints)), hints);
  }

  /** Uses the closing year, which may be right even if the date of the end is wrong. */
  private Optional<Bound> laterEnd(RecordDraft draft, int start) {
    return bound(draft, RecordField.END_YEAR).filter(bound -> bound.year() >= start);
  }

  private Years between(Optional<Bound> start, Optional<Bound> end, List<List<Bound>> hints) {
    Comparator<Bound> byYear = Comparator.comparingInt(Bound::year);
    int latest = end.map(Bound::year).orElse(Integer.MAX_VALUE);
    Optional<Bound> from = start.or(() -> first(hints, b -> b.year() <= latest, byYear.reversed()));
    int earliest = from.map(Bound::year).orElse(Integer.MIN_VALUE);
    Optional<Bound> to = end.or(() -> first(hints, b -> b.year() >= earliest, byYear));
    return from.or(() -> to)
        .map(first -> Years.between(first, to.orElse(first)))
        .orElse(Years.UNKNOWN);
  }

  /** Returns the greatest suitable bound of the best hints that have one. */
  private static Optional<Bound> first(
      List<List<Bound>> hints, Predicate<Bound> fits, Comparator<Bound> order) {
    return hints.stream()
        .flatMap(rung -> rung.stream().filter(fits).max(order).stream())
        .findFirst();
  }

  private Optional<Bound> stillRunning(
      RecordDraft draft, Optional<Bound> start, List<List<Bound>> hints) {
    boolean running =
        draft.first(RecordField.STATUS).filter(ProcessStatus.RUNNING::equals).isPresent();
    if (!running) {
      return Optional.empty();
    }
    int from = between(start, Optional.empty(), hints).from().map(Bound::year).orElse(0);
    return bound(draft, RecordField.LAST_MODIFIED)
        .filter(change -> from > 0 && change.year() > from);
  }

  /** Returns sources of a year for records without a beginning or end, the best first. */
  private List<List<Bound>> hints(RecordDraft draft) {
    List<Bound> acts =
        Stream.of(RecordField.CERTIFICATION_YEAR, RecordField.FUNDING_YEAR)
            .flatMap(field -> bound(draft, field).stream())
            .toList();
    List<Bound> phases =
        draft.first(RecordField.PHASES).stream()
            .flatMapToInt(ItalianDate::yearsIn)
            .filter(this::believed)
            .mapToObj(year -> new Bound(year, RecordField.PHASES.sourceLabel()))
            .toList();
    return List.of(acts, phases);
  }

  private Optional<Bound> given(RecordDraft draft, RecordField date, RecordField year) {
    return bound(draft, date).or(() -> bound(draft, year));
  }

  private Optional<Bound> bound(RecordDraft draft, RecordField field) {
    return draft
        .first(field)
        .map(value -> new Bound(year(value), field.sourceLabel()))
        .filter(bound -> believed(bound.year()));
  }

  /** Reports years that are implausibly early or late. */
  void report(RecordDraft draft) {
    for (RecordField field : DATED) {
      draft
          .first(field)
          .filter(value -> !believed(year(value)))
          .ifPresent(value ->
              draft.problem(
                  0,
                  ReasonCode.YEAR_UNBELIEVED.with(
                      value, field.sourceLabel(), Year.of(Years.EARLIEST), Year.of(latest()))));
    }
  }

  private static int year(String value) {
    return Integer.parseInt(value.substring(0, 4));
  }

  private boolean believed(int year) {
    return year >= Years.EARLIEST && year <= latest();
  }

  private int latest() {
    return Year.now(clock).getValue() + YEARS_AHEAD;
  }
}
