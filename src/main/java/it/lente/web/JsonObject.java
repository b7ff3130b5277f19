package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.Mark;
import it.lente.record.Box;
import it.lente.record.Keyed;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonSerializable;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.TypeSerializer;

/**
 * An object in an answer of the API: its members in the order in which they were added. A constant
 * is written as its key, a path as its value, a mark as {@code [start, end]}, and a box as {@code
 * [left, top, width, height]}.
 */
final class JsonObject extends JacksonSerializable.Base {

  /** Each name is followed by its value, which costs less than a map. */
  private final List<Object> members = new ArrayList<>();

  /** Adds a member, which may be null. */
  JsonObject with(String name, Object value) {
    members.add(name);
    members.add(value);
    return this;
  }

  /** Adds a member unless it is null, 0 or empty. */
  JsonObject withAny(String name, Object value) {
    Object present = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    boolean absent =
        present == null
            || present.equals("")
            || present.equals(0)
            || (present instanceof Collection<?> list && list.isEmpty())
            || (present instanceof JsonObject object && object.members.isEmpty());
    return absent ? this : with(name, present);
  }

  /** Sends this object as the response. */
  void send(Context context) {
    send(context, "application/json");
  }

  void send(Context context, String type) {
    context.contentType(type).result(bytes());
  }

  byte[] bytes() {
    return JsonMapper.shared().writeValueAsBytes(this);
  }

  @Override
  public void serialize(JsonGenerator out, SerializationContext context) {
    out.writeStartObject();
    for (int i = 0; i < members.size(); i += 2) {
      out.writeName((String) members.get(i));
      write(members.get(i + 1), out, context);
    }
    out.writeEndObject();
  }

  /** Writes a value; Jackson's search for the serializer of each would cost three times as much. */
  private static void write(Object value, JsonGenerator out, SerializationContext context) {
    switch (value) {
      case String text -> out.writeString(text);
      case Integer number -> out.writeNumber(number);
      case JsonObject object -> object.serialize(out, context);
      case Collection<?> list -> {
        out.writeStartArray();
        for (Object each : list) {
          write(each, out, context);
        }
        out.writeEndArray();
      }
      case Mark mark -> out.writeArray(new int[] {mark.start(), mark.end()}, 0, 2);
      case Box box -> {
        out.writeStartArray();
        out.writeNumber(box.left()).writeNumber(box.top());
        out.writeNumber(box.width()).writeNumber(box.height());
        out.writeEndArray();
      }
      case Keyed constant -> out.writeString(constant.key());
      case TreePath path -> out.writeString(path.value());
      case null, default -> out.writePOJO(value);
    }
  }

  @Override
  public void serializeWithType(
      JsonGenerator out, SerializationContext context, TypeSerializer types) {
    serialize(out, context);
  }
}
