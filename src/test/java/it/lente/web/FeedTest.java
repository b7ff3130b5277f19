package it.lente.web;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndLink;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import it.lente.engine.InMemoryEngine;
import it.lente.engine.IndexedProcess;
import it.lente.engine.RecordWriter;
import it.lente.engine.Samples;
import it.lente.engine.Seen;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds as a feed reader reads them, over a real port. */
class FeedTest {

  private static final String FEED = "/api/v1/processes?format=atom";
  private static final Instant FIRST = Instant.parse("2026-01-01T08:00:00Z");

  private final InMemoryEngine engine = new InMemoryEngine();
  private Site site;

  @BeforeEach
  void start(@TempDir Path folder) {
    IntStream.range(0, 25)
        .forEach(i -> put(process("p" + i).titled("Parco " + i), FIRST.plusSeconds(i)));
    put(process("orti").titled("Orti & <altro>\u0001").with("a.pdf", "Qui gli orti comuni"), FIRST);
    site = new Site(folder, engine);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  private void put(Samples sample, Instant changed) {
    IndexedProcess built = sample.build();
    try (RecordWriter writer = engine.writer()) {
      writer.put(
          new IndexedProcess(
              built.record(), built.attachments(), built.fingerprint(), new Seen(FIRST, changed)));
      writer.commit();
    }
  }

  private SyndFeed feed(String address) {
    try {
      return new SyndFeedInput().build(new StringReader(site.get(address).body()));
    } catch (FeedException unreadable) {
      throw new AssertionError(address, unreadable);
    }
  }

  private static String link(SyndFeed feed, String relation) {
    return feed.getLinks().stream()
        .filter(link -> link.getRel().equals(relation))
        .map(SyndLink::getHref)
        .findFirst()
        .orElse("");
  }

  @Test
  void what_changed_last_comes_first_with_the_times_at_which_it_was_seen() {
    SyndFeed feed = feed(FEED);
    assertThat(feed.getFeedType()).isEqualTo("atom_1.0");
    SyndEntry first = feed.getEntries().getFirst();
    assertThat(first.getTitle()).isEqualTo("Parco 24");
    assertThat(first.getUpdatedDate().toInstant()).isEqualTo(FIRST.plusSeconds(24));
    assertThat(first.getPublishedDate().toInstant()).isEqualTo(FIRST);
    assertThat(first.getUri()).isEqualTo(site.home() + "/processes/p24");
    put(process("p3").titled("Parco 3, di nuovo"), FIRST.plusSeconds(1_000));
    SyndFeed next = feed(FEED);
    assertThat(next.getEntries().getFirst().getUri()).isEqualTo(site.home() + "/processes/p3");
    assertThat(next.getUri()).isEqualTo(feed.getUri());
  }

  @Test
  void an_entry_quotes_the_passage_that_answers() {
    SyndEntry entry = feed(FEED + "&q=orti+comuni").getEntries().getFirst();
    assertThat(entry.getTitle()).isEqualTo("Orti & <altro> ");
    assertThat(entry.getDescription().getValue()).contains("Qui gli orti comuni");
    assertThat(entry.getLink()).isEqualTo(site.home() + "/processes/orti?q=orti%20comuni");
  }

  @Test
  void pages_of_a_feed_lead_to_every_process_once() {
    List<String> ids = new ArrayList<>();
    String address = FEED + "&size=10";
    while (!address.isEmpty()) {
      SyndFeed feed = feed(address);
      feed.getEntries().forEach(entry -> ids.add(entry.getUri()));
      assertThat(link(feed, "first")).doesNotContain("page=");
      assertThat(link(feed, "last")).contains("page=3");
      address = link(feed, "next").replace(site.home(), "");
    }
    assertThat(ids).hasSize(26);
    assertThat(new TreeSet<>(ids)).hasSize(26);
  }

  @Test
  void who_follows_a_question_gets_nothing_that_does_not_answer_it() {
    assertThat(site.json("/api/v1/processes?q=orti+parco").get("total").asInt()).isPositive();
    assertThat(feed(FEED + "&q=orti+parco").getEntries()).isEmpty();
  }

  @Test
  void a_feed_is_not_sent_again_while_nothing_has_changed() {
    String tag = site.get(FEED).headers().firstValue("ETag").orElseThrow();
    assertThat(site.get(FEED, "If-None-Match", tag).statusCode()).isEqualTo(304);
    put(process("neu").titled("Nuovo"), FIRST.plusSeconds(2_000));
    assertThat(site.get(FEED, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void a_list_says_where_its_feed_is_and_how_it_becomes_a_mail() {
    var page = site.page("/?q=orti&sort=title&page=1&lang=en");
    String address = page.select("link[rel=alternate][type=application/atom+xml]").attr("href");
    assertThat(address).isEqualTo("/api/v1/processes?q=orti&format=atom&lang=en");
    assertThat(page.select(".download").text()).contains("Follow this search", "by mail");
    assertThat(feed(address).getEntries()).hasSize(1);
    assertThat(site.page("/").select("link[type=application/atom+xml]")).hasSize(1);
    assertThat(site.page("/help").select("link[type=application/atom+xml]")).isEmpty();
  }
}
