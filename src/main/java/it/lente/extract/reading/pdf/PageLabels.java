package it.lente.extract.reading.pdf;

import java.io.IOException;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;

/**
 * The labels of a document's pages. PDFBox can list them too, but in an array of the length that
 * the document claims, which a forged document can make huge.
 */
final class PageLabels {

  private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
  private static final String[] ROMAN_DIGITS = {
    "m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"
  };
  private static final int LARGEST_ROMAN = 3999;

  /** In «zz» and longer labels the number itself is easier to read after some repetitions. */
  private static final int LARGEST_LETTER = 26 * 10;

  private final Optional<PDPageLabels> labels;

  private PageLabels(Optional<PDPageLabels> labels) {
    this.labels = labels;
  }

  static PageLabels of(PDDocument document) {
    try {
      return new PageLabels(Optional.ofNullable(document.getDocumentCatalog().getPageLabels()));
    } catch (IOException | RuntimeException e) {
      // Unreadable labels cost no text: pages keep their numbers.
      return new PageLabels(Optional.empty());
    }
  }

  /** Returns the label of a page, numbered from 1, or the empty string if it has none. */
  String of(int number) {
    return labels.map(known -> label(known, number - 1)).orElse("");
  }

  private static String label(PDPageLabels labels, int index) {
    NavigableSet<Integer> starts = labels.getPageIndices();
    Integer start = starts.floor(index);
    PDPageLabelRange range = start == null ? null : labels.getPageLabelRange(start);
    if (range == null) {
      return "";
    }
    String prefix = Optional.ofNullable(range.getPrefix()).orElse("");
    return prefix.replace("\0", "") + numeral(range.getStyle(), range.getStart() + index - start);
  }

  private static String numeral(String style, int number) {
    if (style == null) {
      return "";
    }
    return switch (style) {
      case PDPageLabelRange.STYLE_ROMAN_LOWER -> roman(number);
      case PDPageLabelRange.STYLE_ROMAN_UPPER -> roman(number).toUpperCase(Locale.ROOT);
      case PDPageLabelRange.STYLE_LETTERS_LOWER -> letters(number);
      case PDPageLabelRange.STYLE_LETTERS_UPPER -> letters(number).toUpperCase(Locale.ROOT);
      default -> Integer.toString(number);
    };
  }

  private static String roman(int number) {
    if (number < 1 || number > LARGEST_ROMAN) {
      return Integer.toString(number);
    }
    StringBuilder numeral = new StringBuilder();
    int rest = number;
    for (int digit = 0; digit < ROMAN_VALUES.length; digit++) {
      for (; rest >= ROMAN_VALUES[digit]; rest -= ROMAN_VALUES[digit]) {
        numeral.append(ROMAN_DIGITS[digit]);
      }
    }
    return numeral.toString();
  }

  /** Returns a to z, then aa, bb to zz, then aaa: PDF repeats the same letter. */
  private static String letters(int number) {
    if (number < 1 || number > LARGEST_LETTER) {
      return Integer.toString(number);
    }
    String letter = String.valueOf((char) ('a' + (number - 1) % 26));
    return letter.repeat((number - 1) / 26 + 1);
  }
}
