package it.lente.engine;

import it.lente.analysis.FieldsAt;
import it.lente.analysis.FormPositions;
import it.lente.analysis.Occurrences;
import it.lente.analysis.QueryMatcher;
import it.lente.engine.hits.AttachmentOccurrences;
import it.lente.engine.hits.FieldForms;
import it.lente.engine.hits.IndexedText;
import it.lente.engine.hits.PageHead;
import it.lente.engine.hits.PositionLayout;
import it.lente.engine.hits.ProcessForms;
import it.lente.engine.hits.ProcessTexts;
import it.lente.engine.hits.SearchedFields;
import it.lente.record.FieldText.Weight;
import it.lente.record.WordBoxes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a process, analysed again whenever they are asked for. */
final class MemoryTexts implements ProcessTexts {

  private final ProcessForms forms;
  private final Map<String, Map<String, List<Integer>>> positions = new HashMap<>();

  MemoryTexts(IndexedProcess process) {
    forms = new ProcessForms(process);
    forms.fields().forEach((field, its) -> positions.put(field, read(its)));
  }

  private static Map<String, List<Integer>> read(FieldForms forms) {
    Map<String, List<Integer>> positions = new HashMap<>();
    int position = -1;
    for (int distance = forms.next(); distance > 0; distance = forms.next()) {
      position += distance;
      positions.computeIfAbsent(forms.form().form(), form -> new ArrayList<>()).add(position);
    }
    return positions;
  }

  /** The positions in each field of a scope in which any word of a question occurs. */
  Map<String, FormPositions> found(QueryMatcher matcher, Scope scope) {
    Map<String, FormPositions> found = new HashMap<>();
    for (String field : SearchedFields.of(scope).keySet()) {
      if (matcher.forms().stream().anyMatch(positions.get(field)::containsKey)) {
        found.put(field, in(field));
      }
    }
    return found;
  }

  /** The occurrences in the pages, none if a scope is without them. */
  Occurrences inPages(QueryMatcher matcher, Scope scope) {
    return SearchedFields.of(scope).containsKey(SearchedFields.PAGES)
        ? matcher.occurrences(in(SearchedFields.PAGES), FieldsAt.PAGES)
        : Occurrences.NONE;
  }

  private FormPositions in(String field) {
    return form ->
        positions.get(field).getOrDefault(form, List.of()).stream()
            .mapToInt(Integer::intValue)
            .toArray();
  }

  List<AttachmentOccurrences> occurrences(QueryMatcher matcher) throws IOException {
    return AttachmentOccurrences.of(this, inPages(matcher, Scope.ALL));
  }

  @Override
  public PositionLayout layout() {
    return forms.layout();
  }

  @Override
  public Map<Weight, List<IndexedText>> recordTexts() {
    return forms.recordTexts();
  }

  @Override
  public IndexedText page(int page) {
    return forms.pages().get(page);
  }

  @Override
  public PageHead head(int page) {
    return new PageHead(page(page).page().label(), page(page).page().shape());
  }

  @Override
  public WordBoxes boxes(int page) {
    return page(page).page().boxes();
  }
}
