package it.lente.source;

import it.lente.record.Facet;
import it.lente.record.RecordField;
import it.lente.record.TreePath;
import it.lente.source.Gazetteer.Municipality;
import it.lente.source.Gazetteer.Province;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the values that have parents: the places and the topics of a process. */
final class Trees {

  private Trees() {}

  /**
   * Returns the places that the source states; else those of the territory fields, and if they name
   * no province or municipality, those of the address.
   */
  static List<TreePath> places(RecordDraft draft) {
    if (!draft.places().isEmpty()) {
      return deepest(draft.places());
    }
    List<TreePath> places = new ArrayList<>();
    List<String> regions = regions(draft);
    List<Province> provinces =
        draft.values(RecordField.PROVINCE).stream()
            .flatMap(name -> Gazetteer.ITALY.province(name).stream())
            .toList();
    for (String name : draft.values(RecordField.MUNICIPALITY)) {
      municipality(name, provinces, regions).ifPresent(places::add);
    }
    provinces.forEach(province -> places.add(province.path()));
    if (places.isEmpty()) {
      draft.values(RecordField.ADDRESS).forEach(line -> places.addAll(AddressReader.read(line)));
    }
    regions.forEach(region -> places.add(TreePath.of(region)));
    return deepest(places);
  }

  private static List<String> regions(RecordDraft draft) {
    return draft.values(RecordField.REGION).stream()
        .map(name -> Gazetteer.ITALY.region(name).orElse(name))
        .filter(Facet::nameable)
        .toList();
  }

  private static Optional<TreePath> municipality(
      String name, List<Province> provinces, List<String> regions) {
    List<Municipality> named =
        Gazetteer.ITALY.municipalities(name).stream()
            .filter(one ->
                provinces.isEmpty()
                    ? regions.isEmpty() || regions.contains(one.province().region())
                    : provinces.contains(one.province()))
            .toList();
    if (named.size() == 1) {
      return Optional.of(named.getFirst().path());
    }
    return named.isEmpty() && provinces.size() == 1 && Facet.nameable(name)
        ? Optional.of(below(provinces.getFirst().path(), name))
        : Optional.empty();
  }

  /** Puts topics below the scope if there is just one: with several, their scope is unknown. */
  static List<TreePath> themes(RecordDraft draft) {
    List<String> scopes = names(draft, RecordField.SCOPE);
    List<String> topics = names(draft, RecordField.TOPIC);
    List<TreePath> themes = new ArrayList<>();
    scopes.forEach(scope -> themes.add(TreePath.of(scope)));
    for (String topic : topics) {
      boolean under = scopes.size() == 1 && !scopes.contains(topic);
      themes.add(under ? TreePath.of(scopes.getFirst(), topic) : TreePath.of(topic));
    }
    return deepest(themes);
  }

  private static List<String> names(RecordDraft draft, RecordField field) {
    return draft.values(field).stream().filter(Facet::nameable).map(Trees::oneName).toList();
  }

  /** « > » separates the names of a path and cannot occur inside one. */
  private static String oneName(String name) {
    return name.replace('>', '›');
  }

  private static TreePath below(TreePath parent, String name) {
    List<String> names = Stream.concat(parent.names().stream(), Stream.of(oneName(name))).toList();
    return new TreePath(names);
  }

  /** Returns each path once, without those that are the parent of another. */
  private static List<TreePath> deepest(List<TreePath> paths) {
    return paths.stream()
        .distinct()
        .filter(path ->
            paths.stream()
                .noneMatch(other ->
                    other.names().size() > path.names().size()
                        && other.withAncestors().contains(path)))
        .toList();
  }
}
