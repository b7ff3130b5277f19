package it.lente.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as JSON: dates as ISO 8601, null values left out unless annotated otherwise. */
final class Json {

  private final JsonMapper mapper =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  void write(Context context, Object value) {
    write(context, value, "application/json");
  }

  void write(Context context, Object value, String type) {
    context.contentType(type).result(mapper.writeValueAsBytes(value));
  }
}
