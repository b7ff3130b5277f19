package it.lente;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rooms and their arrows: what docs/ARCHITECTURE.md says in words. */
class ArchitectureTest {

  private static final String HOUSE = "it.lente.";

  /** What a room that reads one kind of files may know. */
  private static final List<String> READER =
      List.of("extract.reading.frame", "extract.judging", "extract", "record");

  /** Each room with the rooms it may know. */
  private static final Map<String, List<String>> MAY_KNOW =
      Map.ofEntries(
          Map.entry("record", List.of()),
          Map.entry("messages", List.of("record")),
          Map.entry("source", List.of("record")),
          Map.entry("importing", List.of("source", "record")),
          Map.entry("extract.judging", List.of("record")),
          Map.entry("extract.texts", List.of("record")),
          Map.entry("extract", List.of("extract.judging", "extract.texts", "record")),
          Map.entry(
              "extract.workers", List.of("extract", "extract.judging", "extract.texts", "record")),
          Map.entry("extract.reading.frame", List.of("extract", "extract.judging", "record")),
          Map.entry("extract.reading.pdf", READER),
          Map.entry("extract.reading.office", READER),
          Map.entry("extract.reading.archive", READER),
          Map.entry("extract.reading.ocr", READER),
          Map.entry(
              "extract.reading",
              List.of(
                  "extract.reading.pdf",
                  "extract.reading.office",
                  "extract.reading.archive",
                  "extract.reading.ocr",
                  "extract.reading.frame",
                  "extract.workers",
                  "extract.judging",
                  "extract.texts",
                  "extract",
                  "record")),
          Map.entry("analysis", List.of("record")),
          Map.entry("engine", List.of("record")),
          Map.entry("engine.hits", List.of("engine", "analysis", "record")),
          Map.entry("engine.stored", List.of("engine.hits", "engine", "record")),
          Map.entry(
              "engine.lucene",
              List.of("engine.stored", "engine.hits", "engine", "analysis", "record")),
          Map.entry(
              "engine.opensearch",
              List.of("engine.stored", "engine.hits", "engine", "analysis", "record")),
          Map.entry("index", List.of("source", "extract", "extract.texts", "engine", "record")),
          Map.entry("search", List.of("engine", "messages", "record")),
          Map.entry("mcp", List.of("search", "engine", "messages", "record")),
          Map.entry("web", List.of("search", "engine", "messages", "record")));

  /** Libraries that only one room may name; the rooms of engines share Lucene's values of bytes. */
  private static final Map<String, List<String>> ONLY_IN =
      Map.ofEntries(
          Map.entry("org.apache.tika..", List.of("extract.reading..")),
          Map.entry("org.apache.pdfbox..", List.of("extract.reading.pdf")),
          Map.entry("org.apache.lucene.analysis..", List.of("analysis", "engine.lucene")),
          Map.entry("org.apache.lucene.index..", List.of("engine.lucene")),
          Map.entry("org.apache.lucene.search..", List.of("engine.lucene")),
          Map.entry(
              "org.apache.lucene..",
              List.of("analysis", "engine.lucene", "engine.stored", "engine.opensearch")),
          Map.entry("org.opensearch..", List.of("engine.opensearch")),
          Map.entry("org.apache.hc..", List.of("engine.opensearch")),
          Map.entry("io.javalin..", List.of("web")),
          Map.entry("gg.jte..", List.of("web")),
          Map.entry("io.micrometer..", List.of("web")),
          Map.entry("io.modelcontextprotocol..", List.of("mcp")),
          Map.entry("reactor..", List.of("mcp")),
          Map.entry("picocli..", List.of("app")),
          Map.entry("me.tongfei..", List.of("app")),
          Map.entry("de.siegmar..", List.of("source", "web")));

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("it.lente");

  @Test
  void data_walks_one_way_and_no_room_knows_a_later_one() {
    MAY_KNOW.forEach((room, known) ->
        noClasses()
            .that(areIn(room))
            .should()
            .dependOnClassesThat(areInOtherRooms(room, known))
            .check(CODE));
  }

  @Test
  void each_library_has_its_room() {
    ONLY_IN.forEach((library, rooms) ->
        classes()
            .that(
                DescribedPredicate.describe(
                    "name " + library,
                    (JavaClass c) ->
                        c.getDirectDependenciesFromSelf().stream()
                            .anyMatch(d -> inLibrary(d.getTargetClass(), library))))
            .should()
            .resideInAnyPackage(rooms.stream().map(room -> HOUSE + room).toArray(String[]::new))
            .allowEmptyShould(true)
            .check(CODE.that(DescribedPredicate.not(generated()))));
  }

  @Test
  void nobody_opens_files_but_the_workers() {
    noClasses()
        .that()
        .resideOutsideOfPackage(HOUSE + "extract.reading..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(HOUSE + "extract.reading..")
        .check(CODE);
  }

  @Test
  void only_app_says_which_engine_is_used() {
    noClasses()
        .that(
            DescribedPredicate.not(areIn("app"))
                .and(DescribedPredicate.not(areIn("engine.lucene"))))
        .should()
        .dependOnClassesThat(areIn("engine.lucene"))
        .check(CODE);
  }

  @Test
  void only_engines_make_hits() {
    noClasses()
        .that(
            DescribedPredicate.describe(
                "are outside engines",
                (JavaClass c) -> !c.getPackageName().startsWith(HOUSE + "engine.")))
        .should()
        .dependOnClassesThat(areIn("engine.hits"))
        .check(CODE);
  }

  @Test
  void the_web_does_not_know_the_engine_only_its_values() {
    noClasses()
        .that(areIn("web").or(areIn("mcp")))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("it.lente.engine.SearchEngine")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("it.lente.engine.RecordWriter")
        .check(CODE);
  }

  private static boolean inLibrary(JavaClass used, String library) {
    return used.getPackageName().startsWith(library.replace("..", ""));
  }

  private static DescribedPredicate<JavaClass> areIn(String room) {
    return DescribedPredicate.describe(
        "are in " + room, c -> c.getPackageName().equals(HOUSE + room));
  }

  private static DescribedPredicate<JavaClass> areInOtherRooms(String room, List<String> known) {
    return DescribedPredicate.describe(
        "are in a room that " + room + " does not know",
        c ->
            c.getPackageName().startsWith(HOUSE)
                && !c.getPackageName().equals(HOUSE + room)
                && known.stream().noneMatch(k -> c.getPackageName().equals(HOUSE + k)));
  }

  /** Templates that jte compiled. */
  private static DescribedPredicate<JavaClass> generated() {
    return DescribedPredicate.describe(
        "are generated", c -> c.getPackageName().startsWith("gg.jte.generated"));
  }
}
