package it.lente.web;

import io.javalin.config.Key;
import it.lente.messages.Messages;
import java.util.HashMap;
import java.util.Map;

/**
 * The publisher of the collection and the messages with the publisher's texts.
 *
 * @param local true if only this machine can connect; it may then use any host name
 */
record Publisher(Brand brand, Map<String, Messages> messages, boolean local) {

  /** The key of the publisher in the application's data. */
  static final Key<Publisher> KEY = new Key<>("publisher");

  static Publisher of(Brand brand, boolean local) {
    Map<String, Messages> messages = new HashMap<>();
    Messages.BY_LANGUAGE.forEach((language, ours) ->
        messages.put(language, ours.with(brand.texts().getOrDefault(language, Map.of()))));
    return new Publisher(brand, Map.copyOf(messages), local);
  }

  /** Chooses the requested language, else the browser's first supported one, else Italian. */
  Messages choose(String language, String acceptLanguage) {
    return messages.get(Messages.choose(language, acceptLanguage).language());
  }
}
