package it.lente.importing;

import it.lente.record.RecordField;
import it.lente.source.ItalianPlaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Adds to processes of Decidim what no single column says. */
final class DecidimSource {

  private DecidimSource() {}

  static List<SourceRow> rows(String json, LocalDate today) {
    List<SourceRow> rows = new ArrayList<>();
    for (JsonNode process : JsonSource.objects(json)) {
      SourceRow row = SourceRow.empty(rows.size() + 1);
      JsonSource.flatten(process, "", row);
      List<JsonNode> steps = steps(process);
      for (JsonNode step : steps) {
        row.add("lente_phases", phase(step));
      }
      for (JsonNode file : process.path("attachments").path("files").values()) {
        String url = JsonSource.text(file.path("remote_file_url"));
        if (!url.isEmpty()) {
          row.file(
              url,
              Stream.of("title", "description")
                  .map(key -> JsonSource.text(file.path(key)))
                  .filter(text -> !text.isEmpty())
                  .findFirst()
                  .orElse(""));
        }
      }
      boolean active = steps.stream().anyMatch(step -> step.path("active").asBoolean(false));
      complete(row, active, today);
      rows.add(row);
    }
    return rows;
  }

  /** Adds id, status and places. */
  static void complete(SourceRow row, boolean hasActiveStep, LocalDate today) {
    row.first("slug")
        .or(() -> row.first("id").map(id -> "decidim-" + id))
        .ifPresent(id -> row.add("lente_id", id));
    status(row, hasActiveStep, today).ifPresent(status -> row.add("lente_status", status));
    for (String place : row.texts("scope/name")) {
      RecordField field = ItalianPlaces.field(place).orElse(RecordField.DISTRICT);
      row.add("lente_" + field.key(), place);
    }
  }

  /** The dates decide; a step that was left active after the end of its process does not. */
  private static Optional<String> status(SourceRow row, boolean active, LocalDate today) {
    Optional<LocalDate> start = day(row, "start_date");
    Optional<LocalDate> end = day(row, "end_date");
    if (end.filter(day -> day.isBefore(today)).isPresent()) {
      return Optional.of("Concluso");
    } else if (start.filter(day -> day.isAfter(today)).isPresent()) {
      return Optional.of("Progetto");
    }
    return active || start.isPresent() ? Optional.of("In corso") : Optional.empty();
  }

  private static Optional<LocalDate> day(SourceRow row, String column) {
    return row.first(column)
        .filter(text -> text.matches("\\d{4}-[01]\\d-[0-3]\\d.*"))
        .map(text -> LocalDate.parse(text.substring(0, 10)));
  }

  private static List<JsonNode> steps(JsonNode process) {
    return process
        .path("participatory_process_steps")
        .valueStream()
        .sorted(Comparator.comparingInt(step -> step.path("position").asInt(0)))
        .toList();
  }

  private static String phase(JsonNode step) {
    String days =
        Stream.of("start_date", "end_date")
            .map(key -> JsonSource.text(step.path(key)))
            .filter(day -> day.length() >= 10)
            .map(
                day -> day.substring(8, 10) + "/" + day.substring(5, 7) + "/" + day.substring(0, 4))
            .reduce((start, end) -> start + " - " + end)
            .map(both -> " (" + both + ")")
            .orElse("");
    String text = JsonSource.text(step.path("description"));
    String title = JsonSource.text(step.path("title")) + days;
    return text.isEmpty() ? title : title + ": " + text;
  }
}
