package it.lente.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test visitors of the reports, and fails it if the browser complained of anything. All
 * tests share one browser and one server, and each has windows of its own.
 */
final class Browsing implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  /** Where a window is kept as a picture when its test fails. */
  private static final Path FAILED = Path.of("target", "browser");

  private static final Namespace OURS = Namespace.create(Browsing.class);

  @Override
  public void beforeAll(ExtensionContext context) {
    Optional<String> missing = Chromium.missing();
    assumeTrue(missing.isEmpty(), missing::orElseThrow);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitors.class;
  }

  @Override
  public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Store shared = context.getRoot().getStore(OURS);
    Chromium chromium =
        shared.computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
    Reports reports = shared.computeIfAbsent(Reports.class, key -> Reports.serve(), Reports.class);
    Visitors visitors = new Visitors(chromium.browser(), reports);
    context.getStore(OURS).put(Visitors.class, visitors);
    return visitors;
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Visitors visitors = context.getStore(OURS).get(Visitors.class, Visitors.class);
    if (visitors == null) {
      return;
    }
    try {
      if (context.getExecutionException().isPresent()) {
        keep(visitors, context.getRequiredTestMethod().getName());
      }
      visitors.all().forEach(Visitor::requireNoFaults);
    } finally {
      visitors.all().forEach(Visitor::close);
    }
  }

  private static void keep(Visitors visitors, String test) throws IOException {
    Files.createDirectories(FAILED);
    for (int n = 0; n < visitors.all().size(); n++) {
      visitors.all().get(n).screenshot(FAILED.resolve(test + "-" + n + ".png"));
    }
  }
}
