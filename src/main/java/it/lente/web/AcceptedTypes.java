package it.lente.web;

import io.javalin.http.Context;
import it.lente.search.ResultFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.QuotedQualityCSV;

/**
 * The media types that a client accepts, in lower case, without parameters, the preferred ones
 * first (RFC 9110, section 12.5.1).
 */
record AcceptedTypes(List<String> types) {

  /** Reads the header of a request. */
  static AcceptedTypes of(Context context) {
    return of(Objects.requireNonNullElse(context.header("Accept"), ""));
  }

  /** Reads a header, in which types of quality 0 are refused. */
  static AcceptedTypes of(String header) {
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    accepted.addValue(header);
    return new AcceptedTypes(
        accepted.getValues().stream()
            .map(type -> type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT))
            .toList());
  }

  /** Returns the preferred one of the known formats, else the usual one. */
  ResultFormat among(Set<ResultFormat> known, ResultFormat usual) {
    return types.stream()
        .flatMap(type -> known.stream().filter(format -> format.mediaType().equals(type)))
        .findFirst()
        .orElse(usual);
  }

  /** Returns whether JSON is preferred to HTML; empty if neither is named. */
  Optional<Boolean> isJsonPreferred() {
    return types.stream()
        .filter(type -> type.equals("text/html") || type.contains("json"))
        .map(type -> type.contains("json"))
        .findFirst();
  }
}
