package it.lente.extract.reading.pdf;

import it.lente.extract.reading.frame.ReadableText;
import it.lente.record.DocumentInfo.Bookmark;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * The bookmarks of a document in the order in which a reader sees them. An outline is a chain of
 * links, which may form a ring or never end, so each entry is taken once.
 */
final class Outline {

  private final Destinations destinations;
  private final int limit;
  private final List<Bookmark> bookmarks = new ArrayList<>();
  private boolean cut;

  private Outline(Destinations destinations, int limit) {
    this.destinations = destinations;
    this.limit = limit;
  }

  static Outline of(COSDictionary catalog, Destinations destinations, int limit) {
    Outline outline = new Outline(destinations, limit);
    if (catalog.getDictionaryObject(COSName.OUTLINES) instanceof COSDictionary root
        && root.getDictionaryObject(COSName.FIRST) instanceof COSDictionary first) {
      outline.walk(first);
    }
    return outline;
  }

  List<Bookmark> bookmarks() {
    return bookmarks;
  }

  /** Returns whether there are more bookmarks than the limit. */
  boolean isCut() {
    return cut;
  }

  private void walk(COSDictionary first) {
    Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>(List.of(first));
    while (!open.isEmpty()) {
      COSDictionary entry = open.pop();
      if (!seen.add(entry)) {
        continue;
      }
      if (bookmarks.size() == limit) {
        cut = true;
        return;
      }
      add(entry);
      // Children of an entry come before its siblings.
      open(entry, COSName.NEXT, open);
      open(entry, COSName.FIRST, open);
    }
  }

  private static void open(COSDictionary entry, COSName link, Deque<COSDictionary> open) {
    if (entry.getDictionaryObject(link) instanceof COSDictionary next) {
      open.push(next);
    }
  }

  private void add(COSDictionary entry) {
    String title = ReadableText.ofLine(entry.getString(COSName.TITLE, ""));
    if (!title.isEmpty()) {
      bookmarks.add(new Bookmark(title, destinations.page(entry)));
    }
  }
}
