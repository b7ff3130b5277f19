package it.lente.web;

import it.lente.messages.Messages;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The parts of a page around its content.
 *
 * @param title of the page, without the name of the site
 * @param description one or two sentences about the page, for search results and previews
 * @param trail the pages above this one, the widest first
 * @param kind whether search engines may list the page
 */
record PageLayout(
    RequestContext visit, String title, String description, List<Crumb> trail, Kind kind) {

  /** What programs may do with a page. */
  enum Kind {
    LISTED,
    UNLISTED,
    /** An answer in place of a page, of which there is nothing in other formats. */
    ERROR
  }

  /** A language other than this page's, and the page's address in it. */
  record Translation(String language, String name, String address) {}

  static PageLayout of(RequestContext visit, String title) {
    return new PageLayout(
        visit, title, visit.messages().get("site.description"), List.of(), Kind.LISTED);
  }

  PageLayout ofKind(Kind other) {
    return new PageLayout(visit, title, description, trail, other);
  }

  PageLayout below(String label, String address) {
    List<Crumb> longer = new ArrayList<>(trail);
    longer.add(new Crumb(label, address));
    return new PageLayout(visit, title, description, List.copyOf(longer), kind);
  }

  PageLayout notIndexed() {
    return ofKind(Kind.UNLISTED);
  }

  boolean indexed() {
    return kind == Kind.LISTED;
  }

  PageLayout describedAs(String words) {
    return new PageLayout(visit, title, words, trail, kind);
  }

  /** Returns the absolute canonical address, with the language if it was selected. */
  String canonical() {
    return canonical(visit.language());
  }

  /**
   * Returns the absolute address of this page in a language; only a list keeps its parameters.
   *
   * @param language the empty string for the reader's own
   */
  String canonical(String language) {
    boolean list = visit.here().path().equals("/");
    Address bare = list ? visit.here() : new Address(visit.here().path(), Map.of());
    return visit.absolute(bare.with("lang", language));
  }

  /** Returns the addresses of the same in formats for programs; none of an error. */
  List<Download> alternates() {
    return kind == Kind.ERROR ? List.of() : Download.alternates(visit.here(), messages());
  }

  /** Returns the addresses of references to this page; none if it is no source. */
  List<Download> citations() {
    return alternates().stream().skip(1).toList();
  }

  /** Returns the address that describes how to embed this page; empty if it cannot be embedded. */
  String oEmbed() {
    Address here = visit.here();
    boolean page = visit.isNamed() && here.path().contains("/pages/") && !alternates().isEmpty();
    return page
        ? visit.below(Address.of("api", "v1", "oembed"))
            + "?url="
            + URLEncoder.encode(
                visit.absolute(new Address(here.path(), Map.of()).with("q", visit.q())),
                StandardCharsets.UTF_8)
        : "";
  }

  Brand brand() {
    return visit.brand();
  }

  List<Crumb> links() {
    return brand().links().stream()
        .map(link -> new Crumb(link.names().get(messages().language()), link.address()))
        .toList();
  }

  Messages messages() {
    return visit.messages();
  }

  /** Returns a path of this site for use in a form. */
  String below(String path) {
    return visit.here().base() + path;
  }

  String link(String path) {
    return visit.to(new Address(path, Map.of())).toString();
  }

  String asking(String q) {
    return visit.to(Address.of("")).with("q", q).toString();
  }

  /** Returns the links in the header of every page. */
  List<Crumb> pages() {
    return List.of(
        new Crumb(messages().get("nav.search"), link("/")),
        new Crumb(messages().get("statistics.title"), link("/statistics")),
        new Crumb(messages().get("nav.coverage"), link("/coverage")),
        new Crumb(messages().get("nav.help"), link("/help")),
        new Crumb(messages().get("nav.about"), link("/about")));
  }

  /** Returns whether a link leads to the current page, whatever the question. */
  boolean is(Crumb page) {
    return page.address().equals(link(visit.here().path()));
  }

  /** Returns the other languages, in the order of the list. */
  List<Translation> translations() {
    return Messages.BY_LANGUAGE.values().stream()
        .filter(other -> !other.language().equals(messages().language()))
        .map(other ->
            new Translation(
                other.language(),
                other.get("language.name"),
                visit.here().with("lang", other.language()).toString()))
        .toList();
  }
}
