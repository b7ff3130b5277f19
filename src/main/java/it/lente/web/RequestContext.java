package it.lente.web;

import io.javalin.http.Context;
import it.lente.messages.Messages;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What every route reads of a request.
 *
 * @param messages in the language of the answer, the publisher's where there are some
 * @param here the address asked for, without the parameters that are not ours
 * @param origin the beginning of whole addresses, «https://www.ente.example»; the empty string if
 *     nothing that can be relied on says it
 * @param language as chosen by the parameter {@code lang}, the empty string if it was not
 * @param asked the end of an address that keeps the language and the words; without the words if
 *     they are too long for a page that may have thousands of such addresses
 * @param surplus the parameter whose values go beyond those that a request may have, the empty
 *     string if none does
 */
record RequestContext(
    RequestParameters parameters,
    Publisher publisher,
    Messages messages,
    Address here,
    String origin,
    String language,
    String asked,
    String surplus) {

  private static final String KEY = "visit";

  private static final Pattern LOCAL =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  /** Bytes of words that each link of a page may repeat. */
  private static final int LONGEST_ASKED = 500;

  /** Bytes of an address, for one that is longer could not be asked for. */
  private static final int LONGEST_ADDRESS = UnreadRequests.LONGEST_HEAD - 1_000;

  /** Bytes that a page may spend on a kind of links that repeat its own address. */
  private static final int LINKS = 300_000;

  /** The same for each part of the program that asks for it. */
  static RequestContext of(Context context) {
    RequestContext known = context.attribute(KEY);
    if (known == null) {
      known = read(context);
      context.attribute(KEY, known);
    }
    return known;
  }

  private static RequestContext read(Context context) {
    Publisher publisher = context.appData(Publisher.KEY);
    // A link that begins with two slashes leads to another site.
    String path = context.path().replaceFirst("^/+", "/");
    RequestParameters given = new RequestParameters(context.queryParamMap());
    RequestParameters parameters = given.limited(Question.MAX_FILTER_VALUES);
    String language =
        parameters.all("lang").stream()
            .filter(Messages.BY_LANGUAGE::containsKey)
            .findFirst()
            .orElse("");
    String accepted = Objects.requireNonNullElse(context.header("Accept-Language"), "");
    String q = parameters.all("q").stream().map(Question::readable).findFirst().orElse("");
    Address here =
        new Address(publisher.brand().base(), path, parameters.values())
            .with("lang", language)
            .with("q", q);
    Messages messages = publisher.choose(language, accepted);
    Address keeping = new Address("", Map.of("q", List.of(q))).with("lang", language);
    String asked = keeping.toString();
    return new RequestContext(
        parameters,
        publisher,
        messages,
        here,
        origin(context, publisher),
        language,
        asked.length() > LONGEST_ASKED ? keeping.without("q").toString() : asked,
        given.beyond(Question.MAX_FILTER_VALUES).orElse(""));
  }

  /** The request's own Host is anybody's text: only a name that is no other machine's counts. */
  private static String origin(Context context, Publisher publisher) {
    String address = publisher.brand().address();
    if (!address.isEmpty()) {
      return address.substring(0, address.length() - publisher.brand().base().length());
    }
    String told = context.attribute(Proxies.ORIGIN);
    String host = Objects.requireNonNullElse(context.host(), "");
    boolean own = publisher.local() && LOCAL.matcher(host).matches();
    return told != null ? told : own ? "http://" + host : "";
  }

  /**
   * Sees to it that links can repeat the address: written as addresses are, it may be three times
   * as long as it was sent.
   */
  RequestContext linkable() {
    if (here.toString().length() > LONGEST_ADDRESS) {
      throw ProblemException.tooLong();
    }
    return this;
  }

  /** Whether a page has room for so many links that repeat an address. */
  static boolean isRepeatable(Address address, int links) {
    return (long) address.toString().length() * links <= LINKS;
  }

  /** What is to be said of a request of which not everything is used. */
  List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!surplus.isEmpty()) {
      notes.add(messages.get("note.surplus", Question.MAX_FILTER_VALUES));
    }
    if (!q().isEmpty() && !asked.contains("q=")) {
      notes.add(messages.get("note.asked"));
    }
    return notes;
  }

  /** Refuses what is too much, and a language that there is not; pages do not. */
  RequestContext strict() {
    if (!surplus.isEmpty()) {
      throw ProblemException.parameter(
          surplus,
          "“%s” goes beyond the %d values that all filters of a request may have together: leave some out, or ask several times."
              .formatted(surplus, Question.MAX_FILTER_VALUES));
    }
    for (String value : parameters.all("lang")) {
      if (!Messages.BY_LANGUAGE.containsKey(value)) {
        throw ProblemException.parameter(
            "lang",
            "“lang” must be %s, not “%s”."
                .formatted(String.join(" or ", Messages.LANGUAGES), value));
      }
    }
    return this;
  }

  /** Refuses parameters that are not known, for a route that takes few. */
  RequestContext strict(Set<String> known) {
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

  /** What was typed as far as it is read, or the empty string. */
  String q() {
    return Question.readable(parameters.one("q"));
  }

  /** An address that keeps the language that was chosen. */
  Address to(Address address) {
    return below(address).with("lang", language);
  }

  /** An address of ours where the pages are. */
  Address below(Address address) {
    return address.below(here.base());
  }

  /** The address as it is written elsewhere; without an origin only its path. */
  String absolute(Address address) {
    return origin + below(address);
  }

  /** Whether addresses can be written as they are elsewhere. */
  boolean isNamed() {
    return !origin.isEmpty();
  }

  /** An address that keeps the language and the words. */
  Address asking(Address address) {
    return to(address).with("q", q());
  }
}
