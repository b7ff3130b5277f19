package it.lente.web;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.messages.Messages;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages as a browser without JavaScript gets them, over a real port. */
class PagesTest {

  private static final String PROCESS = "/processes/" + FixedCollection.LIBRARY;
  private static final String REPORT =
      PROCESS + "/attachments/" + FixedCollection.REPORT + "/pages/";

  @AutoClose private static final Site site = new Site();

  private static List<String> hrefs(Document page, String css) {
    return page.select(css).eachAttr("href");
  }

  /** Returns the labels of check boxes without the counts beside them. */
  private static List<String> labels(Element within, String css) {
    return within.select(css).stream().map(label -> label.ownText().strip()).toList();
  }

  @Test
  void where_nothing_is_found_the_page_proposes_what_would_find_something() {
    Document page = site.page("/?q=bibloteca+che&status=Concluso&page=1&lang=en");
    Element meant = page.selectFirst("p:contains(Did you mean)");
    assertThat(meant.text()).isEqualTo("Did you mean: biblioteca che (1 process found)");
    assertThat(meant.selectFirst("a").attr("href"))
        .isEqualTo("/?q=biblioteca%20che&status=Concluso&lang=en");
    assertThat(site.page("/?q=biblioteca&lang=en").select("p:contains(Did you mean)")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?q=biblioteca&year=2010-2018&status=Concluso&place=Lombardia&lang=en",
        "/?q=nessunacosa",
        "/?page=2&size=5",
        "/processes/biblioteca-vallechiara?q=biblioteca",
        "/processes/fiume?lang=en",
        "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/7?q=biblioteca",
        "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/8?lang=en",
        "/about",
        "/accessibility",
        "/accessibility?lang=en",
        "/about?lang=en",
        "/help",
        "/help?lang=en",
        "/help?lang=de",
        "/?lang=de",
        "/?q=biblioteca&year=2010-2018&status=Concluso&lang=de",
        "/processes/fiume?lang=de",
        "/processes/biblioteca-vallechiara/attachments/relazione-finale-1a2b3c/pages/8?lang=de",
        "/accessibility?lang=de",
        "/about?lang=de",
        "/api?lang=de",
        "/coverage?state=failed&size=1&lang=de",
        "/facets/holder?contains=x&lang=de",
        "/api",
        "/api?lang=en",
        "/coverage",
        "/coverage?state=failed&size=1&lang=en",
        "/?state=needs-ocr",
        "/?funded=15000..&updated=..2021&extension=yes&women=unknown&lang=en",
        "/facets/place",
        "/compare",
        "/compare?id=fiume&id=biblioteca-vallechiara&id=nessuno&lang=en",
        "/statistics",
        "/statistics?q=biblioteca&place=Lombardia&year=2010-2018&lang=en",
        "/statistics?q=nessunacosa&lang=de",
        "/facets/holder?contains=x&lang=en",
        "/nowhere",
        "/?sort=x&lang=en"
      })
  void every_page_is_well_made(String address) {
    HttpResponse<String> answer = site.get(address);
    Document page = site.page(address);
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.select("html").attr("lang"))
        .isEqualTo(address.contains("lang=en") ? "en" : address.contains("lang=de") ? "de" : "it");
    assertThat(page.title()).endsWith(" – Lente").hasSizeGreaterThan(10);
    String inline = "script:not([src^=/assets/]):not([type=application/ld+json])";
    assertThat(page.select(inline + ", style, [style], [onclick]")).isEmpty();
    page.select("script[src]")
        .forEach(script -> assertThat(site.get(script.attr("src")).statusCode()).isEqualTo(200));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'self'");
    Set<String> ids = new HashSet<>();
    page.select("[id]")
        .forEach(element -> assertThat(ids.add(element.id())).as(element.id()).isTrue());
    for (Element input : page.select("input:not([type=hidden]), select")) {
      boolean labelled =
          input.closest("label") != null || !page.select("label[for=" + input.id() + "]").isEmpty();
      assertThat(labelled).as(input.outerHtml()).isTrue();
    }
    page.select(".skiplinks a")
        .forEach(skip -> assertThat(ids).contains(skip.attr("href").substring(1)));
    page.select("link[href^=/assets]")
        .forEach(link -> assertThat(site.get(link.attr("href")).statusCode()).isEqualTo(200));
  }

  @Test
  void a_result_shows_the_process_its_attachments_and_their_pages() {
    Document page = site.page("/?q=biblioteca");
    assertThat(page.selectFirst("h2#results").text()).isEqualTo("1 processo trovato");
    Element card = page.selectFirst(".card-result");
    assertThat(card.selectFirst("h3 a").attr("href"))
        .isEqualTo("/processes/biblioteca-vallechiara?q=biblioteca&at=1");
    assertThat(card.text())
        .contains("Concluso", "2017–2019")
        .contains("Vallechiara (Lecco, Lombardia)")
        .contains("6 occorrenze in 4 pagine di 48")
        .contains("p. 7 Verbale della seduta");
    assertThat(card.selectFirst(".fact-years").attr("title"))
        .isEqualTo("Anno di avvio – Data fine del processo");
    assertThat(card.select(".excerpt mark").eachText()).contains("biblioteca");
    assertThat(card.select("a.page-chip").eachText()).containsExactly("7", "9", "21", "40");
    assertThat(card.selectFirst("a.page-chip").attr("href"))
        .isEqualTo(REPORT + "7?q=biblioteca&at=1#hit-1");
    assertThat(page.selectFirst("#q").attr("value")).isEqualTo("biblioteca");
  }

  @Test
  void text_of_the_collection_is_never_markup() {
    HttpResponse<String> answer = site.get("/?q=strano");
    assertThat(answer.body())
        .contains("Un &lt;b&gt;titolo&lt;/b&gt; &amp; \"strano\"")
        .doesNotContain("<b>titolo");
    assertThat(site.page("/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E").select("script:not([src])"))
        .isEmpty();
  }

  @Test
  void filters_that_apply_are_chips_that_remove_themselves() {
    Document page =
        site.page("/?q=piazza&status=Concluso&year=2010-2012&utm_source=x&page=2&size=5");
    assertThat(page.select(".filter-chip").eachText())
        .containsExactly("Togli il filtro Stato: Concluso", "Togli il filtro Anno: 2010–2012");
    assertThat(hrefs(page, ".filter-chip"))
        .containsExactly("/?q=piazza&year=2010-2012&size=5", "/?q=piazza&status=Concluso&size=5");
    assertThat(page.selectFirst("#results").text()).isEqualTo("4 processi trovati");
    assertThat(page.selectFirst(".clear").attr("href")).isEqualTo("/?q=piazza&size=5");
  }

  @Test
  void a_filters_form_sends_back_what_is_chosen() {
    Document page = site.page("/?status=Concluso&status=Progetto&year=2010-2012&year=none&lang=en");
    assertThat(page.select("input[name=status][checked]").eachAttr("value"))
        .containsExactly("Progetto", "Concluso");
    assertThat(page.select("input[name=year][checked]").eachAttr("value")).containsExactly("none");
    assertThat(page.select("#yearFrom").attr("value")).isEqualTo("2010");
    assertThat(page.select("#yearTo").attr("value")).isEqualTo("2012");
    assertThat(page.select("input[name=lang]").attr("value")).isEqualTo("en");
    assertThat(page.select(".facet input").eachAttr("form")).containsOnly("search");
  }

  @Test
  void ranges_and_answers_are_chips_and_stand_in_their_fields() {
    Document page =
        site.page("/?cost=5000..15000.5&cost=..10&updated=2021-07..&extension=yes&women=no");
    assertThat(page.select(".filter-chip b").eachText())
        .containsExactly(
            "Sì", "No", "da 5.000,00 € a 15.000,50 €", "fino a 10,00 €", "dal 1 luglio 2021");
    assertThat(hrefs(page, ".filter-chip"))
        .contains("/?extension=yes&women=no&cost=..10&cost=5000..15000.5")
        .contains("/?extension=yes&women=no&cost=5000..15000.5&updated=2021-07..");
    assertThat(page.select("#costTo").attr("value")).isEqualTo("15000.5");
    assertThat(page.select("input[type=hidden][name=cost]").eachAttr("value"))
        .containsExactly("..10");
    assertThat(page.select("#updatedFrom").attr("value")).isEqualTo("2021-07-01");
    assertThat(page.select("input[name=women][checked]").eachAttr("value")).containsExactly("no");
    assertThat(page.select("details.folded:has(#costFrom)").hasAttr("open")).isTrue();
    assertThat(page.select("details.folded:has(#fundedFrom)").hasAttr("open")).isFalse();
    assertThat(page.selectFirst(".clear").attr("href")).isEqualTo("/?sort=newest");
  }

  @Test
  void ranges_of_the_form_become_filters_at_the_canonical_address() {
    assertThat(
            site.get("/?yearFrom=&yearTo=&costFrom=5000&costTo=1000&updatedTo=2021-07-01&funded=1")
                .headers()
                .firstValue("Location"))
        .contains("/?funded=1&cost=1000..5000&updated=..2021-07-01");
    assertThat(site.get("/?fundedFrom=&fundedTo=").headers().firstValue("Location")).contains("/");
    assertThat(site.get("/?costFrom=molto").statusCode()).isEqualTo(400);
  }

  @Test
  void years_have_no_gap_between_the_first_and_the_last() {
    Document page = site.page("/?q=biblioteca&year=2010&year=1990-1999");
    assertThat(page.select("input[name=year]:not([value=none])").eachAttr("value"))
        .containsExactly(
            "2010", "2011", "2012", "2013", "2014", "2015", "2016", "2017", "2018", "2019");
    assertThat(hrefs(page, ".histogram a"))
        .hasSize(10)
        .startsWith("/?q=biblioteca&year=2010", "/?q=biblioteca&year=2011");
  }

  @Test
  void all_values_of_a_facet_are_chosen_from_without_losing_other_filters() {
    Document page =
        site.page("/facets/place?q=piazza&status=Concluso&place=Lombardia&contains=BORGO&size=5");
    assertThat(labels(page, ".choices label"))
        .contains("Borgo 1 (Modena, Emilia-Romagna)")
        .hasSize(5);
    assertThat(page.selectFirst(".values-count").text()).startsWith("5 valori");
    assertThat(page.select("#choose input[type=hidden]").eachAttr("name"))
        .containsExactly("q", "size", "status", "place");
    assertThat(page.select("form[role=search] input[type=hidden]").eachAttr("name"))
        .containsExactly("place", "q", "size", "status");
    assertThat(hrefs(page, ".values-send a"))
        .containsExactly("/?q=piazza&status=Concluso&place=Lombardia&size=5");
    Document all = site.page("/facets/place?place=Lombardia");
    assertThat(all.select("input[name=place][checked]").eachAttr("value"))
        .containsExactly("Lombardia");
    assertThat(all.select("#choose input[type=hidden]")).isEmpty();
  }

  @Test
  void the_first_page_shows_what_the_collection_holds() {
    Document page = site.page("/");
    assertThat(page.selectFirst("h2").text()).isEqualTo("33 processi in tutto");
    assertThat(page.select(".overview h3").eachText())
        .containsExactly("Stato", "Anni", "Luoghi", "Temi");
    assertThat(hrefs(page, ".tally a")).contains("/?status=Concluso", "/?place=Lombardia");
    assertThat(hrefs(page, ".overview .histogram a")).contains("/?year=2018");
    assertThat(page.select(".newest article")).hasSize(6);
    assertThat(page.selectFirst(".count a").attr("href")).isEqualTo("/?sort=newest");
    for (String language : Messages.LANGUAGES) {
      List<String> examples = hrefs(site.page("/?lang=" + language), ".examples a");
      assertThat(examples).isNotEmpty();
      examples.forEach(each -> assertThat(site.page(each).select(".card-result")).isNotEmpty());
    }
    assertThat(site.page("/?lang=en").selectFirst(".count a").attr("href"))
        .isEqualTo("/?sort=newest&lang=en");
  }

  @Test
  void a_tree_stands_as_a_tree() {
    Document page = site.page("/?place=Lombardia");
    Element place = page.selectFirst("fieldset.facet:has([name=place])");
    assertThat(labels(place, "li:not([class*=depth]) label"))
        .containsExactly("Emilia-Romagna", "Lombardia");
    assertThat(labels(place, "li.depth-2 label")).contains("Borgo 1");
  }

  @Test
  void beside_the_results_stand_the_most_frequent_values_and_those_chosen() {
    Element place =
        site.page("/?place=Lombardia&sort=title").selectFirst("fieldset.facet:has([name=place])");
    assertThat(labels(place, ".choices label"))
        .containsExactly(
            "Emilia-Romagna", "Modena", "Borgo 0", "Borgo 1", "Borgo 2", "Borgo 3", "Lombardia");
    assertThat(place.select("[checked]").eachAttr("value")).containsExactly("Lombardia");
    assertThat(place.select(".unlisted a").text()).isEqualTo("Cerca fra tutti i 10 valori: Luogo");
    assertThat(hrefs(site.page("/?place=Lombardia&sort=title"), ".unlisted a"))
        .contains("/facets/place?place=Lombardia&sort=title");
  }

  @Test
  void the_years_of_the_form_become_a_filter_at_the_canonical_address() {
    HttpResponse<String> answer =
        site.get(
            "/?q=piazza&yearFrom=2012&yearTo=2010&scope=all&sort=relevance&status=Concluso&x=1");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .contains("/?q=piazza&status=Concluso&year=2010-2012");
    assertThat(site.get("/?yearFrom=2010&yearTo=").headers().firstValue("Location"))
        .contains("/?year=2010-");
    assertThat(site.get("/?yearFrom=2010&yearTo=2010").headers().firstValue("Location"))
        .contains("/?year=2010");
    assertThat(site.get("/?q=&yearFrom=&yearTo=&lang=en").headers().firstValue("Location"))
        .contains("/?lang=en");
    assertThat(site.get("/?yearFrom=abc").statusCode()).isEqualTo(400);
  }

  @Test
  void a_long_list_is_paged() {
    Document page = site.page("/?size=3&page=5");
    assertThat(page.select(".pagination a[rel=prev]").attr("href")).isEqualTo("/?size=3&page=4");
    assertThat(page.select(".pagination a[rel=next]").attr("href")).isEqualTo("/?size=3&page=6");
    assertThat(page.select(".pagination li").eachText())
        .containsExactly(
            "Precedente",
            "Pagina 1",
            "…",
            "Pagina 3",
            "Pagina 4",
            "Pagina 5",
            "Pagina 6",
            "Pagina 7",
            "…",
            "Pagina 11",
            "Successiva");
    assertThat(page.select(".pagination [aria-current=page]").text()).isEqualTo("Pagina 5");
  }

  @Test
  void every_example_of_the_help_finds_something_in_the_collection_that_is_served() {
    for (String language : Messages.LANGUAGES) {
      List<String> examples = hrefs(site.page("/help?lang=" + language), "a.example");
      assertThat(examples).isNotEmpty().allMatch(each -> each.endsWith("lang=" + language));
      examples.forEach(each -> assertThat(site.page(each).select(".card-result")).isNotEmpty());
    }
    site.engine().becomes(false);
    try {
      assertThat(site.page("/help").select("a.example")).isEmpty();
      assertThat(site.page("/help").select("h2")).hasSizeGreaterThan(10);
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void what_the_collection_holds_is_told_in_numbers() {
    assertThat(site.page("/about").select(".numbers dt").eachText())
        .containsExactly("Processi", "Allegati", "Pagine lette");
    site.engine().becomes(false);
    try {
      assertThat(site.page("/about").select(".numbers")).isEmpty();
    } finally {
      site.engine().becomes(true);
    }
  }

  @Test
  void a_process_is_shown_whole() {
    Document page = site.page(PROCESS);
    assertThat(page.select(".group h2").eachText())
        .containsExactly("Processo", "Caratteristiche", "Crediti", "Altre voci della scheda");
    assertThat(page.selectFirst(".process-fields").text())
        .contains("Costo complessivo del processo 15.000,00 €")
        .contains("4 luglio 2019", "Sì", "Non indicato nella fonte", "Colore della sala verde");
    assertThat(page.select(".story").text()).contains("Scegliere orari <nuovi> & spazi.");
    assertThat(page.select(".attachment").get(1).text())
        .contains("Tipo di file che non sappiamo leggere", "No reader for it.");
    assertThat(page.select(".attachment").get(4).select("a")).isEmpty();
    assertThat(site.page(PROCESS + "?lang=en").text()).contains("€15,000.00", "4 July 2019");
  }

  @Test
  void the_words_of_a_question_are_marked_in_the_record_with_a_way_to_each_field() {
    Document page = site.page(PROCESS + "?q=biblioteca");
    assertThat(page.select("h1 mark").eachText()).containsExactly("biblioteca");
    assertThat(page.select(".process mark[id]").eachAttr("id"))
        .startsWith("word-1")
        .doesNotHaveDuplicates();
    Elements ways = page.select(".found-in a");
    assertThat(ways.first().text()).isEqualTo("Titolo 1");
    assertThat(ways.last().text()).isEqualTo("Allegati 6");
    ways.forEach(way -> assertThat(page.select(way.attr("href"))).hasSize(1));
    assertThat(site.page(PROCESS).select(".process mark, .found-in")).isEmpty();
  }

  @Test
  void a_record_keeps_the_whole_list_that_its_reader_comes_from() {
    Document list = site.page("/?place=Emilia-Romagna&sort=title&size=5&page=2");
    Element last = list.select(".card-result").last();
    Document record = site.page(last.selectFirst("h3 a").attr("href"));
    String back = record.selectFirst(".breadcrumb a").attr("href");
    assertThat(back).isEqualTo("/?place=Emilia-Romagna&sort=title&size=5&page=2#" + last.id());
    assertThat(record.selectFirst(".walk-results b").text()).startsWith("10 di ");

    Document before = site.page(record.selectFirst(".walk-results [rel~=prev]").attr("href"));
    assertThat(before.selectFirst("h1").text())
        .isEqualTo(last.previousElementSibling().selectFirst("h3").text());
    Document after = site.page(before.selectFirst(".walk-results [rel~=next]").attr("href"));
    assertThat(after.selectFirst("h1").text()).isEqualTo(last.selectFirst("h3").text());
  }

  @Test
  void other_words_in_a_document_leave_the_list_as_it_was() {
    String listed = "?q=biblioteca&status=Concluso&at=1";
    Document page = site.page(REPORT + "7" + listed);
    assertThat(page.select(".search-inside input[type=hidden]").eachAttr("value"))
        .contains("biblioteca", "Concluso", "1");
    Document other = site.page(REPORT + "7?q=seduta&status=Concluso&list=biblioteca&at=1");
    assertThat(other.selectFirst(".breadcrumb a").attr("href"))
        .isEqualTo("/?q=biblioteca&status=Concluso#result-1");
    assertThat(other.selectFirst(".hit-position").text()).doesNotContain("/ 6");
    assertThat(site.page(PROCESS + "?q=biblioteca&at=99999").select(".walk-results")).isEmpty();
    assertThat(site.page(PROCESS + "?q=biblioteca&at=x").select(".walk")).isEmpty();
  }

  @Test
  void from_a_record_the_next_document_with_occurrences_is_a_step_away() {
    Document page = site.page(PROCESS + "?q=biblioteca&at=1");
    assertThat(page.selectFirst("#next-document").attr("href"))
        .isEqualTo(REPORT + "7?q=biblioteca&at=1#hit-1");
  }

  @Test
  void the_attachments_of_a_process_are_searched_on_its_page() {
    Document page = site.page(PROCESS + "?q=biblioteca");
    assertThat(page.selectFirst(".inside-count").text()).isEqualTo("6 occorrenze negli allegati");
    assertThat(page.select("a.page-chip")).hasSize(4);
  }

  @Test
  void a_page_of_a_document_has_its_words_marked_and_numbered() {
    Document page = site.page(REPORT + "7?q=biblioteca");
    assertThat(page.select(".page-text mark").eachAttr("id"))
        .containsExactly("hit-1", "hit-2", "hit-3");
    assertThat(page.selectFirst("#hit-2").text()).startsWith("occorrenza 2 di 6, pagina 7: ");
    page.select("mark .visually-hidden, noscript").remove();
    assertThat(page.selectFirst(".page-text").wholeText())
        .contains("una biblioteca <aperta> a tutti.\nSi propone");
    assertThat(page.selectFirst(".hit-position").text()).isEqualTo("1–3 / 6");
    assertThat(page.select(".places-list li").eachText())
        .satisfiesExactly(
            near -> assertThat(near).startsWith("p. 7 (VII) 3 occorrenze Verbale della seduta"),
            near -> assertThat(near).startsWith("p. 9 1 occorrenza "),
            near -> assertThat(near).startsWith("p. 21 1 occorrenza "),
            far -> assertThat(far).isEqualTo("p. 40 1 occorrenza"));
    assertThat(page.selectFirst("h1").text()).isEqualTo("Relazione finale VII (pagina 7 di 48)");
    assertThat(hrefs(page, ".reader-links a[href*=#]"))
        .containsExactly(
            "/attachments/biblioteca-vallechiara/verbali/relazione%20finale.pdf#page=7");
  }

  @Test
  void the_marks_lie_on_the_page_in_the_boxes_that_the_api_gives() {
    Document page = site.page(REPORT + "7?q=biblioteca");
    assertThat(page.selectFirst("#reader").attr("data-original"))
        .isEqualTo("/attachments/biblioteca-vallechiara/verbali/relazione%20finale.pdf");
    Element marks = page.selectFirst("#page-marks");
    assertThat(marks.attr("viewBox")).isEqualTo("0 0 595.0 842.0");
    assertThat(marks.select("g[data-hit]").eachAttr("data-hit")).containsExactly("1", "2", "3");
    assertThat(marks.selectFirst("g[data-hit]").attr("aria-label"))
        .isEqualTo("occorrenza 1 di 6, pagina 7: «biblioteca»");
  }

  @Test
  void a_page_is_gone_to_by_its_name_or_its_number() {
    assertThat(site.get(REPORT + "9?q=biblioteca&go=vii").headers().firstValue("Location"))
        .contains(REPORT + "7?q=biblioteca");
    assertThat(site.get(REPORT + "9?go=21").statusCode()).isEqualTo(303);
    assertThat(
            site.page(REPORT + "9?q=biblioteca&go=99").selectFirst("[data-part=note] .note").text())
        .isEqualTo("Non c’è una pagina «99»: vanno da 1 a 48.");
    assertThat(site.page(REPORT + "7").selectFirst("#go-page").attr("value")).isEqualTo("VII");
  }

  @Test
  void where_nothing_answers_a_filter_in_the_way_can_be_removed() {
    Document page = site.page("/?q=biblioteca&status=Progetto&lang=it");
    Element link = page.selectFirst(".callout a");
    assertThat(link.text()).isEqualTo("Togli il filtro «Stato»: 1 processo");
    assertThat(link.attr("href")).isEqualTo("/?q=biblioteca&lang=it");
  }

  @Test
  void every_advice_where_nothing_answers_is_a_link_that_finds_something() {
    Document page = site.page("/?q=%22biblioteca+nave%22+astronave&status=Progetto&lang=it");

    assertThat(page.select(".callout li").eachText())
        .containsExactly(
            "Cerca ovunque e senza filtri «biblioteca»: 1 processo", "Vedi tutti i processi");
    for (String href : hrefs(page, ".callout li a")) {
      assertThat(site.page(href).select(".card-result")).isNotEmpty();
    }
  }

  @Test
  void an_advice_names_filters_only_where_there_are_some_and_no_short_words() {
    Document page = site.page("/?q=%22la+biblioteca+nave%22+astronave&lang=it");
    assertThat(page.select(".callout li").eachText())
        .containsExactly("Cerca «biblioteca»: 1 processo", "Vedi tutti i processi");
    assertThat(site.page("/?q=%22la+biblioteca+nave%22+astronave&scope=attachments").text())
        .contains("Cerca ovunque e senza filtri «biblioteca»");
  }

  @Test
  void a_page_after_the_last_leads_back_to_the_list() {
    Document page = site.page("/?q=piazza&page=99&lang=it");
    Element link = page.selectFirst(".callout a");
    assertThat(link.text()).isEqualTo("Torna all’inizio dell’elenco");
    assertThat(site.page(link.attr("href")).select(".card-result")).isNotEmpty();
  }

  @Test
  void filters_that_cannot_narrow_the_list_wait_and_are_gone_where_it_is_empty() {
    Document one = site.page("/?q=vorrei&lang=it");
    assertThat(one.select(".card-result")).hasSize(1);
    assertThat(one.select("#filters-fold > .facet")).isEmpty();
    assertThat(one.select("#fold-others > summary").text()).isEqualTo("Altri filtri");
    assertThat(one.select("#fold-others [name=status]")).isNotEmpty();
    Document none = site.page("/?q=nessunacosa&status=Concluso&lang=it");
    assertThat(none.select("#fold-others")).isEmpty();
    assertThat(labels(none, "#filters-fold label")).containsExactly("Concluso");
  }

  @Test
  void an_attachment_without_an_occurrence_takes_a_line_and_the_others_are_counted() {
    Document page = site.page("/?q=biblioteca&lang=it");
    Element card = page.selectFirst(".card-result:has(summary)");
    assertThat(card.select(".attachments").first().select("> li")).hasSize(2);
    assertThat(card.selectFirst("summary").text()).startsWith("Altri ");
    assertThat(card.select(".bare p")).hasSameSizeAs(card.select(".bare"));
  }

  @Test
  void the_origin_of_years_is_told_in_full_only_by_the_record() {
    assertThat(site.page("/?q=biblioteca").select(".fact-years[title]")).isNotEmpty();
    assertThat(site.page("/?q=biblioteca").select(".origin")).isEmpty();
    assertThat(site.page(PROCESS).select(".facts .origin")).isNotEmpty();
  }

  @Test
  void words_looked_for_in_a_document_lead_to_the_first_from_here_on() {
    assertThat(site.get(REPORT + "10?q=biblioteca&find=on").headers().firstValue("Location"))
        .contains(REPORT + "21?q=biblioteca#hit-5");
    assertThat(site.get(REPORT + "41?q=biblioteca&find=on").headers().firstValue("Location"))
        .contains(REPORT + "7?q=biblioteca#hit-1");
    assertThat(site.page(REPORT + "10?q=nessuna&find=on").selectFirst(".inside-count").text())
        .isEqualTo("Nessuna occorrenza");
  }

  @Test
  void the_list_of_pages_is_in_the_order_asked_for() {
    Document best = site.page(REPORT + "9?q=biblioteca&order=relevance");
    assertThat(best.selectFirst(".places-order a").attr("href"))
        .isEqualTo(REPORT + "9?q=biblioteca");
    assertThat(hrefs(best, ".places-list li a"))
        .contains(REPORT + "21?q=biblioteca&order=relevance#hit-5");
  }

  @Test
  void what_draws_a_pdf_is_served_and_nothing_beside_it() {
    String pdfjs = site.page(REPORT + "7").selectFirst("#reader").attr("data-pdfjs");
    HttpResponse<String> library = site.get(pdfjs + "/build/pdf.min.mjs");
    assertThat(library.statusCode()).isEqualTo(200);
    assertThat(library.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/javascript");
    assertThat(library.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(site.get(pdfjs + "/build/..%2fpackage.json").statusCode())
        .isGreaterThanOrEqualTo(400);
    assertThat(site.get(pdfjs + "/legacy/pdf.mjs").statusCode()).isEqualTo(404);
    assertThat(site.get(pdfjs + "/build/other.mjs").statusCode()).isEqualTo(404);
  }

  @Test
  void the_way_leads_from_hit_to_hit_over_pages() {
    Document on = site.page(REPORT + "9?q=biblioteca");
    assertThat(on.selectFirst(".hit-position").text()).isEqualTo("4 / 6");
    assertThat(hrefs(on, ".hit-nav > a"))
        .containsExactly(REPORT + "7?q=biblioteca#hit-3", REPORT + "21?q=biblioteca#hit-5");
    Document between = site.page(REPORT + "8?q=biblioteca");
    assertThat(between.selectFirst(".hit-position").text())
        .isEqualTo("Nessuna occorrenza qui – / 6");
    assertThat(hrefs(between, ".hit-nav > a"))
        .containsExactly(REPORT + "7?q=biblioteca#hit-3", REPORT + "9?q=biblioteca#hit-4");
    Document last = site.page(REPORT + "40?q=biblioteca");
    assertThat(last.selectFirst("#hit-next").attr("aria-disabled")).isEqualTo("true");
    assertThat(hrefs(last, ".hit-nav > a[href]")).containsExactly(REPORT + "21?q=biblioteca#hit-5");
    assertThat(hrefs(last, ".page-nav a"))
        .containsExactly(REPORT + "39?q=biblioteca", REPORT + "41?q=biblioteca");
    assertThat(hrefs(site.page(REPORT + "48"), ".page-nav a")).containsExactly(REPORT + "47");
  }

  @Test
  void every_link_of_a_page_leads_somewhere() {
    for (String address :
        List.of(
            "/?q=biblioteca", PROCESS + "?q=biblioteca", REPORT + "9?q=biblioteca", "/?q=strano")) {
      for (String href : hrefs(site.page(address), "main a[href^=/]:not([href^=/attachments])")) {
        String bare = href.contains("#") ? href.substring(0, href.indexOf('#')) : href;
        assertThat(site.get(bare).statusCode()).as(href).isEqualTo(200);
      }
    }
  }

  @Test
  void the_language_is_the_one_asked_for_else_the_browsers_else_italian() {
    assertThat(site.page("/", "Accept-Language", "en-GB,en;q=0.9").selectFirst("h2").text())
        .isEqualTo("33 processes in all");
    assertThat(site.page("/", "Accept-Language", "fr, en;q=0.1").select("html").attr("lang"))
        .isEqualTo("en");
    assertThat(site.page("/", "Accept-Language", "fr").select("html").attr("lang")).isEqualTo("it");
    assertThat(site.page("/", "Accept-Language", ";;").select("html").attr("lang")).isEqualTo("it");
    assertThat(
            site.page("/", "Accept-Language", "de-AT,de;q=0.9,en;q=0.1").selectFirst("h2").text())
        .isEqualTo("33 Prozesse insgesamt");
    Document chosen = site.page("/?q=biblioteca&lang=it", "Accept-Language", "en");
    assertThat(chosen.select("html").attr("lang")).isEqualTo("it");
    assertThat(chosen.selectFirst("h3 a").attr("href")).endsWith("?q=biblioteca&lang=it&at=1");
    assertThat(chosen.selectFirst("header a[hreflang=en]").attr("href"))
        .isEqualTo("/?q=biblioteca&lang=en");
    assertThat(chosen.selectFirst("header a[hreflang=de]").attr("href"))
        .isEqualTo("/?q=biblioteca&lang=de");
  }

  @Test
  void files_that_pages_need_may_be_kept_for_good() {
    String sheet = site.page("/").select("link[rel=stylesheet]").getFirst().attr("href");
    HttpResponse<String> answer = site.get(sheet, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(site.get("/assets/older/lente.css").headers().firstValue("Cache-Control"))
        .contains("no-cache");
    assertThat(site.get("/assets/older/secrets.txt").statusCode()).isEqualTo(404);
    assertThat(site.get("/favicon.ico").headers().firstValue("Content-Type"))
        .contains("image/x-icon");
    assertThat(site.get("/robots.txt").body()).contains("Disallow: /api/");
  }
}
