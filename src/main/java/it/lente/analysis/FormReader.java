package it.lente.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Reads a text as a series of forms, one for each position: words as Unicode separates them, in
 * lower case, without accents, soft hyphens and elided particles, in {@link PlainCharacters}. A
 * token that contains a punctuation mark is split («15/2018», «fine.Inizio»), but a dotted acronym
 * is one form («L.R.» is lr). A sign that means several words is as many forms (½ is 1 and 2). The
 * raised digit or letter of a note is no form and takes no position. Function words are forms like
 * any other, because a phrase needs their positions.
 *
 * <p>A particle is dropped only before an apostrophe: «dell'acqua» is one form, «allegato C» two.
 * Without a position for it, «casa acqua» in quotation marks also finds «la casa dell'acqua».
 *
 * <p>Reuses its buffers from text to text; not safe for use by two threads at once.
 */
public final class FormReader {

  /** Particles that an apostrophe joins to the next word. */
  private static final Set<String> ELIDED =
      Set.of(
          "l", "d", "c", "m", "t", "s", "v", "n", "ch", "gl", "un", "all", "dall", "dell", "nell",
          "sull", "coll", "pell", "agl", "dagl", "degl", "negl", "sugl", "quest", "quell", "sant",
          "bell", "com", "cos", "dov", "senz", "tutt", "mezz", "ciascun", "nessun", "alcun");

  private static final char SOFT_HYPHEN = '\u00AD';

  private final Tokenizer tokenizer = new StandardTokenizer();
  private final OffsetAttribute offsets = tokenizer.addAttribute(OffsetAttribute.class);
  private final char[] folded = new char[8];
  private final char[] single = new char[1];

  /** Forms of a sign already read, after the one that was returned. */
  private final Deque<String> further = new ArrayDeque<>();

  private String text = "";
  private String plain = "";
  private char[] form = new char[64];
  private int length;
  private int start;
  private int end;

  /** The remainder of the tokenizer's token: offsets in the text. */
  private int rest;

  private int tokenEnd;

  /** Returns a number that changes with every list of words that the analysis uses. */
  public static int fingerprint() {
    return WordList.fingerprint();
  }

  /** Returns all forms of a text. */
  public static List<String> forms(String text) {
    FormReader reader = new FormReader();
    reader.read(text);
    List<String> forms = new ArrayList<>();
    while (reader.next()) {
      forms.add(reader.form());
    }
    return forms;
  }

