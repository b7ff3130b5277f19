package it.lente.source;

import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.io.BufferedReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads records from JSON, one object or a list of them, and from JSON Lines. */
final class JsonRecords {

  static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Map<String, RecordField> FIELDS =
      Stream.of(RecordField.values())
          .collect(Collectors.toUnmodifiableMap(RecordField::key, Function.identity()));

  private final String file;
  private final Findings findings;
  private final Consumer<RecordDraft> sink;
  private RecordDraft reading;

  JsonRecords(String file, Findings findings, Consumer<RecordDraft> sink) {
    this.file = file;
    this.findings = findings;
    this.sink = sink;
    this.reading = new RecordDraft(new Origin(file, 1), findings);
  }

  /** Reads one object or a list. If the JSON breaks off, the part before is used. */
  void json(String text) {
    objects(text, 0, ReasonCode.RECORDS_UNREAD);
  }

  /** Reads one object a line. A line without one is reported and the next is read. */
  void jsonLines(Path path) throws IOException {
    boolean guessed = false;
    int number = 0;
    // Latin 1 keeps every byte unchanged, so that each line is decoded separately.
    try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.ISO_8859_1)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        number++;
        try {
          SourceText source = SourceText.of(line.getBytes(StandardCharsets.ISO_8859_1));
          if (source.guessed() && !guessed) {
            findings.problem(file, number, ReasonCode.IN_LINE.with(ReasonCode.GUESSED.with()));
            guessed = true;
          }
          if (!source.text().isBlank()) {
            objects(source.text(), number, ReasonCode.LINE_UNREAD);
          }
        } catch (UnusableFileException binary) {
          findings.refusal(file, number, ReasonCode.IN_LINE.with(binary.reason()));
        }
      }
    }
  }

  private void objects(String text, int line, ReasonCode consequence) {
    reading = new RecordDraft(new Origin(file, Math.max(line, 1)), findings);
    try (JsonParser parser = MAPPER.createParser(text)) {
      boolean list = parser.nextToken() == JsonToken.START_ARRAY && line == 0;
      if (list) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          object(parser, line);
        }
      } else {
        object(parser, line);
      }
      if (parser.nextToken() != null) {
        reading.at(parser.currentTokenLocation().getColumnNr());
        reading.refuse(line(parser, line), ReasonCode.MORE_AFTER.with());
      }
    } catch (JacksonException broken) {
      JsonFault fault = JsonFault.of(broken, text);
      if (fault.position() > 0) {
        reading.at(fault.position());
      }
      reading.refuse(line == 0 ? fault.line() : line, consequence.with(fault.cause()));
    }
  }

  private void object(JsonParser parser, int line) {
    int start = line(parser, line);
    int position = parser.currentTokenLocation().getColumnNr();
    reading = new RecordDraft(new Origin(file, start), findings);
    reading.at(position);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      MAPPER.readTree(parser);
      reading.refuse(start, ReasonCode.NO_OBJECT.with());
      return;
    }
    Set<String> keys = new HashSet<>();
    boolean usable = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int at = line(parser, line);
      reading.at(parser.currentTokenLocation().getColumnNr());
      parser.nextToken();
      JsonNode value = MAPPER.readTree(parser);
      if (keys.add(key)) {
        property(reading, key, value, at);
      } else if (usable) {
        usable = false;
        reading.refuse(at, ReasonCode.RECORD_KEY_TWICE.with(RecordDraft.shortened(key)));
      }
    }
    if (usable) {
      reading.at(position);
      sink.accept(reading);
    }
  }

  private static int line(JsonParser parser, int line) {
    return line == 0 ? Math.max(1, parser.currentTokenLocation().getLineNr()) : line;
  }

  private static void property(RecordDraft draft, String key, JsonNode value, int line) {
    RecordField field = FIELDS.get(key);
    switch (key) {
      case "id" -> id(draft, value, line);
      case "places" -> places(draft, value, line);
      case "attachments" ->
          Manifest.read(value, reason -> draft.problem(line, reason)).forEach(draft::attachment);
      default -> {
        if (field == null) {
          draft.unknown(key, written(value));
        } else {
          field(draft, field, value, line);
        }
      }
    }
  }

  private static void id(RecordDraft draft, JsonNode value, int line) {
    String id = value.isContainer() || value.isNull() ? "" : Spelling.stripped(value.asString());
    if (id.isEmpty()) {
      draft.problem(line, ReasonCode.ID_NO_TEXT.with());
    } else {
      draft.id(id);
    }
  }

  private static void places(RecordDraft draft, JsonNode value, int line) {
    for (JsonNode place : value.isArray() ? value.values() : List.of(value)) {
      List<String> names =
          place.isString()
              ? Stream.of(plain(place).split(">", -1))
                  .map(Spelling::stripped)
                  .filter(name -> !name.isEmpty())
                  .toList()
              : List.of();
      if (names.isEmpty()) {
        draft.other("places", written(place));
        draft.problem(line, ReasonCode.PLACE_NO_TEXT.with());
      } else {
        draft.place(new TreePath(names));
      }
    }
  }

  private static void field(RecordDraft draft, RecordField field, JsonNode value, int line) {
    if (value.isNull()) {
      draft.put(field, new FieldValue(List.of(), "null"), line);
    } else if (value.isArray()) {
      list(draft, field, value, line);
    } else if (value.isObject()) {
      draft.other(field.key(), written(value));
      draft.problem(line, ReasonCode.AN_OBJECT.with(field.key()));
    } else {
      text(draft, field, value, line);
    }
  }

  private static void text(RecordDraft draft, RecordField field, JsonNode value, int line) {
    boolean decimal = value.isNumber() && !value.isIntegralNumber();
    if (decimal && field.kind() == RecordField.Kind.AMOUNT) {
      amount(draft, field, value, line);
      return;
    }
    String text = plain(value);
    if (!text.isEmpty()) {
      draft.put(field, text, line);
    }
  }

  /** In a text a dot before three digits separates thousands, in a JSON number it never does. */
  private static void amount(RecordDraft draft, RecordField field, JsonNode value, int line) {
    Optional<BigDecimal> euro = value.decimalValueOpt().filter(number -> number.signum() >= 0);
    Optional<String> cents =
        euro.map(number -> number.setScale(2, RoundingMode.HALF_UP).toPlainString());
    draft.put(field, cents.orElse(value.asString()), line);
  }

  /** Takes each text of a list as one value, which is not split further. */
  private static void list(RecordDraft draft, RecordField field, JsonNode list, int line) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list.values()) {
      if (value.isContainer() || value.isNull()) {
        draft.other(field.key(), written(value));
        draft.problem(line, ReasonCode.LISTS_NO_TEXT.with(field.key()));
      } else if (!plain(value).isEmpty()) {
        texts.add(plain(value));
      }
    }
    switch (field.kind()) {
      case KEYWORDS, VOCABULARY -> keywords(draft, field, texts, line);
      default -> {
        if (!texts.isEmpty()) {
          draft.put(field, String.join("\n", texts), line);
        }
      }
    }
  }

  private static void keywords(RecordDraft draft, RecordField field, List<String> texts, int line) {
    List<String> values =
        texts.stream()
            .filter(text -> !Vocabulary.absent(text))
            .map(text -> Vocabulary.known(field, text).orElse(text))
            .distinct()
            .toList();
    if (!texts.isEmpty()) {
      draft.put(field, new FieldValue(values, String.join(" / ", texts)), line);
    }
  }

  private static String written(JsonNode value) {
    return value.isContainer() ? Markup.plain(MAPPER.writeValueAsString(value)) : plain(value);
  }

  /** Returns a text without its HTML. */
  static String plain(JsonNode value) {
    return Spelling.stripped(Markup.plain(value.asString()));
  }
}
