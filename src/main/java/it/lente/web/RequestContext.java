package it.lente.web;

import io.javalin.http.Context;
import it.lente.messages.Messages;
import it.lente.search.Question;
import it.lente.search.RequestParameters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that every route reads from a request.
 *
 * @param messages in the language of the response, with the publisher's own texts
 * @param here the requested address without unknown parameters
 * @param origin the beginning of absolute addresses, «https://www.ente.example»; the empty string
 *     if no trusted source gives it
 * @param language as chosen by the parameter {@code lang}, the empty string if it was not
 * @param asked the end of an address that keeps the language, the words and the list; without the
 *     list or the words if they are too long for a page with thousands of such addresses
 * @param surplus the parameter with more values than a request may have, the empty string if none
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

  /** The parameters that links to records and pages keep. */
  private static final Set<String> KEPT = Set.of("q", "lang");

  /** The parameters of a list, which they keep for those who come from it. */
  private static final Set<String> LISTED =
      Stream.concat(
              Question.FILTERS.stream(),
              Stream.of("scope", "sort", "size", Address.COMPARED, Address.LIST, Address.AT))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern LOCAL =
      Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  /** Maximum length in bytes of the words that every link of a page repeats. */
  private static final int LONGEST_ASKED = 500;

  /** Maximum length of an address in bytes; a longer one could not be requested. */
  private static final int LONGEST_ADDRESS = RequestLimits.LONGEST_HEAD - 1_000;

  /** Maximum size in bytes of one kind of links in a page that repeat its own address. */
  private static final int LINKS = 300_000;

  /** Returns the context of a request, which is created once. */
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
    RequestParameters parameters = given.limited(Question.FILTERS, Question.MAX_FILTER_VALUES);
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
    Address words = new Address("", Map.of("q", List.of(q))).with("lang", language);
    String asked = kept(here, "").below("").toString();
    if (asked.length() > LONGEST_ASKED) {
      asked = words.toString();
    }
    return new RequestContext(
        parameters,
        publisher,
        messages,
        here,
        origin(context, publisher),
        language,
        asked.length() > LONGEST_ASKED ? words.without("q").toString() : asked,
        given.beyond(Question.FILTERS, Question.MAX_FILTER_VALUES).orElse(""));
  }

  /**
   * Returns the origin from the brand, a trusted proxy or, if only this machine can connect, a
   * local Host header. No other Host is trusted, because clients can send any.
   */
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
   * Throws if the address is too long for links. Canonical encoding can make an address three times
   * as long as it was sent.
   */
  RequestContext linkable() {
    if (here.toString().length() > LONGEST_ADDRESS) {
      throw ProblemException.tooLong();
    }
    return this;
  }

  /** Returns whether a page has room for this many links that repeat an address. */
  static boolean isRepeatable(Address address, int links) {
    return (long) address.toString().length() * links <= LINKS;
  }

  /** Returns messages about the parts of a request that are not used. */
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

  /** Throws if there are too many values or the language is unknown; pages ignore both. */
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

  /** Throws if a parameter is unknown, for a route that takes few. */
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

  /** Returns the typed words, cut to the length that is read, or the empty string. */
  String q() {
    return Question.readable(parameters.one("q"));
  }

  /** Returns an address that keeps the selected language. */
  Address to(Address address) {
    return below(address).with("lang", language);
  }

  /** Returns the address below the base path. */
  Address below(Address address) {
    return address.below(here.base());
  }

  /** Returns the addresses for answers that are read where this site is known. */
  SiteLinks links() {
    return new SiteLinks("", here.base(), messages);
  }

  /** Returns the addresses for answers that are taken elsewhere; without an origin only paths. */
  SiteLinks absoluteLinks() {
    return new SiteLinks(origin, here.base(), messages);
  }

  /** Returns the absolute address; without an origin only its path. */
  String absolute(Address address) {
    return origin + below(address);
  }

  /** Returns whether absolute addresses can be written. */
  boolean isNamed() {
    return !origin.isEmpty();
  }

  /** Returns an address that keeps the language, the words and the list that the reader is in. */
  Address asking(Address address) {
    return kept(here, address.path()).with("q", q());
  }

  private static Address kept(Address here, String path) {
    boolean inList = here.path().equals("/") || !here.value(Address.AT).isEmpty();
    Map<String, List<String>> kept = new HashMap<>(here.parameters());
    kept.keySet().removeIf(name -> !KEPT.contains(name) && !(inList && LISTED.contains(name)));
    return new Address(here.base(), path, kept);
  }

  /** Returns whether links keep the list: not on the home page, nor if they have no room. */
  boolean keepsList() {
    return !here.isBare() && kept(here, "").below("").toString().length() <= LONGEST_ASKED;
  }

  /** Returns this visit as the links of a result pass it on, with its position in the list. */
  RequestContext at(int position) {
    String next = asked + (asked.isEmpty() ? "?" : "&") + Address.AT + "=" + position;
    return new RequestContext(
        parameters, publisher, messages, here, origin, language, next, surplus);
  }
}
