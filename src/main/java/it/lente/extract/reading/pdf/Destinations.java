package it.lente.extract.reading.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;

/**
 * Finds the page of a bookmark. Names are collected once, and no branch of their tree is visited
 * twice, which PDFBox does not guarantee.
 */
final class Destinations {

  private static final int NAMES = 100_000;

  private final IdentityHashMap<COSDictionary, Integer> numbers = new IdentityHashMap<>();
  private final Map<String, COSBase> named = new HashMap<>();

  Destinations(COSDictionary catalog, List<COSDictionary> pages) {
    for (int page = 0; page < pages.size(); page++) {
      numbers.putIfAbsent(pages.get(page), page + 1);
    }
    if (catalog.getDictionaryObject(COSName.DESTS) instanceof COSDictionary old) {
      old.keySet().forEach(name -> name(name.getName(), old.getDictionaryObject(name)));
    }
    if (catalog.getDictionaryObject(COSName.NAMES) instanceof COSDictionary names
        && names.getDictionaryObject(COSName.DESTS) instanceof COSDictionary root) {
      walk(root);
    }
  }

  /** Returns the number of the page, from 1; 0 if unknown. */
  int page(COSDictionary bookmark) {
    COSBase place = bookmark.getDictionaryObject(COSName.DEST);
    if (place == null
        && bookmark.getDictionaryObject(COSName.A) instanceof COSDictionary action
        && COSName.getPDFName("GoTo").equals(action.getCOSName(COSName.S))) {
      place = action.getDictionaryObject(COSName.D);
    }
    COSBase found = resolved(place);
    return found instanceof COSArray array && array.size() > 0 ? page(array.getObject(0)) : 0;
  }

  int page(COSBase page) {
    return switch (page) {
      case COSDictionary dictionary -> numbers.getOrDefault(dictionary, 0);
      case COSInteger index when index.intValue() >= 0 && index.intValue() < numbers.size() ->
          index.intValue() + 1;
      case null, default -> 0;
    };
  }

  private COSBase resolved(COSBase place) {
    COSBase found =
        switch (place) {
          case COSName name -> named.get(name.getName());
          case COSString name -> named.get(name.getString());
          case null, default -> place;
        };
    return found instanceof COSDictionary wrapped ? wrapped.getDictionaryObject(COSName.D) : found;
  }

  private void walk(COSDictionary root) {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>(List.of(root));
    while (!open.isEmpty() && named.size() < NAMES) {
      COSDictionary node = open.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (node.getDictionaryObject(COSName.NAMES) instanceof COSArray pairs) {
        for (int pair = 0; pair + 1 < pairs.size(); pair += 2) {
          if (pairs.getObject(pair) instanceof COSString name) {
            name(name.getString(), pairs.getObject(pair + 1));
          }
        }
      }
      if (node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
        for (int kid = 0; kid < kids.size(); kid++) {
          if (kids.getObject(kid) instanceof COSDictionary branch) {
            open.push(branch);
          }
        }
      }
    }
  }

  private void name(String name, COSBase place) {
    if (place != null && named.size() < NAMES) {
      named.putIfAbsent(name, place);
    }
  }
}
