package it.lente.web;

import io.javalin.config.Key;
import java.util.HashMap;
import java.util.Map;

/**
 * Who publishes the collection, and what the pages say in that name.
 *
 * @param local whether only this machine can ask, which may then call us as it likes
 */
record Publisher(Brand brand, Map<String, Texts> texts, boolean local) {

  /** Under which requests find it. */
  static final Key<Publisher> KEY = new Key<>("publisher");

  static Publisher of(Brand brand, boolean local) {
    Map<String, Texts> texts = new HashMap<>();
    Texts.BY_LANGUAGE.forEach((language, ours) ->
        texts.put(language, ours.with(brand.texts().getOrDefault(language, Map.of()))));
    return new Publisher(brand, Map.copyOf(texts), local);
  }

  /** In the language asked for by name, else the browser's first that there is, else Italian. */
  Texts choose(String language, String acceptLanguage) {
    return texts.get(Texts.choose(language, acceptLanguage).language());
  }
}
