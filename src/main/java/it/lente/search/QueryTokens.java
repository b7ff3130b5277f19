package it.lente.search;

import it.lente.record.QueryField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits a typed text into signs and words, which {@link QueryLanguage} interprets. */
final class QueryTokens {

  /** Kinds of tokens. */
  enum Sign {
    WORD,
    PHRASE,
    /** A minus directly before another token. */
    MINUS,
    /** The name of a field, its colon directly before another token. */
    FIELD,
    OPEN,
    CLOSE,
    OR,
    AND,
    NOT,
    END
  }

  /**
   * A token.
   *
   * @param text as typed, a phrase without its quotation marks, a field without its colon
   */
  record Token(Sign sign, String text) {

    /** Returns the field with the token's name. */
    QueryField field() {
      return FieldNames.named(text).orElse(QueryField.ANYWHERE);
    }
  }

  private static final String QUOTES = "\"“”„‟«»‹›″＂❝❞〝〞〟";

  /** A minus, and the dashes that are typed or pasted in its place. */
  private static final String DASHES = "-‐‑‒–—―−﹣－";

  private static final Set<String> OR = Set.of("OR", "O");
  private static final Set<String> AND = Set.of("AND", "E");
  private static final Set<String> NOT = Set.of("NOT", "NON");
  private static final Pattern DISTANCE = Pattern.compile("~[0-9]*");
  private static final Pattern BRACKETS = Pattern.compile("[()]");
  private static final Pattern FIELD = Pattern.compile("(\\p{L}+):");

  private final String text;
  private final List<Warning> warnings;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  private QueryTokens(String text, List<Warning> warnings) {
    this.text = text;
    this.warnings = warnings;
  }

  /**
   * Splits a text.
   *
   * @param warnings receives the warnings
   */
  static List<Token> of(String text, List<Warning> warnings) {
    QueryTokens reader = new QueryTokens(text, warnings);
    while (reader.at < text.length()) {
      reader.read();
    }
    return reader.tokens;
  }

  private void read() {
    char c = text.charAt(at);
    if (isSpace(at)) {
      at++;
    } else if (isQuote(at)) {
      readPhrase();
    } else if (c == '(' || c == ')') {
      add(c == '(' ? Sign.OPEN : Sign.CLOSE, String.valueOf(c));
      at++;
    } else if (isDash(at)) {
      readMinus();
    } else if (!readField()) {
      readWord();
    }
  }

  /** Reads any number of hyphens as one minus; a lone one is a dash and ignored. */
  private void readMinus() {
    int start = at;
    while (at < text.length() && isDash(at)) {
      at++;
    }
    if (at < text.length() && !isSpace(at)) {
      add(Sign.MINUS, text.substring(start, at));
    }
  }

  private boolean readField() {
    Matcher name = FIELD.matcher(text).region(at, text.length());
    if (!name.lookingAt() || FieldNames.named(name.group(1)).isEmpty()) {
      return false;
    }
    if (name.end() == text.length() || isSpace(name.end()) || text.charAt(name.end()) == ')') {
      warnings.add(new Warning(Warning.Kind.FIELD_APART, name.group(1)));
      return false;
    }
    add(Sign.FIELD, name.group(1));
    at = name.end();
    return true;
  }

  private void readWord() {
    int start = at;
    while (at < text.length() && !isSpace(at) && !isQuote(at) && !isBracket(at)) {
      at++;
    }
    String word = text.substring(start, at);
    add(touchesSign() ? Sign.WORD : operator(word), word);
  }

  /** Returns whether a sign makes the next token a word: «-NON», «titolo:O». */
  private boolean touchesSign() {
    Sign before = tokens.isEmpty() ? Sign.WORD : tokens.getLast().sign();
    return before == Sign.MINUS || before == Sign.FIELD;
  }

  /** Returns whether a word on its own would be read as an operator. */
  static boolean isOperator(String word) {
    return operator(word) != Sign.WORD;
  }

  private static Sign operator(String word) {
    if (OR.contains(word)) {
      return Sign.OR;
    }
    return AND.contains(word) ? Sign.AND : NOT.contains(word) ? Sign.NOT : Sign.WORD;
  }

  private void readPhrase() {
    int start = ++at;
    while (at < text.length() && !isQuote(at)) {
      at++;
    }
    String phrase = text.substring(start, at).strip();
    if (at < text.length()) {
      at++;
      addPhrase(phrase);
    } else {
      warnings.add(new Warning(Warning.Kind.OPEN_QUOTE, phrase));
      at = start;
    }
  }

  /** Adds a phrase, or for «"…"~5», elsewhere words near each other, its words in any order. */
  private void addPhrase(String phrase) {
    Matcher distance = DISTANCE.matcher(text).region(at, text.length());
    if (!distance.lookingAt()) {
      add(Sign.PHRASE, phrase);
      return;
    }
    at = distance.end();
    warnings.add(new Warning(Warning.Kind.DISTANCE, phrase));
    add(Sign.OPEN, "(");
    tokens.addAll(of(BRACKETS.matcher(phrase).replaceAll(" "), warnings));
    add(Sign.CLOSE, ")");
  }

  /** Returns whether a character is a letter or a number of any kind, such as ½ or №. */
  static boolean isWordCharacter(int c) {
    return Character.isLetterOrDigit(c)
        || Character.getType(c) == Character.OTHER_NUMBER
        || Character.getType(c) == Character.LETTER_NUMBER
        || c == '№';
  }

  private void add(Sign sign, String typed) {
    tokens.add(new Token(sign, typed));
  }

  private boolean isSpace(int index) {
    char c = text.charAt(index);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private boolean isDash(int index) {
    return DASHES.indexOf(text.charAt(index)) >= 0;
  }

  private boolean isQuote(int index) {
    return QUOTES.indexOf(text.charAt(index)) >= 0;
  }

  private boolean isBracket(int index) {
    return text.charAt(index) == '(' || text.charAt(index) == ')';
  }
}
