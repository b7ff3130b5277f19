package it.lente.web;

import io.javalin.config.Key;
import java.util.HashMap;
import java.util.Map;

/** Who publishes the collection, and what the pages say in that name. */
record Publisher(Brand brand, Map<String, Texts> texts) {

  /** Under which requests find it. */
  static final Key<Publisher> KEY = new Key<>("publisher");

  static Publisher of(Brand brand) {
    Map<String, Texts> texts = new HashMap<>();
    Texts.BY_LANGUAGE.forEach((language, ours) ->
        texts.put(language, ours.with(brand.texts().getOrDefault(language, Map.of()))));
    return new Publisher(brand, Map.copyOf(texts));
  }

  /** In the language asked for by name, else the browser's first that there is, else Italian. */
  Texts choose(String language, String acceptLanguage) {
    return texts.get(Texts.choose(language, acceptLanguage).language());
  }
}
