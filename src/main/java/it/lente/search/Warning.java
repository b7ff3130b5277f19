package it.lente.search;

import it.lente.record.Keyed;

/**
 * A note for the reader on how the question was read. The messages have a sentence for each kind
 * under {@code warning.} and its key, with a place for the detail.
 *
 * @param detail depends on the kind
 */
public record Warning(Kind kind, String detail) {

  /** Kinds of warnings. The detail is empty unless described. */
  public enum Kind implements Keyed {
    /** The detail is the number of characters that were read. */
    TOO_LONG,
    /** The detail is the number of words that were read. */
    TOO_MANY_WORDS,
    /** The detail is the text after the quotation mark. */
    OPEN_QUOTE,
    /** The detail is the bracket. */
    BRACKET,
    /** The detail is how many brackets may be open at once. */
    TOO_DEEP,
    /** The detail is the operator. */
    LONE_OPERATOR,
    /** The detail is the field's name. */
    FIELD_APART,
    /** The detail is the word with the number. */
    TOO_MANY_EDITS,
    NO_WORDS,
    /** The detail is the words. */
    SPLIT,
    /** The detail is the phrase. */
    DISTANCE,
    SENTENCE,
    MOST_WORDS,
    ANY_WORD,
    OUT_OF_TIME,
    /** The detail is the words. */
    TOO_MANY_FORMS,
    /** The detail is the words. */
    AS_TYPED,
    /** The detail is each word with those that were searched in its place. */
    RESCUED,
    /** The detail is each word or expression with its synonyms. */
    SYNONYMS,
    /** The detail is the words. */
    PASSED_OVER;
  }
}
