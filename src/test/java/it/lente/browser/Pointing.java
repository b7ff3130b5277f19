package it.lente.browser;

import com.microsoft.playwright.Locator;

/** By a mouse or a finger, which also opens the keys to type with. */
final class Pointing implements Going {

  private final Visitor visitor;
  private final boolean finger;
  private final boolean scripts;

  private Pointing(Visitor visitor, boolean finger, boolean scripts) {
    this.visitor = visitor;
    this.finger = finger;
    this.scripts = scripts;
  }

  static Going withMouse(Visitor visitor) {
    return new Pointing(visitor, false, true);
  }

  static Going withFinger(Visitor visitor) {
    return new Pointing(visitor, true, true);
  }

  static Going withoutScript(Visitor visitor) {
    return new Pointing(visitor, false, false);
  }

  @Override
  public Visitor visitor() {
    return visitor;
  }

  @Override
  public void ask(String question) {
    write(page().locator("#q"), question);
    point(page().locator("#search button, .search-inside button").first());
  }

  @Override
  public void follow(Locator link) {
    point(link);
  }

  /** The kit hides the box itself; people see its label. */
  @Override
  public void tick(Locator box) {
    point(page().locator("label[for='" + box.getAttribute("id") + "']"));
  }

  @Override
  public void write(Locator field, String words) {
    point(field);
    field.clear();
    field.pressSequentially(words);
  }

  @Override
  public void unfold(Locator heading) {
    if (heading.isVisible()) {
      point(heading);
    }
  }

  /** With scripts what is written applies when the field is left. */
  @Override
  public void apply() {
    point(page().locator(scripts ? ".facet legend:visible" : ".apply button").first());
  }

  private void point(Locator at) {
    if (finger) {
      at.tap();
    } else {
      at.click();
    }
  }
}
