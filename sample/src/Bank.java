package sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hand-written sentences by topic, one a line, dealt out in a seeded order: none comes twice before
 * all have come. «{a|b}» is a choice; «{street}», «{place}» and «{number}» are the report's.
 */
final class Bank {

  private static final Pattern SLOT = Pattern.compile("\\{([^{}]*)\\}");

  private static final Pattern UNJOINED =
      Pattern.compile("\\b(a|di|da|in|su) (il |lo |la |i |gli |le |l’)");

  private final Path folder;
  private final Map<String, List<String>> words;
  private final Random random;
  private final Map<String, Deque<String>> decks = new HashMap<>();

  Bank(Path folder, Map<String, String> head, long seed) {
    this.folder = folder;
    this.random = new Random(seed);
    this.words =
        Map.of(
            "street", List.of(head.getOrDefault("streets", "via Nuova").split("; ")),
            "place", List.of(head.getOrDefault("places", "paese").split("; ")));
  }

  String deal(String topic) throws IOException {
    Deque<String> deck = decks.computeIfAbsent(topic, name -> new ArrayDeque<>());
    if (deck.isEmpty()) {
      List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(topic + ".txt")));
      lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
      Collections.shuffle(lines, random);
      deck.addAll(lines);
    }
    return filled(deck.removeFirst());
  }

  int number(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  private String filled(String line) {
    String text =
        SLOT.matcher(line).replaceAll(slot -> Matcher.quoteReplacement(choice(slot.group(1))));
    return UNJOINED.matcher(text).replaceAll(found -> joined(found.group(1), found.group(2)));
  }

  /** «a il parco» becomes «al parco», «di l’arco» «dell’arco». */
  private static String joined(String preposition, String article) {
    String stem = preposition.equals("di") ? "de" : preposition.equals("in") ? "ne" : preposition;
    return switch (article.strip()) {
      case "il" -> stem + "l ";
      case "i", "gli" -> stem + article;
      default -> stem + "l" + article;
    };
  }

  private String choice(String slot) {
    if (slot.equals("number")) {
      return Integer.toString(number(7, 95));
    }
    List<String> choices = words.getOrDefault(slot, List.of(slot.split("\\|")));
    return choices.get(random.nextInt(choices.size()));
  }
}
