package it.lente.extract.judging;

import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextRange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Detects the language of a text by its most common words, which make a third of any prose. All
 * pages are counted together, because the languages of a bilingual text may alternate. A text that
 * is too short, or has two languages in equal parts, has no language.
 */
public final class TextLanguage {

  /** Minimum number of common words of one language: about fifty words of prose have as many. */
  private static final int ENOUGH = 15;

  /** Minimum share of a text's words. Lists and tables have fewer common words. */
  private static final double SHARE = .12;

  /** Minimum ratio to the number of common words of the second language. */
  private static final double LEAD = 1.3;

  private static final List<String> LANGUAGES = new ArrayList<>();

  /** Languages of each common word, as indices of the list of languages. */
  private static final Map<String, List<Integer>> COMMON = common();

  private static final int LONGEST =
      COMMON.keySet().stream().mapToInt(String::length).max().orElse(0);

  private final int[] found = new int[LANGUAGES.size()];
  private int words;

  private TextLanguage() {}

  /** Returns the same text with its language. */
  public static AttachmentText withLanguage(AttachmentText text) {
    return text.in(of(text.pages()));
  }

  /** Returns an ISO 639-1 code, or the empty string if the language is unknown. */
  static String of(List<PageText> pages) {
    TextLanguage language = new TextLanguage();
    for (PageText page : pages) {
      int from = 0;
      for (TextRange range : page.repeated()) {
        language.add(page.text(), from, range.start());
        from = range.end();
      }
      language.add(page.text(), from, page.text().length());
    }
    return language.best();
  }

  private void add(String text, int from, int to) {
    int start = from;
    for (int at = from; at <= to; at++) {
      if (at == to || !isPartOfWord(text.charAt(at))) {
        if (at > start) {
          add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
  }

  private static boolean isPartOfWord(char c) {
    return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  private void add(String word) {
    words++;
    if (word.length() <= LONGEST) {
      for (int language : COMMON.getOrDefault(word.toLowerCase(Locale.ROOT), List.of())) {
        found[language]++;
      }
    }
  }

  private String best() {
    int best = 0;
    int next = 0;
    for (int language = 1; language < found.length; language++) {
      if (found[language] > found[best]) {
        next = found[best];
        best = language;
      } else {
        next = Math.max(next, found[language]);
      }
    }
    boolean sure =
        found[best] >= ENOUGH && found[best] >= SHARE * words && found[best] >= LEAD * next;
    return sure ? LANGUAGES.get(best) : "";
  }

  private static Map<String, List<Integer>> common() {
    try (InputStream in =
        Objects.requireNonNull(TextLanguage.class.getResourceAsStream("common-words.txt"))) {
      Map<String, List<Integer>> common = new HashMap<>();
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      for (String line : lines.stream().filter(each -> !each.startsWith("#")).toList()) {
        List<String> words = List.of(line.split(" "));
        for (String word : words.subList(1, words.size())) {
          common.computeIfAbsent(word, w -> new ArrayList<>()).add(LANGUAGES.size());
        }
        LANGUAGES.add(words.getFirst());
      }
      return common;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
