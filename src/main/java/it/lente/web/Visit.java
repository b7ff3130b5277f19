package it.lente.web;

import io.javalin.http.Context;
import it.lente.search.Parameters;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every route reads of a request.
 *
 * @param texts in the language of the answer, the publisher's where there are some
 * @param here the address asked for, without the parameters that are not ours
 * @param garbled whether some parameter was written so that it could not be read
 * @param origin what stands before a path where an address has to be whole
 * @param language as chosen by the parameter {@code lang}, the empty string if it was not
 * @param asked what stands behind a path in an address that keeps the language and the words
 */
record Visit(
    Parameters parameters,
    Publisher publisher,
    Texts texts,
    Address here,
    String origin,
    String language,
    String asked,
    boolean garbled) {

  private static final Pattern GARBLED = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  static Visit of(Context context) {
    Parameters parameters = new Parameters(context.queryParamMap());
    String language =
        parameters.all("lang").stream()
            .filter(Texts.BY_LANGUAGE::containsKey)
            .findFirst()
            .orElse("");
    boolean garbled = GARBLED.matcher(Objects.requireNonNullElse(context.queryString(), "")).find();
    String accepted = Objects.requireNonNullElse(context.header("Accept-Language"), "");
    Address here = new Address(context.path(), parameters.values()).with("lang", language);
    Publisher publisher = context.appData(Publisher.KEY);
    String address = publisher.brand().address();
    String origin = address.isEmpty() ? context.scheme() + "://" + context.host() : address;
    Texts texts = publisher.choose(language, accepted);
    String asked =
        new Address("", Map.of("q", parameters.all("q").stream().limit(1).toList()))
            .with("lang", language)
            .toString();
    return new Visit(parameters, publisher, texts, here, origin, language, asked, garbled);
  }

  /** Refuses what cannot be read and a language that there is not; pages pass over both. */
  Visit strict() {
    if (garbled) {
      throw ProblemException.unreadable("A % in the address must be followed by two hex digits.");
    }
    for (String value : parameters.all("lang")) {
      if (!Texts.BY_LANGUAGE.containsKey(value)) {
        throw ProblemException.parameter(
            "lang", "“lang” must be it or en, not “%s”.".formatted(value));
      }
    }
    return this;
  }

  /** Refuses parameters that are not known, for a route that takes few. */
  Visit strict(Set<String> known) {
    for (String name : parameters.values().keySet()) {
      if (!known.contains(name)) {
        throw ProblemException.parameter(
            name,
            "There is no parameter “%s” here. Known are: %s."
                .formatted(name, known.stream().sorted().collect(Collectors.joining(", "))));
      }
    }
    return strict();
  }

  Brand brand() {
    return publisher.brand();
  }

  /** What was typed, or the empty string. */
  String q() {
    return parameters.one("q");
  }

  /** An address that keeps the language that was chosen. */
  Address to(Address address) {
    return address.with("lang", language);
  }

  /** The address as it is written elsewhere. */
  String absolute(Address address) {
    return origin + address;
  }

  /** An address that keeps the language and the words. */
  Address asking(Address address) {
    return to(address).with("q", q());
  }
}
