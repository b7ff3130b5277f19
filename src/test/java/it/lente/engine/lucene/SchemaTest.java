package it.lente.engine.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaTest {

  @Test
  void the_fingerprint_follows_what_the_index_is_made_of() {
    assertThat(Schema.FINGERPRINT).matches("lente-[0-9]+-[0-9a-f]+");
    assertThat(Schema.fingerprint(1))
        .isEqualTo(Schema.fingerprint(1))
        .isNotEqualTo(Schema.fingerprint(2));
  }
}
