package it.lente.engine.opensearch;

import it.lente.analysis.FormPositions;
import it.lente.engine.Scope;
import it.lente.engine.hits.SearchedFields;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The positions of the forms of a process in each searched field, in parts that are stored and
 * fetched separately. A part is a list of forms, each with its positions field by field as numbers
 * of 7 bits a byte, each the distance from the one before.
 */
final class PositionMap {

  /** The fields in the order of their positions. */
  static final List<String> FIELDS = List.copyOf(SearchedFields.of(Scope.ALL).keySet());

  private static final int MORE = 0x80;
  private static final int BITS = 7;

  private final Map<String, int[][]> positions = new TreeMap<>();

  /** Adds an occurrence; those of a form in a field come in order. */
  static void add(Map<String, int[][]> all, String form, int field, int position) {
    int[][] its = all.computeIfAbsent(form, each -> new int[FIELDS.size()][]);
    int[] before = its[field];
    if (before == null) {
      its[field] = new int[] {1, position};
      return;
    }
    int size = before[0] + 1;
    if (size == before.length) {
      before = Arrays.copyOf(before, 2 * size);
      its[field] = before;
    }
    before[0] = size;
    before[size] = position;
  }

  /**
   * Returns the parts that are not empty, by number.
   *
   * @param all by form and field: the number of positions, then the positions
   */
  static Map<Integer, byte[]> encode(Map<String, int[][]> all) {
    Map<Integer, ByteArrayOutputStream> parts = new HashMap<>();
    all.forEach((form, fields) -> {
      ByteArrayOutputStream out =
          parts.computeIfAbsent(
              ClusterSchema.bucketOf(form), number -> new ByteArrayOutputStream());
      byte[] letters = form.getBytes(StandardCharsets.UTF_8);
      write(out, letters.length);
      out.writeBytes(letters);
      for (int[] positions : fields) {
        int size = positions == null ? 0 : positions[0];
        write(out, size);
        for (int i = 1; i <= size; i++) {
          write(out, positions[i] - (i == 1 ? 0 : positions[i - 1]));
        }
      }
    });
    Map<Integer, byte[]> encoded = new HashMap<>();
    parts.forEach((number, out) -> encoded.put(number, out.toByteArray()));
    return encoded;
  }

  private static void write(ByteArrayOutputStream out, int number) {
    int rest = number;
    while (rest >= MORE) {
      out.write((rest & (MORE - 1)) | MORE);
      rest >>>= BITS;
    }
    out.write(rest);
  }

  /** Adds a part as it was stored. */
  void read(byte[] part) {
    Reader in = new Reader(part);
    while (in.at < part.length) {
      String form = in.text(in.number());
      int[][] fields = new int[FIELDS.size()][];
      for (int field = 0; field < fields.length; field++) {
        int[] its = new int[in.number()];
        int last = 0;
        for (int i = 0; i < its.length; i++) {
          last += in.number();
          its[i] = last;
        }
        fields[field] = its;
      }
      positions.put(form, fields);
    }
  }

  private static final class Reader {
    private final byte[] bytes;
    private int at;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    int number() {
      int number = 0;
      for (int shift = 0; ; shift += BITS) {
        int next = bytes[at++];
        number |= (next & (MORE - 1)) << shift;
        if (next >= 0) {
          return number;
        }
      }
    }

    String text(int length) {
      at += length;
      return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
  }

  /** Returns the positions in each field of a scope that has any of some forms. */
  Map<String, FormPositions> found(Iterable<String> forms, Scope scope) {
    Map<String, FormPositions> found = new LinkedHashMap<>();
    for (String field : SearchedFields.of(scope).keySet()) {
      FormPositions its = in(field);
      for (String form : forms) {
        if (its.of(form).length > 0) {
          found.put(field, its);
          break;
        }
      }
    }
    return found;
  }

  /** Returns the positions in a field. */
  FormPositions in(String field) {
    int number = FIELDS.indexOf(field);
    return form -> {
      int[][] its = positions.get(form);
      return its == null ? FormPositions.NOWHERE : its[number];
    };
  }

  /** Passes each form with a number for each field: 1 if it occurs there, otherwise 0. */
  void each(BiConsumer<String, int[]> sink) {
    positions.forEach((form, fields) ->
        sink.accept(form, Arrays.stream(fields).mapToInt(its -> its.length > 0 ? 1 : 0).toArray()));
  }

  /** Returns the numbers of the parts that contain some forms, in order. */
  static List<Integer> buckets(Iterable<String> forms) {
    List<Integer> buckets = new ArrayList<>();
    for (String form : forms) {
      buckets.add(ClusterSchema.bucketOf(form));
    }
    return buckets.stream().distinct().sorted().toList();
  }
}
