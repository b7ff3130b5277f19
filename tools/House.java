import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Reports the sizes and names of the code: lines, methods, the share of public types, simple names
 * that two types have, cycles of files, tests named as sentences. Run: {@code java tools/House.java
 * [MOST_LINES]}; the exit code is 1 if the main code has more lines than that.
 */
final class House {

  private static final Path MAIN = Path.of("src/main/java");
  private static final Path TESTS = Path.of("src/test/java");

  /** A method with its length in lines. */
  private record Method(String name, long lines) {}

  /** A file of the main code and the simple names that it uses. */
  private record Source(Path file, String room, Set<String> names) {}

  private final List<Method> methods = new ArrayList<>();
  private final Map<String, List<Path>> types = new TreeMap<>();
  private final List<Source> sources = new ArrayList<>();
  private int topLevel;
  private int open;
  private int tests;
  private int sentences;

  private House() {}

  public static void main(String[] args) throws IOException {
    House house = new House();
    house.read(MAIN, true);
    house.read(TESTS, false);
    long lines = house.print();
    if (args.length > 0 && lines > Long.parseLong(args[0])) {
      System.out.printf("The main code has more than %s lines.%n", args[0]);
      System.exit(1);
    }
  }

  private void read(Path root, boolean main) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> walk = Files.walk(root)) {
      List<Path> paths = walk.filter(path -> path.toString().endsWith(".java")).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, List.of(), null, files.getJavaFileObjectsFromPaths(paths));
      SourcePositions positions = Trees.instance(task).getSourcePositions();
      for (CompilationUnitTree unit : task.parse()) {
        if (main) {
          count(unit, positions);
        } else {
          countTests(unit);
        }
      }
    }
  }

  private void count(CompilationUnitTree unit, SourcePositions positions) {
    Path file = Path.of(unit.getSourceFile().toUri());
    for (Tree type : unit.getTypeDecls()) {
      if (type instanceof ClassTree declared) {
        topLevel++;
        open += declared.getModifiers().getFlags().contains(Modifier.PUBLIC) ? 1 : 0;
      }
    }
    Set<String> names = new HashSet<>();
    new TreeScanner<Void, Void>() {
      private final Deque<String> around = new ArrayDeque<>();

      @Override
      public Void visitClass(ClassTree declared, Void none) {
        String name = declared.getSimpleName().toString();
        boolean builder = name.isEmpty() || name.equals("Builder");
        if (!builder && around.isEmpty()) {
          types.computeIfAbsent(name, each -> new ArrayList<>()).add(file);
        }
        around.push(name);
        super.visitClass(declared, none);
        around.pop();
        return null;
      }

      @Override
      public Void visitMethod(MethodTree method, Void none) {
        long start = line(positions.getStartPosition(unit, method));
        long end = line(positions.getEndPosition(unit, method));
        methods.add(new Method(around.peek() + "." + method.getName(), end - start + 1));
        return super.visitMethod(method, none);
      }

      @Override
      public Void visitIdentifier(IdentifierTree identifier, Void none) {
        names.add(identifier.getName().toString());
        return null;
      }

      private long line(long position) {
        return unit.getLineMap().getLineNumber(position);
      }
    }.scan(unit, null);
    sources.add(new Source(file, file.getParent().toString(), names));
  }

  private void countTests(CompilationUnitTree unit) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMethod(MethodTree method, Void none) {
        boolean isTest =
            method.getModifiers().getAnnotations().stream()
                .map(annotation -> annotation.getAnnotationType().toString())
                .anyMatch(
                    Set.of("Test", "ParameterizedTest", "TestFactory", "FuzzTest")::contains);
        tests += isTest ? 1 : 0;
        sentences += isTest && method.getName().toString().split("_").length > 2 ? 1 : 0;
        return super.visitMethod(method, none);
      }
    }.scan(unit, null);
  }

  private long print() throws IOException {
    Map<Path, Long> lines = new HashMap<>();
    for (Source source : sources) {
      try (Stream<String> all = Files.lines(source.file())) {
        lines.put(source.file(), all.count());
      }
    }
    long all = lines.values().stream().mapToLong(Long::longValue).sum();
    Path largest = lines.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    List<Method> byLength = methods.stream().sorted((a, b) -> Long.compare(b.lines(), a.lines())).toList();
    Method longest = byLength.getFirst();
    System.out.printf(
        "Main code: %d lines in %d files, the largest %s (%d).%n",
        all, lines.size(), largest.getFileName(), lines.get(largest));
    System.out.printf(
        "Methods: %d, nine of ten have at most %d lines, the longest %d (%s).%n",
        methods.size(), byLength.get(methods.size() / 10).lines(), longest.lines(), longest.name());
    System.out.printf(
        Locale.ROOT, "Types: %d of %d at top level are public (%.0f %%).%n",
        open, topLevel, 100.0 * open / topLevel);
    String twice =
        types.entrySet().stream()
            .filter(type -> type.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .collect(Collectors.joining(", "));
    System.out.println("Simple names that two types have: " + (twice.isEmpty() ? "none." : twice));
    List<Set<String>> cycles = cycles();
    System.out.println("Cycles of more than two files: " + (cycles.isEmpty() ? "none." : cycles));
    System.out.printf("Tests: %d methods, %d of them named as sentences.%n", tests, sentences);
    return all;
  }

  /** Files that reach each other within a room, more than two together (Tarjan's components). */
  private List<Set<String>> cycles() {
    Map<String, Set<String>> uses = new TreeMap<>();
    for (Source source : sources) {
      Set<String> room =
          sources.stream()
              .filter(other -> other.room().equals(source.room()))
              .map(other -> name(other.file()))
              .collect(Collectors.toSet());
      Set<String> used = new TreeSet<>(source.names());
      used.retainAll(room);
      used.remove(name(source.file()));
      uses.put(source.room() + "/" + name(source.file()),
          used.stream().map(each -> source.room() + "/" + each).collect(Collectors.toSet()));
    }
    return new Components(uses).found;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".java", "");
  }

  /** Strongly connected components of a graph. */
  private static final class Components {

    private final Map<String, Set<String>> uses;
    private final Map<String, Integer> number = new HashMap<>();
    private final Map<String, Integer> lowest = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<Set<String>> found = new ArrayList<>();

    Components(Map<String, Set<String>> uses) {
      this.uses = uses;
      uses.keySet().forEach(this::visit);
    }

    private void visit(String file) {
      if (number.containsKey(file)) {
        return;
      }
      number.put(file, number.size());
      lowest.put(file, number.get(file));
      open.push(file);
      for (String used : uses.getOrDefault(file, Set.of())) {
        visit(used);
        if (open.contains(used)) {
          lowest.merge(file, lowest.get(used), Math::min);
        }
      }
      if (lowest.get(file).equals(number.get(file))) {
        Set<String> component = new TreeSet<>();
        String last;
        do {
          last = open.pop();
          component.add(last.substring(last.lastIndexOf('/') + 1));
        } while (!last.equals(file));
        if (component.size() > 2) {
          found.add(component);
        }
      }
    }
  }
}
