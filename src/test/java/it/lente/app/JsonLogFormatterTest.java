package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonLogFormatterTest {

  @Test
  void a_record_is_an_object_in_a_line_with_the_facts_of_its_request() {
    LogRecord record = new LogRecord(Level.WARNING, "Two\nlines “so”");
    record.setLoggerName("it.lente.web.RequestWatch");
    record.setThrown(new IllegalStateException("broken"));
    MDC.put("request", "12ab");
    try {
      String line = new JsonLogFormatter().format(record);
      JsonNode json = JsonMapper.shared().readTree(line);

      assertThat(line.lines()).hasSize(1);
      assertThat(json.get("level").asString()).isEqualTo("WARNING");
      assertThat(json.get("message").asString()).isEqualTo("Two\nlines “so”");
      assertThat(json.get("request").asString()).isEqualTo("12ab");
      assertThat(json.get("error").asString()).contains("IllegalStateException: broken");
      assertThat(json.get("time").asString()).endsWith("Z");
    } finally {
      MDC.clear();
    }
  }
}
