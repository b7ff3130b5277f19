package it.lente.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;

/** The people who visit the pages in one test. */
final class Visitors {

  private static final int DESK_WIDTH = 1280;
  private static final int DESK_HEIGHT = 900;
  private static final int PHONE_WIDTH = 390;
  private static final int PHONE_HEIGHT = 844;
  private static final int PHONE_PIXELS = 3;

  private final Browser browser;
  private final Reports reports;
  private final List<Visitor> all = new ArrayList<>();
  private String home;

  Visitors(Browser browser, Reports reports) {
    this.browser = browser;
    this.reports = reports;
    this.home = reports.address();
  }

  /** From here on all visit the pages that bear an institution's colour. */
  Visitors ofAnInstitution() {
    home = reports.branded();
    return this;
  }

  /** From here on all visit the pages below a path of an institution's site. */
  Visitors belowPath() {
    home = reports.below();
    return this;
  }

  Visitor atDesk() {
    return visitor(desk());
  }

  Visitor onPhone() {
    return visitor(phone());
  }

  Visitor atDeskInTheDark() {
    return visitor(desk().setColorScheme(ColorScheme.DARK));
  }

  Visitor withoutScript() {
    return visitor(desk().setJavaScriptEnabled(false));
  }

  List<Visitor> all() {
    return List.copyOf(all);
  }

  private static NewContextOptions desk() {
    return new NewContextOptions().setViewportSize(DESK_WIDTH, DESK_HEIGHT);
  }

  private static NewContextOptions phone() {
    return new NewContextOptions()
        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
        .setDeviceScaleFactor(PHONE_PIXELS)
        .setHasTouch(true)
        .setIsMobile(true);
  }

  private Visitor visitor(NewContextOptions window) {
    Visitor visitor =
        new Visitor(
            browser, window.setLocale("it-IT").setReducedMotion(ReducedMotion.REDUCE), home);
    all.add(visitor);
    return visitor;
  }
}
