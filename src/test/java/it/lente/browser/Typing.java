package it.lente.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;

/** By the keyboard only: the focus goes forwards through the page, and is seen at every stop. */
final class Typing implements Going {

  /** More than the stops of any page. */
  private static final int MANY = 250;

  private final Visitor visitor;

  Typing(Visitor visitor) {
    this.visitor = visitor;
  }

  @Override
  public Visitor visitor() {
    return visitor;
  }

  @Override
  public void ask(String question) {
    visitor.press("/");
    assertThat(Focus.faultsHere(page())).isEmpty();
    page().keyboard().type(question);
    visitor.press("Enter");
  }

  @Override
  public void follow(Locator link) {
    reach(link);
    visitor.press("Enter");
  }

  @Override
  public void tick(Locator box) {
    reach(box);
    visitor.press("Space");
  }

  @Override
  public void write(Locator field, String words) {
    reach(field);
    visitor.press("ControlOrMeta+a");
    page().keyboard().type(words);
  }

  @Override
  public void unfold(Locator heading) {
    if (heading.isVisible()) {
      reach(heading);
      visitor.press("Enter");
    }
  }

  @Override
  public void apply() {
    visitor.press("Enter");
  }

  private void reach(Locator wanted) {
    page().waitForLoadState();
    Focus.start(page());
    for (int stops = 0; stops < MANY; stops++) {
      if ((boolean) wanted.evaluate("at => at === document.activeElement")) {
        return;
      }
      visitor.press("Tab");
      assertThat(Focus.faultsHere(page())).as("the focus at " + visitor.address()).isEmpty();
    }
    throw new AssertionError("the Tab key does not lead to " + wanted);
  }
}
