package it.lente.search;

import it.lente.record.QueryField;
import it.lente.record.TextQuery;
import it.lente.record.TextQuery.Clause;
import it.lente.record.TextQuery.Condition;
import it.lente.record.TextQuery.Kind;
import it.lente.search.QueryTokens.Sign;
import it.lente.search.QueryTokens.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a typed question: words, "phrases" in quotation marks of any kind, a minus before what is
 * excluded, {@code OR} between alternatives (adjacent words bind more tightly), brackets, the name
 * of a field before what must occur in it, a * after the beginning of a word, a ~ after a word that
 * may be misspelt (~1 or ~2: in how many letters). Anything else is read as words; no text is an
 * error.
 */
final class QueryLanguage {

  /** Longer questions are cut here, at the last white space, with a warning. */
  static final int MAX_LENGTH = 2_000;

  /** Clauses beyond this number are ignored, with a warning. */
  static final int MAX_CLAUSES = 64;

  /** Brackets nested more deeply are ignored, with a warning. */
  static final int MAX_DEPTH = 10;

  /** Maximum number of letters in which a misspelt word may differ. */
  private static final int MAX_EDITS = 2;

  private static final Condition NOTHING = TextQuery.NONE.condition();

  /** Ends whatever is open. */
  private static final Token END = new Token(Sign.END, "");

  private static final Pattern OPEN_END = Pattern.compile("\\*+$");

  /** Matches letters left open other than at the end of a word. */
  private static final Pattern WILDCARD =
      Pattern.compile("\\*+(?=[^*])|(?<=[\\p{L}\\p{N}])\\?(?=[\\p{L}\\p{N}*])");

  private static final Pattern FUZZY = Pattern.compile("(.+)~([0-9]*)");

  private final List<Token> tokens;
  private final List<Warning> warnings;
  private int at;
  private int clauses;

  /** Number of ignored opening brackets that were not closed yet. */
  private int ignored;

  private QueryLanguage(List<Token> tokens, List<Warning> warnings) {
    this.tokens = tokens;
    this.warnings = warnings;
  }

  /** A parsed question and the warnings about it. */
  record Parsed(TextQuery query, List<Warning> warnings) {}

  static Parsed parse(String typed) {
    List<Warning> warnings = new ArrayList<>();
    String text = readable(typed);
    if (text.length() < typed.length()) {
      warnings.add(new Warning(Warning.Kind.TOO_LONG, "" + MAX_LENGTH));
    }
    List<Token> tokens = QueryTokens.of(text, warnings);
    Condition condition = new QueryLanguage(tokens, warnings).read();
    return new Parsed(new TextQuery(typed, condition), warnings.stream().distinct().toList());
  }

  /** Returns the part of a question that is read. */
  static String readable(String typed) {
    if (typed.length() <= MAX_LENGTH) {
      return typed;
    }
    int space = typed.lastIndexOf(' ', MAX_LENGTH);
    return typed.substring(0, space > 0 ? space : MAX_LENGTH);
  }

  private Condition read() {
    List<Condition> conditions = new ArrayList<>();
    conditions.add(readAny(0, QueryField.ANYWHERE));
    while (!isEnd(peek())) {
      next();
      warn(Warning.Kind.BRACKET, ")");
      conditions.add(readAny(0, QueryField.ANYWHERE));
    }
    return TextQuery.all(conditions);
  }

  /** Reads alternatives up to the bracket that closes them. */
  private Condition readAny(int depth, QueryField field) {
    List<Condition> alternatives = new ArrayList<>();
    alternatives.add(readAll(depth, field));
    while (peek().sign() == Sign.OR) {
      String operator = next().text();
      boolean first = TextQuery.any(alternatives).equals(NOTHING);
      alternatives.add(readAll(depth, field));
      if (first || alternatives.getLast().equals(NOTHING)) {
        warn(Warning.Kind.LONE_OPERATOR, operator);
      }
    }
    return TextQuery.any(alternatives);
  }

  private Condition readAll(int depth, QueryField field) {
    List<Condition> conditions = new ArrayList<>();
    while (!closes(peek()) && peek().sign() != Sign.OR) {
      if (peek().sign() == Sign.AND) {
        String operator = next().text();
        if (conditions.isEmpty() || !begins(peek())) {
          warn(Warning.Kind.LONE_OPERATOR, operator);
        }
      } else {
        conditions.add(readOne(depth, field));
      }
      skipPassedOver();
    }
    return TextQuery.all(conditions);
  }

