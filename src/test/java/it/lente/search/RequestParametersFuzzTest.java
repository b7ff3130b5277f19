package it.lente.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import it.lente.record.Facet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

class RequestParametersFuzzTest {

  private static final List<Function<RequestParameters, ?>> READERS =
      List.of(
          Question::strict,
          Question::lenient,
          HitsQuestion::strict,
          SuggestQuestion::strict,
          SimilarQuestion::strict,
          CoverageQuestion::strict,
          CoverageQuestion::lenient,
          parameters -> FacetQuestion.strict(Facet.STATUS, parameters),
          parameters -> FacetQuestion.lenient(Facet.STATUS, parameters));

  /** A name, =, a value, &, the next: whatever an address can say. */
  @FuzzTest(maxDuration = "2m")
  void any_parameters_are_read_or_refused_by_name(byte[] bytes) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    for (String each : new String(bytes, StandardCharsets.UTF_8).split("&", 40)) {
      int sign = each.indexOf('=');
      String name = sign < 0 ? each : each.substring(0, sign);
      values.computeIfAbsent(name, first -> new ArrayList<>()).add(each.substring(sign + 1));
    }
    RequestParameters parameters = new RequestParameters(values);
    for (Function<RequestParameters, ?> reader : READERS) {
      try {
        assertThat(reader.apply(parameters)).isNotNull();
      } catch (InvalidParameterException refused) {
        assertThat(refused.getMessage()).contains("“" + refused.parameter() + "”");
      }
    }
  }
}
