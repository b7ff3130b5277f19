package it.lente.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.javalin.http.Context;
import java.util.Map;

/** Writes pages with the templates that were compiled into this package. */
final class Templates {

  private final TemplateEngine engine = engine();
  private final Assets assets;

  Templates(Assets assets) {
    this.assets = assets;
  }

  private static TemplateEngine engine() {
    TemplateEngine engine =
        TemplateEngine.createPrecompiled(
            null,
            ContentType.Html,
            Templates.class.getClassLoader(),
            Templates.class.getPackageName());
    engine.setBinaryStaticContent(true);
    return engine;
  }

  /**
   * Writes a page.
   *
   * @param view the data of the template
   */
  void write(Context context, String template, Object view) {
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render(template + ".jte", Map.of("view", view, "assets", assets), page);
    // As one array, because compressing many small parts would cost more than a copy.
    context.contentType("text/html; charset=utf-8").result(page.toByteArray());
  }
}