  private static boolean closes(Token token) {
    return token.sign() == Sign.CLOSE || isEnd(token);
  }

  private static boolean isEnd(Token token) {
    return token.sign() == Sign.END;
  }

  private static boolean begins(Token token) {
    return switch (token.sign()) {
      case CLOSE, END, OR, AND -> false;
      default -> true;
    };
  }

  /** Reads one condition with the signs before it. */
  private Condition readOne(int depth, QueryField outer) {
    boolean excluded = false;
    QueryField field = outer;
    Token sign = END;
    while (isBefore(peek())) {
      sign = next();
      excluded ^= sign.sign() != Sign.FIELD;
      field = sign.sign() == Sign.FIELD ? sign.field() : field;
    }
    Condition condition = begins(peek()) ? readOperand(depth, field) : NOTHING;
    if (condition.equals(NOTHING) && sign.sign() == Sign.FIELD) {
      warn(Warning.Kind.FIELD_APART, sign.text());
      condition = clause(Kind.WORD, sign.text(), outer);
    } else if (condition.equals(NOTHING) && sign.sign() == Sign.NOT) {
      warn(Warning.Kind.LONE_OPERATOR, sign.text());
    }
    return excluded ? TextQuery.not(condition) : condition;
  }

  private static boolean isBefore(Token token) {
    return switch (token.sign()) {
      case MINUS, NOT, FIELD -> true;
      default -> false;
    };
  }

  private Condition readOperand(int depth, QueryField field) {
    Token token = next();
    return switch (token.sign()) {
      case OPEN -> readGroup(depth, field);
      case PHRASE -> clause(Kind.PHRASE, token.text(), field);
      default -> word(token.text(), field);
    };
  }

  private Condition readGroup(int depth, QueryField field) {
    if (depth == MAX_DEPTH) {
      warn(Warning.Kind.TOO_DEEP, "" + MAX_DEPTH);
      ignored++;
      return NOTHING;
    }
    Condition group = readAny(depth + 1, field);
    if (isEnd(next()) && clauses <= MAX_CLAUSES) {
      warn(Warning.Kind.BRACKET, "(");
    }
    return group;
  }

  /** Skips brackets that close ignored ones. */
  private void skipPassedOver() {
    while (ignored > 0 && peek().sign() == Sign.CLOSE) {
      next();
      ignored--;
    }
  }

  private Condition word(String word, QueryField field) {
    Matcher fuzzy = FUZZY.matcher(word);
    if (OPEN_END.matcher(word).find() && !WILDCARD.matcher(word).find()) {
      return clause(Kind.PREFIX, OPEN_END.matcher(word).replaceFirst(""), field);
    }
    if (!fuzzy.matches() && WILDCARD.matcher(word).find()) {
      return clause(Kind.WILDCARD, word, field);
    }
    if (!fuzzy.matches()) {
      return clause(Kind.WORD, word, field);
    }
    String letters = fuzzy.group(1);
    String asked = fuzzy.group(2);
    boolean tooMany = !asked.matches("|[0-" + MAX_EDITS + "]");
    if (tooMany) {
      warn(Warning.Kind.TOO_MANY_EDITS, word);
    }
    int edits = asked.isEmpty() ? edits(letters) : tooMany ? MAX_EDITS : Integer.parseInt(asked);
    return edits == 0
        ? word(letters, field)
        : clause(new Clause(Kind.FUZZY, letters, edits, field));
  }

  /** Allows more edits in longer words; in short ones each letter matters. */
  private static int edits(String word) {
    return word.length() < 4 ? 0 : word.length() < 8 ? 1 : MAX_EDITS;
  }

  private Condition clause(Kind kind, String text, QueryField field) {
    return clause(new Clause(kind, text, 0, field));
  }

  /** Ignores signs without a letter or a digit. */
  private Condition clause(Clause clause) {
    if (clause.text().codePoints().noneMatch(QueryTokens::isWordCharacter)) {
      return NOTHING;
    }
    if (++clauses > MAX_CLAUSES) {
      warn(Warning.Kind.TOO_MANY_WORDS, "" + MAX_CLAUSES);
      at = tokens.size();
      return NOTHING;
    }
    return clause;
  }

  private Token peek() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  private Token next() {
    Token token = peek();
    at = Math.min(tokens.size(), at + 1);
    return token;
  }

  private void warn(Warning.Kind kind, String detail) {
    warnings.add(new Warning(kind, detail));
  }
}
