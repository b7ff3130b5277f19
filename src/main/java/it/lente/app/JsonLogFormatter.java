package it.lente.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import org.slf4j.MDC;
import tools.jackson.databind.json.JsonMapper;

/** Formats a log record as a JSON object on one line, with the facts of its request. */
final class JsonLogFormatter extends Formatter {

  @Override
  public String format(LogRecord record) {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("time", record.getInstant().toString());
    line.put("level", record.getLevel().getName());
    line.put("logger", record.getLoggerName());
    line.put("message", formatMessage(record));
    if (record.getThrown() != null) {
      StringWriter trace = new StringWriter();
      record.getThrown().printStackTrace(new PrintWriter(trace));
      line.put("error", trace.toString());
    }
    // Records are formatted by the thread that logs, so its context belongs to the record.
    line.putAll(Objects.requireNonNullElse(MDC.getCopyOfContextMap(), Map.of()));
    return JsonMapper.shared().writeValueAsString(line) + System.lineSeparator();
  }
}
