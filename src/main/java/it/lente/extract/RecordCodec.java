package it.lente.extract;

import it.lente.record.WordBoxes;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Java records as bytes, how they pass between processes and how texts are kept: one component
 * after the other, by its type. A record with another component is another format.
 */
final class RecordCodec {

  /** What is asked of a class once: it is used for each page. */
  private static final ClassValue<Shape> SHAPES =
      new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          try {
            Class<?>[] types =
                Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            return new Shape(List.of(components), type.getDeclaredConstructor(types));
          } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
          }
        }
      };

  private RecordCodec() {}

  private record Shape(List<RecordComponent> components, Constructor<?> constructor) {}

  static void write(DataOutput out, Record value) throws IOException {
    for (RecordComponent component : SHAPES.get(value.getClass()).components()) {
      try {
        writeValue(out, component.getGenericType(), component.getAccessor().invoke(value));
      } catch (ReflectiveOperationException e) {
        throw new IOException(e);
      }
    }
  }

  static <T extends Record> T read(DataInputStream in, Class<T> type) throws IOException {
    Shape shape = SHAPES.get(type);
    Object[] values = new Object[shape.components().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = readValue(in, shape.components().get(i).getGenericType());
    }
    try {
      return type.cast(shape.constructor().newInstance(values));
    } catch (ReflectiveOperationException e) {
      throw new IOException(e);
    }
  }

  private static void writeValue(DataOutput out, Type type, Object value) throws IOException {
    switch (value) {
      case String text -> {
        // A value of any type says which it is.
        if (type == Object.class) {
          out.writeBoolean(false);
        }
        writeBytes(out, text.getBytes(StandardCharsets.UTF_8));
      }
      case Long number -> {
        out.writeBoolean(true);
        out.writeLong(number);
      }
      case Integer number -> out.writeInt(number);
      case Float number -> out.writeFloat(number);
      case Boolean flag -> out.writeBoolean(flag);
      case Enum<?> constant -> writeValue(out, String.class, constant.name());
      case WordBoxes boxes -> writeBytes(out, boxes.packed());
      case Record record -> write(out, record);
      case Optional<?> maybe -> writeAll(out, type, maybe.stream().toList());
      case List<?> values -> writeAll(out, type, values);
      case Map<?, ?> values -> {
        out.writeInt(values.size());
        for (Map.Entry<?, ?> each : values.entrySet()) {
          writeValue(out, argument(type, 0), each.getKey());
          writeValue(out, argument(type, 1), each.getValue());
        }
      }
      default -> throw new IllegalArgumentException("no bytes for a " + value.getClass());
    }
  }

  private static void writeAll(DataOutput out, Type type, List<?> values) throws IOException {
    out.writeInt(values.size());
    for (Object value : values) {
      writeValue(out, argument(type, 0), value);
    }
  }

  private static Type argument(Type type, int number) {
    return ((ParameterizedType) type).getActualTypeArguments()[number];
  }

  private static Object readValue(DataInputStream in, Type type) throws IOException {
    if (type instanceof ParameterizedType several) {
      return readAll(in, several);
    }
    Class<?> kind = (Class<?>) type;
    if (kind == Object.class) {
      return in.readBoolean() ? (Object) in.readLong() : readString(in);
    }
    if (kind.isEnum()) {
      String name = readString(in);
      return Stream.of(kind.getEnumConstants())
          .filter(constant -> ((Enum<?>) constant).name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IOException("there is no " + name));
    }
    if (kind.isRecord()) {
      return read(in, kind.asSubclass(Record.class));
    }
    return switch (kind.getSimpleName()) {
      case "String" -> readString(in);
      case "int", "Integer" -> in.readInt();
      case "float" -> in.readFloat();
      case "boolean" -> in.readBoolean();
      case "WordBoxes" -> WordBoxes.unpacked(readBytes(in));
      default -> throw new IllegalArgumentException("no bytes for a " + kind);
    };
  }

  private static Object readAll(DataInputStream in, ParameterizedType type) throws IOException {
    int count = in.readInt();
    Map<Object, Object> map = new LinkedHashMap<>();
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Object value = readValue(in, argument(type, 0));
      if (type.getRawType() == Map.class) {
        map.put(value, readValue(in, argument(type, 1)));
      } else {
        values.add(value);
      }
    }
    return type.getRawType() == Map.class
        ? map
        : type.getRawType() == Optional.class ? values.stream().findFirst() : values;
  }

  private static String readString(DataInputStream in) throws IOException {
    return new String(readBytes(in), StandardCharsets.UTF_8);
  }

  private static void writeBytes(DataOutput out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    int length = in.readInt();
    // A damaged length must not ask for memory for which there are no bytes.
    byte[] bytes = length < 0 ? new byte[0] : in.readNBytes(length);
    if (bytes.length != length) {
      throw new EOFException("the bytes end too early");
    }
    return bytes;
  }
}
