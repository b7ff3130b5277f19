package it.lente.web;

import static it.lente.engine.Samples.process;
import static org.assertj.core.api.Assertions.assertThat;

import it.lente.engine.InMemoryEngine;
import it.lente.engine.RecordWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Walks over a whole list through the API, while the collection changes. */
class CursorApiTest {

  private static final int PROCESSES = 25;

  private final InMemoryEngine engine = new InMemoryEngine();
  private Site site;

  @BeforeEach
  void start(@TempDir Path folder) {
    try (RecordWriter writer = engine.writer()) {
      for (int i = 0; i < PROCESSES; i++) {
        writer.put(process("p" + (10 + i)).titled("Parco " + i % 4).in(2010 + i % 3).build());
      }
      writer.commit();
    }
    site = new Site(folder, engine);
  }

  @AfterEach
  void stop() {
    site.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"relevance", "newest", "oldest", "title", "updated"})
  void records_that_come_change_and_go_do_not_disturb_a_walk(String sort) {
    String address = "/api/v1/processes?q=parco&size=4&sort=" + sort;
    List<String> given = new ArrayList<>();
    JsonNode list = site.json(address);
    given.addAll(ids(list));
    for (int step = 0; !list.get("next").isNull(); step++) {
      try (RecordWriter writer = engine.writer()) {
        writer.put(process("new" + step).titled("Parco 1").in(2011).build());
        writer.put(process("p10").titled("Parco " + step).in(2010 + step).build());
        writer.delete("p" + (30 + step));
        writer.commit();
      }
      list = site.json(address + "&cursor=" + list.get("next").asString());
      given.addAll(ids(list));
    }
    List<String> unchanged = new ArrayList<>();
    for (int i = 11; i < 30; i++) {
      unchanged.add("p" + i);
    }
    assertThat(given.stream().filter(unchanged::contains).toList())
        .containsExactlyInAnyOrderElementsOf(unchanged);
  }

  @Test
  void a_walk_through_loosened_words_goes_on_with_them() {
    String address = "/api/v1/processes?q=parco+assente&size=10";
    JsonNode list = site.json(address);
    assertThat(list.at("/query/relaxed").isNull()).isFalse();
    List<String> given = new ArrayList<>(ids(list));
    // From now on one holds all the words; the walk is still one of those with some.
    try (RecordWriter writer = engine.writer()) {
      writer.put(process("new").titled("Parco assente").build());
      writer.commit();
    }
    while (!list.get("next").isNull()) {
      list = site.json(address + "&cursor=" + list.get("next").asString());
      given.addAll(ids(list));
    }
    assertThat(new TreeSet<>(given)).hasSize(PROCESSES);
    assertThat(given).hasSize(PROCESSES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=AAAA", "cursor=%C3%A0", "cursor=a&cursor=b"})
  void a_cursor_that_is_none_is_a_400_that_names_it(String parameters) {
    JsonNode problem = site.json("/api/v1/processes?" + parameters);
    assertThat(problem.get("status").asInt()).isEqualTo(400);
    assertThat(problem.get("parameter").asString()).isEqualTo("cursor");
  }

  @Test
  void a_cursor_with_a_page_or_for_another_question_is_a_400() {
    String next = site.json("/api/v1/processes?size=4").get("next").asString();
    for (String other : List.of("page=2", "page=1", "q=parco", "sort=title", "year=2010")) {
      JsonNode problem = site.json("/api/v1/processes?cursor=" + next + "&" + other);
      assertThat(problem.get("status").asInt()).as(other).isEqualTo(400);
      assertThat(problem.get("parameter").asString()).isEqualTo("cursor");
    }
  }

  private static List<String> ids(JsonNode list) {
    List<String> ids = new ArrayList<>();
    list.get("processes").forEach(process -> ids.add(process.get("id").asString()));
    return ids;
  }
}
