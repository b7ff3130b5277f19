package it.lente.search;

import it.lente.record.Facet;
import it.lente.record.Years;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads values of {@code year}: 2019, 2015-2019, 2015-, -2019, none; two dots equal a dash. */
final class YearFilter {

  /** Maximum number of years ahead of the present. */
  static final int YEARS_AHEAD = 11;

  private static final Pattern RANGE = Pattern.compile("([0-9]{4})?(-|\\.\\.)?([0-9]{4})?");

  private YearFilter() {}

  /** Returns every year that the values name, as the facet writes it. */
  static Set<String> expand(List<String> values, int currentYear) {
    Set<String> years = new LinkedHashSet<>();
    for (String value : values) {
      if (value.equals(Facet.NO_YEAR)) {
        years.add(value);
      } else {
        addRange(years, value, currentYear + YEARS_AHEAD);
      }
    }
    return years;
  }

  private static void addRange(Set<String> years, String value, int latest) {
    Matcher range = RANGE.matcher(value);
    boolean named = range.matches() && (range.group(1) != null || range.group(3) != null);
    boolean single = named && range.group(2) == null;
    if (!named || (single && range.group(3) != null)) {
      throw refused(value, latest);
    }
    int from = range.group(1) == null ? Years.EARLIEST : Integer.parseInt(range.group(1));
    int to = single ? from : range.group(3) == null ? latest : Integer.parseInt(range.group(3));
    if (from > to || from < Years.EARLIEST || to > latest) {
      throw refused(value, latest);
    }
    for (int year = from; year <= to; year++) {
      years.add(Integer.toString(year));
    }
  }

  private static InvalidParameterException refused(String value, int latest) {
    return new InvalidParameterException(
        Facet.YEAR.key(),
        "“year” takes a year from %d to %d, a range such as 2015-2019, 2015- or -2019, or none; not “%s”."
            .formatted(Years.EARLIEST, latest, value));
  }
}
