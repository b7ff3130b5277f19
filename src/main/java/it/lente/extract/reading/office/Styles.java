package it.lente.extract.reading.office;

import java.util.HashSet;
import java.util.Set;

/**
 * Effects of the styles of an office document on its text, by their ids; filled while they are
 * read.
 *
 * @param breaking styles of the paragraphs where a section begins
 * @param raised styles that raise letters above their line
 */
record Styles(Set<String> breaking, Set<String> raised) {
  Styles() {
    this(new HashSet<>(), new HashSet<>());
  }
}
