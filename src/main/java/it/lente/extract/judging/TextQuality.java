package it.lente.extract.judging;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Detects garbled text, which comes from fonts with a broken map of letters: shifted or exchanged
 * letters, signs instead of letters, letters that are missing throughout. If nothing can be
 * decided, as for a short text, another script, numbers or codes, the text counts as readable.
 */
final class TextQuality {

  /** Number of signs: the edge of a word and the alphabet. */
  private static final int SIGNS = 27;

  /** Costs (-100 ln p) of a letter after another. Each row belongs to a preceding letter. */
  private static final int[] PAIRS = pairs();

  /** A text with fewer pairs of letters is too short to be judged. */
  private static final int ENOUGH_PAIRS = 250;

  /**
   * Mean of -100 ln p above which the text is in no known language. For 400 letters the mean is at
   * most 267 in Italian, 311 in English, 416 in thirty other languages in Latin letters; exchanged
   * letters mostly give 450 and more.
   */
  private static final int STRANGE = 425;

  /** In a text with fewer letters one letter may be missing by chance. */
  private static final int ENOUGH_LETTERS = 400;

  /** Every page of Italian or English contains all of these letters. */
  private static final String EVERYWHERE = "aeinorst";

  private static final Set<String> FUNCTION_WORDS =
      Set.of(
          "di", "il", "la", "le", "in", "un", "una", "che", "per", "del", "della", "dei", "con",
          "non", "da", "si", "al", "nel", "the", "of", "and", "to", "for", "is", "that", "with");

  private static final int LONGEST_FUNCTION_WORD = 5;

  /** Share of function words, in hundredths, from which a text is Italian or English. */
  private static final int KNOWN_LANGUAGE = 8;

  /** In a form with few different words a letter may well be missing. */
  private static final int ENOUGH_DIFFERENT = 5;

  /** Fewer signs that are no letters may be meant by the text. */
  private static final int ENOUGH_SIGNS = 100;

  private static final int LONGEST_ACRONYM = 4;

  private static final String LAYOUT = ".,;:_-*=|";

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}");

  private final int[] letters = new int[SIGNS];
  private int words;
  private int functionWords;
  private final Set<String> different = new HashSet<>();
  private int pairs;
  private long surprise;
  private int others;
  private int codes;
  private int unmapped;
  private int signs;

  private TextQuality() {}

  /** Returns whether a text differs from what its page shows. */
  static boolean isGarbage(String text) {
    TextQuality quality = new TextQuality();
    quality.count(text);
    return quality.isStrange() || quality.lacksLetters() || quality.isOfSigns();
  }

  private boolean isStrange() {
    return pairs >= ENOUGH_PAIRS && others < pairs && surprise > (long) STRANGE * pairs;
  }

  private boolean lacksLetters() {
    int all = 0;
    for (int count : letters) {
      all += count;
    }
    boolean known =
        100 * functionWords >= KNOWN_LANGUAGE * words && different.size() >= ENOUGH_DIFFERENT;
    if (all < ENOUGH_LETTERS || !known) {
      return false;
    }
    return EVERYWHERE.chars().anyMatch(letter -> letters[sign((char) letter)] == 0);
  }

  private boolean isOfSigns() {
    int known = pairs + others + codes;
    return (unmapped >= ENOUGH_SIGNS && unmapped > known)
        || (signs >= ENOUGH_SIGNS && signs > 2 * (known + unmapped));
  }

  private void count(String text) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (isPartOfWord(c)) {
        start = start < 0 ? i : start;
        continue;
      }
      if (start >= 0) {
        countWord(text, start, i);
        start = -1;
      }
      countSign(c, i > 0 ? text.charAt(i - 1) : ' ');
    }
  }

  private static boolean isPartOfWord(char c) {
    return c < 128
        ? Character.isLetterOrDigit(c)
        : Character.isLetterOrDigit(c)
            || Character.getType(c) == Character.NON_SPACING_MARK
            || Character.getType(c) == Character.COMBINING_SPACING_MARK
            || Character.isSurrogate(c);
  }

  /** Counts a word. Codes, initials and acronyms are skipped: they show no language. */
  private void countWord(String text, int start, int end) {
    int capitals = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c > 127) {
        countAccented(text.substring(start, end));
        return;
      }
      if (c <= '9') {
        codes += end - start;
        return;
      }
      capitals += c <= 'Z' ? 1 : 0;
    }
    int length = end - start;
    if (length < 2 || (capitals == length && length <= LONGEST_ACRONYM)) {
      codes += length;
    } else {
      countLetters(text, start, end);
    }
  }

  private void countAccented(String word) {
    String plain = ACCENTS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    if (plain.chars().allMatch(c -> c < 128)) {
      countWord(plain, 0, plain.length());
    } else {
      others += word.length();
    }
  }

  private void countLetters(String text, int start, int end) {
    int before = 0;
    for (int i = start; i < end; i++) {
      int letter = sign(text.charAt(i));
      letters[letter]++;
      surprise += PAIRS[before * SIGNS + letter];
      before = letter;
    }
    surprise += PAIRS[before * SIGNS];
    pairs += end - start + 1;
    words++;
    if (end - start <= LONGEST_FUNCTION_WORD) {
      String word = text.substring(start, end).toLowerCase(ROOT);
      if (FUNCTION_WORDS.contains(word)) {
        functionWords++;
        different.add(word);
      }
    }
  }

  /** Counts a sign that is no letter. Leaders, rules and lists do not replace letters. */
  private void countSign(char c, char before) {
    switch (Character.getType(c)) {
      case Character.PRIVATE_USE, Character.CONTROL, Character.UNASSIGNED ->
          unmapped += Character.isWhitespace(c) ? 0 : 1;
      default -> signs += c <= ' ' || c > '~' || c == before || LAYOUT.indexOf(c) >= 0 ? 0 : 1;
    }
  }

  /** Returns the number of a letter from A to Z, small or capital, from 1. */
  private static int sign(char letter) {
    return (letter | ' ') - 'a' + 1;
  }

  private static int[] pairs() {
    try (InputStream in =
        Objects.requireNonNull(TextQuality.class.getResourceAsStream("letter-pairs.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.split(" ")))
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
