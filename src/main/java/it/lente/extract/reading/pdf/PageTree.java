package it.lente.extract.reading.pdf;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;

/**
 * The pages that a document's tree really contains, in order. The number stated by the tree is
 * ignored, and no branch is visited twice.
 */
final class PageTree {

  private final int limit;
  private final List<COSDictionary> pages = new ArrayList<>();
  private boolean cut;

  private PageTree(int limit) {
    this.limit = limit;
  }

  static PageTree of(COSDictionary root, int limit) {
    PageTree tree = new PageTree(limit);
    tree.walk(root);
    return tree;
  }

  List<COSDictionary> pages() {
    return pages;
  }

  /** Returns whether there are more pages than the limit. */
  boolean isCut() {
    return cut;
  }

  private void walk(COSDictionary root) {
    Set<COSDictionary> branches = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<COSDictionary> open = new ArrayDeque<>();
    open.push(root);
    while (!open.isEmpty() && !cut) {
      COSDictionary node = open.pop();
      if (!isBranch(node)) {
        add(node);
      } else if (branches.add(node)
          && node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids) {
        open(kids, open);
      }
    }
  }

  private void open(COSArray kids, Deque<COSDictionary> open) {
    // The last is pushed first, so that the first is popped first.
    for (int kid = kids.size() - 1; kid >= 0; kid--) {
      COSBase node = kids.getObject(kid);
      if (node instanceof COSDictionary dictionary) {
        open.push(dictionary);
      }
    }
  }

  private void add(COSDictionary page) {
    if (pages.size() == limit) {
      cut = true;
    } else {
      pages.add(page);
    }
  }

  private static boolean isBranch(COSDictionary node) {
    return COSName.PAGES.equals(node.getCOSName(COSName.TYPE)) || node.containsKey(COSName.KIDS);
  }
}
