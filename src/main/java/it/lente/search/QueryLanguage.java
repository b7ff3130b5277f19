package it.lente.search;

import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a person typed: words, "phrases" in quotation marks of any kind, a minus before what
 * must not be there. Anything else is read as words; no text is an error.
 */
final class QueryLanguage {

  /** Longer questions are cut here, at the last white space, and the answer says so. */
  static final int MAX_LENGTH = 2_000;

  /** Clauses beyond this many are left out, and the answer says so. */
  static final int MAX_CLAUSES = 64;

  private static final String OPENING_QUOTES = "\"“”„«»";

  private final String text;
  private final List<Clause> clauses = new ArrayList<>();
  private final List<Warning> warnings = new ArrayList<>();
  private int at;

  private QueryLanguage(String text) {
    this.text = text;
  }

  /** A question taken apart, and what had to be said about it. */
  record Parsed(TextQuery query, List<Warning> warnings) {}

  static Parsed parse(String typed) {
    QueryLanguage reader = new QueryLanguage(cut(typed));
    if (reader.text.length() < typed.length()) {
      reader.warnings.add(new Warning(Warning.Kind.TOO_LONG, "" + MAX_LENGTH));
    }
    reader.readClauses();
    return new Parsed(new TextQuery(typed, reader.clauses), List.copyOf(reader.warnings));
  }

  private static String cut(String typed) {
    if (typed.length() <= MAX_LENGTH) {
      return typed;
    }
    int space = typed.lastIndexOf(' ', MAX_LENGTH);
    return typed.substring(0, space > 0 ? space : MAX_LENGTH);
  }

  private void readClauses() {
    while (skipSpaces()) {
      if (clauses.size() == MAX_CLAUSES) {
        warnings.add(new Warning(Warning.Kind.TOO_MANY_WORDS, "" + MAX_CLAUSES));
        return;
      }
      readClause();
    }
  }

  private void readClause() {
    boolean excluded = text.charAt(at) == '-' && at + 1 < text.length() && !isSpace(at + 1);
    if (excluded) {
      at++;
    }
    if (isQuote(at)) {
      readPhrase(excluded);
    } else {
      int start = at;
      while (at < text.length() && !isSpace(at) && !isQuote(at)) {
        at++;
      }
      add(Kind.WORD, text.substring(start, at), excluded);
    }
  }

  private void readPhrase(boolean excluded) {
    int start = ++at;
    while (at < text.length() && !isQuote(at)) {
      at++;
    }
    String phrase = text.substring(start, at);
    if (at < text.length()) {
      at++;
      add(Kind.PHRASE, phrase, excluded);
      return;
    }
    warnings.add(new Warning(Warning.Kind.OPEN_QUOTE, phrase.strip()));
    for (String word : phrase.strip().split("\\s+")) {
      add(Kind.WORD, word, excluded);
    }
  }

  private void add(Kind kind, String clause, boolean excluded) {
    if (clause.codePoints().anyMatch(Character::isLetterOrDigit)) {
      clauses.add(new Clause(kind, clause.strip(), excluded));
    }
  }

  private boolean skipSpaces() {
    while (at < text.length() && isSpace(at)) {
      at++;
    }
    return at < text.length();
  }

  private boolean isSpace(int index) {
    char c = text.charAt(index);
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private boolean isQuote(int index) {
    return index < text.length() && OPENING_QUOTES.indexOf(text.charAt(index)) >= 0;
  }
}
