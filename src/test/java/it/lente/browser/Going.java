package it.lente.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** How somebody gets about the pages. */
interface Going {

  Visitor visitor();

  default Page page() {
    return visitor().page();
  }

  /** Types a question in the search box of the page, and sends it. */
  void ask(String question);

  /** Goes where a link leads. */
  void follow(Locator link);

  /** Ticks a box, or clears it. */
  void tick(Locator box);

  /** Writes into a field of the filters in place of what is there. */
  void write(Locator field, String words);

  /** Opens what is folded, by its heading; nothing where that is open on such a window. */
  void unfold(Locator heading);

  /** Has the filters applied where they do not apply by themselves. */
  void apply();
}
