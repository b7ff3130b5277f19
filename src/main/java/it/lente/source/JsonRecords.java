package it.lente.source;

import it.lente.record.FieldValue;
import it.lente.record.Origin;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads the JSON objects in a text as records. */
final class JsonRecords {

  private static final Map<String, RecordField> FIELDS =
      Stream.of(RecordField.values())
          .collect(Collectors.toUnmodifiableMap(RecordField::key, Function.identity()));

  private final SourceFile file;
  private final RecordAssembly records;
  private RecordDraft reading;

  JsonRecords(SourceFile file, RecordAssembly records) {
    this.file = file;
    this.records = records;
    this.reading = draft(1);
  }

  /** Reads one object or a list. If the JSON breaks off, the part before is used. */
  void file(String text, String stamp) {
    objects(text, 0, stamp, ReasonCode.RECORDS_UNREAD);
  }

  /** Reads the one object of a line. */
  void line(String text, int number, String stamp) {
    objects(text, number, stamp, ReasonCode.LINE_UNREAD);
  }

  /** Returns a stamp that changes with the object's place in its file and with its text. */
  static String stamp(int line, byte[] text) {
    return line + "#" + DigestUtils.sha256Hex(text);
  }

  private RecordDraft draft(int line) {
    return new RecordDraft(new Origin(file.path(), line), file.findings());
  }

  private void objects(String text, int line, String stamp, ReasonCode consequence) {
    reading = draft(Math.max(line, 1));
    try (JsonParser parser = Manifest.MAPPER.createParser(text)) {
      boolean list = parser.nextToken() == JsonToken.START_ARRAY && line == 0;
      if (list) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          object(parser, line).ifPresent(start -> accept(parser, text, start));
        }
      } else if (object(parser, line).isPresent()) {
        // What follows the object is reported in every run, so the object is read in every run.
        boolean last = text.substring(end(parser)).isBlank();
        records.accept(reading, last ? stamp : "");
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

  /** Reads an object and returns the offset of its text, nothing if it is unusable. */
  private OptionalInt object(JsonParser parser, int line) {
    int offset = (int) parser.currentTokenLocation().getCharOffset();
    int start = line(parser, line);
    int position = parser.currentTokenLocation().getColumnNr();
    reading = draft(start);
    reading.at(position);
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      Manifest.MAPPER.readTree(parser);
      reading.refuse(start, ReasonCode.NO_OBJECT.with());
      return OptionalInt.empty();
    }
    Set<String> keys = new HashSet<>();
    boolean usable = true;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String key = parser.currentName();
      int at = line(parser, line);
      reading.at(parser.currentTokenLocation().getColumnNr());
      parser.nextToken();
      JsonNode value = Manifest.MAPPER.readTree(parser);
      if (keys.add(key)) {
        property(reading, key, value, at);
      } else if (usable) {
        usable = false;
        reading.refuse(at, ReasonCode.RECORD_KEY_TWICE.with(RecordDraft.shortened(key)));
      }
    }
    reading.at(position);
    return usable ? OptionalInt.of(offset) : OptionalInt.empty();
  }

  /** Accepts an object of a list, unless it is known by its text. */
  private void accept(JsonParser parser, String text, int offset) {
    int line = reading.origin().line();
    byte[] bytes = text.substring(offset, end(parser)).getBytes(StandardCharsets.UTF_8);
    String stamp = stamp(line, bytes);
    if (!records.knows(file.found(), line, stamp)) {
      file.findings().begin();
      records.accept(reading, stamp);
    }
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getCharOffset();
  }

  private static int line(JsonParser parser, int line) {
    return line == 0 ? Math.max(1, parser.currentTokenLocation().getLineNr()) : line;
  }

  /** Puts the value of a key into a draft. */
  static void property(RecordDraft draft, String key, JsonNode value, int line) {
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
    return value.isContainer()
        ? Markup.plain(Manifest.MAPPER.writeValueAsString(value))
        : plain(value);
  }

  /** Returns a text without its HTML. */
  static String plain(JsonNode value) {
    return Spelling.stripped(Markup.plain(value.asString()));
  }
}