  /** Starts a new text. */
  public void read(String newText) {
    text = newText;
    plain = PlainCharacters.of(newText);
    rest = 0;
    tokenEnd = 0;
    further.clear();
    try {
      tokenizer.close();
      tokenizer.setReader(new StringReader(plain));
      tokenizer.reset();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
  }

  /** Moves to the next form; false at the end of the text. */
  public boolean next() {
    if (!further.isEmpty()) {
      setForm(further.remove());
      return true;
    }
    while (true) {
      if (rest >= tokenEnd && !nextToken()) {
        return false;
      }
      if (readForm()) {
        return true;
      }
    }
  }

  /** Returns the form's characters, {@link #length()} of them; overwritten by {@link #next()}. */
  public char[] buffer() {
    return form;
  }

  public int length() {
    return length;
  }

  /** Returns the offset of the form's first character in the text, UTF-16 units. */
  public int start() {
    return start;
  }

  /** Returns the offset after the form's last character in the text, UTF-16 units. */
  public int end() {
    return end;
  }

  public String form() {
    return new String(form, 0, length);
  }

  private boolean nextToken() {
    try {
      if (!tokenizer.incrementToken()) {
        return false;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
    rest = offsets.startOffset();
    tokenEnd = offsets.endOffset();
    return true;
  }

  /** Reads one form of the token; false if there is none or it was an elided particle. */
  private boolean readForm() {
    while (rest < tokenEnd && isBetweenForms(plain.codePointAt(rest))) {
      rest += Character.charCount(plain.codePointAt(rest));
    }
    start = rest;
    length = 0;
    if (rest < tokenEnd && isExpanded(text.codePointAt(rest))) {
      readExpansion();
    } else if (isDottedAcronym()) {
      readAcronym();
    } else {
      readRun();
    }
    end = rest;
    return length > 0 && !isElided();
  }

  private void readRun() {
    int letters = 0;
    while (rest < tokenEnd) {
      int c = plain.codePointAt(rest);
      int original = text.codePointAt(rest);
      if (!isWordCharacter(c)
          || (isExpanded(original) && !PlainCharacters.joins(original, letters))) {
        return;
      }
      append(c);
      letters = Character.isLetter(c) && letters == length - 1 ? length : 0;
      rest += Character.charCount(c);
    }
  }

  private static boolean isExpanded(int c) {
    return c > 127 && PlainCharacters.hasExpansion(c);
  }

  /** Reads a sign such as ½ or ㎡, all of whose forms have its offsets; a note's mark has none. */
  private void readExpansion() {
    int c = text.codePointAt(rest);
    rest += Character.charCount(c);
    if (PlainCharacters.isRaisedDigit(c)) {
      return;
    }
    further.addAll(forms(PlainCharacters.expansion(c)));
    if (!further.isEmpty()) {
      setForm(further.remove());
    }
  }

  private void setForm(String other) {
    length = other.length();
    other.getChars(0, length, form, 0);
  }

  /** Returns whether the rest of the token is single letters with a dot between each two. */
  private boolean isDottedAcronym() {
    int count = tokenEnd - rest;
    if (count < 3 || count % 2 == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      char c = plain.charAt(rest + i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }

  private void readAcronym() {
    for (; rest < tokenEnd; rest++) {
      if (plain.charAt(rest) != '.') {
        append(plain.charAt(rest));
      }
    }
  }

  private boolean isElided() {
    return end < plain.length() && plain.charAt(end) == '\'' && ELIDED.contains(form());
  }

  private void append(int c) {
    if (length + folded.length > form.length) {
      form = Arrays.copyOf(form, 2 * form.length);
    }
    if (c < 128) {
      form[length++] = (char) Character.toLowerCase(c);
    } else if (!isIgnored(c)) {
      appendFolded(Character.toLowerCase(c));
    }
  }

  private void appendFolded(int c) {
    if (Character.isBmpCodePoint(c)) {
      single[0] = (char) c;
      int count = ASCIIFoldingFilter.foldToASCII(single, 0, folded, 0, 1);
      if (count > 1 || folded[0] != c) {
        for (int i = 0; i < count; i++) {
          form[length++] = Character.toLowerCase(folded[i]);
        }
        return;
      }
    }
    appendDecomposed(c);
  }

  /** Appends a letter that is not Latin, or a compatibility form (Ⅷ as viii), without accents. */
  private void appendDecomposed(int c) {
    String parts = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    boolean isWord = parts.codePoints().allMatch(FormReader::isWordCharacter);
    String letters = isWord ? parts : Character.toString(c);
    if (length + 2 * letters.length() > form.length) {
      form = Arrays.copyOf(form, 2 * (length + letters.length()));
    }
    letters
        .codePoints()
        .filter(part -> !isIgnored(part))
        .forEach(part -> length += Character.toChars(Character.toLowerCase(part), form, length));
  }

  private static boolean isBetweenForms(int c) {
    return !isWordCharacter(c) || PlainCharacters.isRaisedLetter(c);
  }

  private static boolean isWordCharacter(int c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c);
    }
    return Character.isLetterOrDigit(c)
        || isIgnored(c)
        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  /** Returns whether a form omits a character: combining accents, soft hyphens, joiners. */
  private static boolean isIgnored(int c) {
    int type = Character.getType(c);
    return c == SOFT_HYPHEN || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }
}
