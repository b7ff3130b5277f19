package it.lente.search;

import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a person typed: words, "phrases" in quotation marks of any kind, a minus before what
 * must not be there, a * behind the beginning of a word, a ~ behind a word that may be misspelt (~1
 * or ~2: in how many letters). Anything else is read as words; no text is an error.
 */
final class QueryLanguage {

  /** Longer questions are cut here, at the last white space, and the answer says so. */
  static final int MAX_LENGTH = 2_000;

  /** Clauses beyond this many are left out, and the answer says so. */
  static final int MAX_CLAUSES = 64;

  private static final String OPENING_QUOTES = "\"“”„«»";

  private static final Pattern OPEN_END = Pattern.compile("\\*+$");
  private static final Pattern FUZZY = Pattern.compile("(.+)~([0-2])?");

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
      addWord(text.substring(start, at), excluded);
    }
  }

  private void addWord(String word, boolean excluded) {
    Matcher fuzzy = FUZZY.matcher(word);
    if (word.endsWith("*")) {
      add(new Clause(Kind.PREFIX, OPEN_END.matcher(word).replaceFirst(""), excluded));
    } else if (fuzzy.matches()) {
      String letters = fuzzy.group(1);
      int edits = fuzzy.group(2) == null ? edits(letters) : Integer.parseInt(fuzzy.group(2));
      add(new Clause(edits == 0 ? Kind.WORD : Kind.FUZZY, letters, excluded, edits));
    } else {
      add(new Clause(Kind.WORD, word, excluded));
    }
  }

  /** Longer words are misspelt in more letters; in short ones each letter tells. */
  private static int edits(String word) {
    return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
  }

  private void readPhrase(boolean excluded) {
    int start = ++at;
    while (at < text.length() && !isQuote(at)) {
      at++;
    }
    String phrase = text.substring(start, at);
    if (at < text.length()) {
      at++;
      add(new Clause(Kind.PHRASE, phrase.strip(), excluded));
      skipDistance();
      return;
    }
    warnings.add(new Warning(Warning.Kind.OPEN_QUOTE, phrase.strip()));
    for (String word : phrase.strip().split("\\s+")) {
      addWord(word, excluded);
    }
  }

  /** Elsewhere «"…"~5» asks for words near each other: the number is no word to be found. */
  private void skipDistance() {
    if (at < text.length() && text.charAt(at) == '~') {
      do {
        at++;
      } while (at < text.length() && Character.isDigit(text.charAt(at)));
    }
  }

  private void add(Clause clause) {
    if (clause.text().codePoints().anyMatch(Character::isLetterOrDigit)) {
      clauses.add(clause);
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
