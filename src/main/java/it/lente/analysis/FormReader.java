package it.lente.analysis;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Reads a text as a run of forms, one for each position: words as Unicode parts them, in lower
 * case, without accents, soft hyphens and elided particles. A token with a mark inside is taken
 * apart («15/2018», «fine.Inizio»), but a dotted acronym is made one («L.R.» is lr). Function words
 * are forms like any other: they hold the place that a phrase needs.
 *
 * <p>A particle is dropped only where an apostrophe follows: «dell'acqua» is one form, «allegato C»
 * two. It leaves no hole, so that «la casa dell'acqua» is found by «casa acqua» in quotation marks,
 * too.
 *
 * <p>Keeps its buffers from text to text; not for use by two threads at once.
 */
public final class FormReader {

  /** Words that stand before an apostrophe for a longer word. */
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

  private String text = "";
  private char[] form = new char[64];
  private int length;
  private int start;
  private int end;

  /** What is left of the tokenizer's token: offsets in the text. */
  private int rest;

  private int tokenEnd;

  /** All forms of a text. */
  public static List<String> forms(String text) {
    FormReader reader = new FormReader();
    reader.read(text);
    List<String> forms = new ArrayList<>();
    while (reader.next()) {
      forms.add(reader.form());
    }
    return forms;
  }

  /** Begins with a new text. */
  public void read(String newText) {
    text = newText;
    rest = 0;
    tokenEnd = 0;
    try {
      tokenizer.close();
      tokenizer.setReader(new StringReader(withPlainApostrophes(newText)));
      tokenizer.reset();
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory could not be read", e);
    }
  }

  /** Moves to the next form; false at the end of the text. */
  public boolean next() {
    while (true) {
      if (rest >= tokenEnd && !nextToken()) {
        return false;
      }
      if (readForm()) {
        return true;
      }
    }
  }

  /** The form's characters, {@link #length()} of them; overwritten by {@link #next()}. */
  public char[] buffer() {
    return form;
  }

  public int length() {
    return length;
  }

  /** Offset of the form's first character in the text, UTF-16 units. */
  public int start() {
    return start;
  }

  /** Offset behind the form's last character in the text, UTF-16 units. */
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

  /** Takes one form from what is left of the token; false if there is none or it was a particle. */
  private boolean readForm() {
    while (rest < tokenEnd && !isWordCharacter(text.codePointAt(rest))) {
      rest += Character.charCount(text.codePointAt(rest));
    }
    start = rest;
    length = 0;
    if (isDottedAcronym()) {
      readAcronym();
    } else {
      readRun();
    }
    end = rest;
    return length > 0 && !isElided();
  }

  private void readRun() {
    while (rest < tokenEnd) {
      int c = text.codePointAt(rest);
      if (!isWordCharacter(c)) {
        return;
      }
      append(c);
      rest += Character.charCount(c);
    }
  }

  /** Single letters with a dot between each two, up to the end of the token. */
  private boolean isDottedAcronym() {
    int count = tokenEnd - rest;
    if (count < 3 || count % 2 == 0) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      char c = text.charAt(rest + i);
      if (i % 2 == 0 ? !Character.isLetter(c) : c != '.') {
        return false;
      }
    }
    return true;
  }

  private void readAcronym() {
    for (; rest < tokenEnd; rest++) {
      if (text.charAt(rest) != '.') {
        append(text.charAt(rest));
      }
    }
  }

  private boolean isElided() {
    return end < text.length() && isApostrophe(text.charAt(end)) && ELIDED.contains(form());
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
    if (Character.isSupplementaryCodePoint(c)) {
      length += Character.toChars(c, form, length);
      return;
    }
    single[0] = (char) c;
    int count = ASCIIFoldingFilter.foldToASCII(single, 0, folded, 0, 1);
    if (count == 1 && folded[0] == c) {
      form[length++] = withoutAccent((char) c);
      return;
    }
    for (int i = 0; i < count; i++) {
      form[length++] = Character.toLowerCase(folded[i]);
    }
  }

  /** Letters that are not Latin: their accents may be written apart as well. */
  private static char withoutAccent(char c) {
    String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
    boolean accented = parts.length() > 1 && parts.chars().skip(1).allMatch(FormReader::isIgnored);
    return accented ? parts.charAt(0) : c;
  }

  private static boolean isWordCharacter(int c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c);
    }
    return !isApostrophe(c)
        && (Character.isLetterOrDigit(c)
            || isIgnored(c)
            || Character.getType(c) == Character.COMBINING_SPACING_MARK);
  }

  /** Part of a word, but not of its form: accents written apart, soft hyphens, joiners. */
  private static boolean isIgnored(int c) {
    int type = Character.getType(c);
    return c == SOFT_HYPHEN || type == Character.NON_SPACING_MARK || type == Character.FORMAT;
  }

  /** Every kind of apostrophe as the one that the tokenizer keeps inside a word; same length. */
  private static String withPlainApostrophes(String text) {
    char[] plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c > 127 || c == '`') && isApostrophe(c)) {
        plain = plain == null ? text.toCharArray() : plain;
        plain[i] = '\'';
      }
    }
    return plain == null ? text : new String(plain);
  }

  private static boolean isApostrophe(int c) {
    return switch (c) {
      case '\'', '’', '‘', '`', '´', 'ʼ', '′', '\u0092', '＇' -> true;
      default -> false;
    };
  }
}
