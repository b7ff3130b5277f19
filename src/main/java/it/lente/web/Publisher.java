package it.lente.web;

import io.javalin.config.Key;
import it.lente.messages.Messages;
import java.util.HashMap;
import java.util.Map;

/**
 * Who publishes the collection, and what the pages say in that name.
 *
 * @param local whether only this machine can ask, which may then call us as it likes
 */
record Publisher(Brand brand, Map<String, Messages> messages, boolean local) {

  /** Under which requests find it. */
  static final Key<Publisher> KEY = new Key<>("publisher");

  static Publisher of(Brand brand, boolean local) {
    Map<String, Messages> messages = new HashMap<>();
    Messages.BY_LANGUAGE.forEach((language, ours) ->
        messages.put(language, ours.with(brand.texts().getOrDefault(language, Map.of()))));
    return new Publisher(brand, Map.copyOf(messages), local);
  }

  /** In the language asked for by name, else the browser's first that there is, else Italian. */
  Messages choose(String language, String acceptLanguage) {
    return messages.get(Messages.choose(language, acceptLanguage).language());
  }
}
