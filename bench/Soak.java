import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Lets a server work for a while as it would for months: clients ask, records and attachments
 * change on disk, the index is rebuilt. Then it compares the end with the beginning, and a sample
 * of the answers with a slow count over the records. See bench/README.md.
 */
public final class Soak {

  private static final int PROCESSES = 300;
  private static final int STABLE = 200; // of them, these never change
  private static final int CLIENTS = 8;
  private static final int SECONDS_BETWEEN_CHECKS = 30;
  private static final int SECONDS_BETWEEN_REBUILDS = 120;
  private static final double LARGEST_GROWTH = 1.1; // of the resident memory, by thirds
  private static final double LARGEST_SLOWDOWN = 1.2; // of the p99, last minute by second minute
  private static final List<String> STATUSES = List.of("Concluso", "In corso", "Progetto");

  /** A process as it is on disk. */
  private record Known(String id, String status, List<String> record, List<String> report) {

    boolean has(List<String> words) {
      return words.stream().allMatch(word -> record.contains(word) || report.contains(word));
    }

    long occurrences(List<String> words) {
      return report.stream().filter(words::contains).count();
    }
  }

  private record Timed(int minute, long nanos) {}

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final List<String> words;
  private final ConcurrentLinkedQueue<Timed> times = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final TreeMap<Integer, List<Long>> memory = new TreeMap<>();
  private final TreeMap<Integer, Duration> cpu = new TreeMap<>();
  private final AtomicLong compared = new AtomicLong();
  private final Random random;
  private final Path home;
  private final int minutes;
  private int writes;
  private int rebuilds;
  private volatile boolean over;
  private volatile long start; // of the clients: the first index is there by then
  private Process server;
  private String site;

  private Soak(Path home, int minutes, long seed) {
    this.home = home;
    this.minutes = minutes;
    this.random = new Random(seed);
    this.words = inventedWords(new Random(seed));
  }

  public static void main(String[] args) throws Exception {
    int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime();
    Path home = Files.createTempDirectory("lente-soak");
    System.out.printf("%d minutes, %d clients, seed %d, in %s%n", minutes, CLIENTS, seed, home);
    Soak soak = new Soak(home, minutes, seed);
    boolean held;
    try {
      held = soak.run();
    } finally {
      soak.stop();
    }
    if (held) {
      delete(home);
    }
    System.exit(held ? 0 : 1);
  }

  private boolean run() throws Exception {
    for (int number = 0; number < PROCESSES; number++) {
      write(invented("p-" + number, new Random(number)));
    }
    serve();
    awaitFresh(known.get("p-0"));
    start = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < CLIENTS; number++) {
      long seed = number;
      threads.add(Thread.ofPlatform().start(() -> ask(new Random(seed))));
    }
    threads.add(Thread.ofPlatform().daemon().start(this::watchProcess));
    long end = start + TimeUnit.MINUTES.toNanos(minutes);
    long check = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_CHECKS);
    long rebuild = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_REBUILDS / 2);
    while (System.nanoTime() < end && server.isAlive()) {
      change();
      if (System.nanoTime() > check) {
        compareAll();
        check = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_CHECKS);
      }
      if (System.nanoTime() > rebuild) {
        rebuild();
        rebuild = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_BETWEEN_REBUILDS);
      }
      Thread.sleep(2_000);
    }
    over = true;
    for (Thread thread : threads.subList(0, CLIENTS)) {
      thread.join();
    }
    compareAll();
    return report();
  }

  // What is on disk.

  /** Words that nothing inflects and that look like no other: none of them is another's misspelling. */
  private static List<String> inventedWords(Random random) {
    String consonants = "bdfglmnprstv";
    String vowels = "aeiou";
    return Stream.generate(
            () ->
                IntStream.range(0, 9)
                        .mapToObj(
                            at -> {
                              String letters = at % 2 == 0 ? consonants : vowels;
                              return "" + letters.charAt(random.nextInt(letters.length()));
                            })
                        .collect(Collectors.joining())
                    + "k")
        .distinct()
        .limit(400)
        .toList();
  }

  private Known invented(String id, Random from) {
    List<String> record = some(12, from);
    record.add(words.get(Math.floorMod(id.hashCode(), words.size())));
    return new Known(id, STATUSES.get(from.nextInt(STATUSES.size())), record, some(2_000, from));
  }

  private List<String> some(int count, Random from) {
    return IntStream.range(0, count)
        .mapToObj(each -> words.get((int) (words.size() * Math.pow(from.nextDouble(), 3))))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private void write(Known process) throws IOException {
    Path folder = Files.createDirectories(home.resolve("attachments").resolve(process.id()));
    replace(folder.resolve("relazione.txt"), String.join(" ", process.report()));
    replace(
        Files.createDirectories(home.resolve("records")).resolve(process.id() + ".json"),
        json.writeValueAsString(
            Map.of(
                "id", process.id(),
                "title", String.join(" ", process.record()),
                "status", process.status())));
    known.put(process.id(), process);
  }

  private void replace(Path file, String text) throws IOException {
    Path whole = Files.createTempFile(home, "being-written", "");
    Files.writeString(whole, text);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Rewrites, adds or removes one of those that are not stable. */
  private void change() throws IOException {
    String id = "p-" + (STABLE + random.nextInt(PROCESSES - STABLE));
    if (known.containsKey(id) && random.nextInt(4) == 0) {
      known.remove(id);
      Files.delete(home.resolve("records").resolve(id + ".json"));
      delete(home.resolve("attachments").resolve(id));
    } else {
      write(invented(id, random));
    }
    writes++;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }

  // The server.

  private ProcessBuilder lente(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-Xms256m", // so that what grows is no heap that Java has not used yet
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"));
    if (arguments[0].equals("serve")) {
      command.add("--add-modules=jdk.incubator.vector");
    }
    command.addAll(List.of("-jar", Path.of("target/lente.jar").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    for (String folder : List.of("records", "attachments", "index")) {
      command.add("--" + folder + "=" + home.resolve(folder));
    }
    return new ProcessBuilder(command).redirectErrorStream(true).directory(home.toFile());
  }

  private void serve() throws IOException {
    server = lente("serve", "--port=0").start();
    BufferedReader said = server.inputReader(StandardCharsets.UTF_8);
    Pattern address = Pattern.compile("http://[a-z0-9.]+:[0-9]+");
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      Files.writeString(home.resolve("log"), line + "\n", APPENDING);
      Matcher found = address.matcher(line);
      if (found.find()) {
        site = found.group();
        Thread.ofPlatform().daemon().start(() -> keepLog(said));
        return;
      }
    }
    throw new IOException("the server ended: " + Files.readString(home.resolve("log")));
  }

  private static final java.nio.file.OpenOption[] APPENDING = {
    java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND
  };

  private void keepLog(BufferedReader said) {
    try {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        Files.writeString(home.resolve("log"), line + "\n", APPENDING);
      }
    } catch (IOException ended) {
      // With the server.
    }
  }

  private void stop() throws InterruptedException {
    over = true;
    if (server != null) {
      server.destroy();
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
      }
    }
  }

  /** Another generation, beside the run that watches: whoever holds the lock is waited for. */
  private void rebuild() throws Exception {
    for (int attempt = 0; attempt < 20; attempt++) {
      Process run = lente("index", "--rebuild", "--ocr=off").start();
      String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (run.waitFor() == 0) {
        rebuilds++;
        return;
      }
      Files.writeString(home.resolve("log"), "rebuild: " + said, APPENDING);
      Thread.sleep(500);
    }
    errors.add("no rebuild ended well within 20 attempts: see the log");
  }

  private void watchProcess() {
    Pattern resident = Pattern.compile("RssAnon:\\s+([0-9]+) kB");
    while (!over) {
      try {
        Matcher found =
            resident.matcher(Files.readString(Path.of("/proc/" + server.pid() + "/status")));
        if (found.find()) {
          memory
              .computeIfAbsent(minute(), each -> new ArrayList<>())
              .add(Long.parseLong(found.group(1)));
        }
        cpu.put(minute(), server.toHandle().info().totalCpuDuration().orElse(Duration.ZERO));
        Thread.sleep(1_000);
      } catch (IOException | InterruptedException ended) {
        return;
      }
    }
  }

  private int minute() {
    return (int) ((System.nanoTime() - start) / TimeUnit.MINUTES.toNanos(1));
  }

  // Questions.

  /** What clients ask while all changes: only what is asked of a stable process has one answer. */
  private void ask(Random from) {
    while (!over) {
      List<String> asked = some(1 + from.nextInt(3), from);
      String id = "p-" + from.nextInt(STABLE);
      switch (from.nextInt(6)) {
        case 0 -> get("/?q=" + encoded(asked));
        case 1 -> get("/processes/" + id + "?q=" + encoded(asked));
        case 2 -> get("/api/v1/suggest?q=" + encoded(asked).substring(0, 4));
        case 3 -> get("/api/v1/processes/" + id + "/similar");
        case 4 -> get("/api/v1/processes?sort=title&status=Concluso&q=" + encoded(asked));
        default -> compareStable(id, asked);
      }
      pause();
    }
  }

  /** As long as a server answers in some milliseconds, eight clients leave it half of a core. */
  private static void pause() {
    try {
      Thread.sleep(40);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void compareStable(String id, List<String> asked) {
    Known process = known.get(id);
    long expected = process.occurrences(asked);
    JsonNode hits =
        json("/api/v1/processes/" + id + "/attachments/relazione-txt-430d6f/hits?q=" + alternatives(asked));
    if (hits != null) {
      compare("hits of " + asked + " in " + id, expected, hits.get("occurrences").asLong());
    }
  }

  private static String alternatives(List<String> asked) {
    return URLEncoder.encode(String.join(" OR ", asked), StandardCharsets.UTF_8);
  }

  private static String encoded(List<String> asked) {
    return URLEncoder.encode(String.join(" ", asked), StandardCharsets.UTF_8);
  }

  /** Once the index has what is on disk, totals and counts are those of a slow count. */
  private void compareAll() throws Exception {
    awaitFresh(invented("p-" + (PROCESSES - 1), random));
    for (int each = 0; each < 20; each++) {
      List<String> asked = some(1 + random.nextInt(3), random);
      List<Known> answer = known.values().stream().filter(process -> process.has(asked)).toList();
      JsonNode list = json("/api/v1/processes?size=100&q=" + encoded(asked));
      if (list == null || answer.isEmpty()) {
        continue;
      }
      compare("total of " + asked, answer.size(), list.get("total").asLong());
      for (JsonNode status : list.get("facets").get("status")) {
        String value = status.get("value").asString();
        compare(
            value + " of " + asked,
            answer.stream().filter(process -> process.status().equals(value)).count(),
            status.get("count").asLong());
      }
      for (JsonNode process : list.get("processes")) {
        compare(
            "occurrences of " + asked + " in " + process.get("id").asString(),
            known.get(process.get("id").asString()).occurrences(asked),
            process.get("attachments").get(0).get("hits").get("occurrences").asLong());
      }
    }
  }

  private void compare(String what, long expected, long found) {
    compared.incrementAndGet();
    if (expected != found) {
      errors.add("%s: %d expected, %d found".formatted(what, expected, found));
    }
  }

  /** Writes a process with a word of its own and waits until that word is found. */
  private void awaitFresh(Known marker) throws Exception {
    String word = "marcato" + Long.toString(System.nanoTime(), 36).replaceAll("[0-9]", "x");
    List<String> record = new ArrayList<>(marker.record());
    record.add(word);
    write(new Known(marker.id(), marker.status(), record, marker.report()));
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(3);
    while (System.nanoTime() < end) {
      HttpResponse<String> answer = fetch("/api/v1/processes?size=1&q=%22" + word + "%22");
      if (answer.statusCode() == 200
          && json.readTree(answer.body()).get("total").asInt() == 1) {
        return;
      }
      Thread.sleep(250);
    }
    errors.add("what was written is not found after three minutes");
  }

  private HttpResponse<String> fetch(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(site + address)).timeout(Duration.ofSeconds(60)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String get(String address) {
    long begun = System.nanoTime();
    try {
      HttpResponse<String> answer = fetch(address);
      times.add(new Timed(minute(), System.nanoTime() - begun));
      if (answer.statusCode() == 200) {
        return answer.body();
      }
      errors.add(answer.statusCode() + " at " + address + ": " + answer.body());
    } catch (IOException failed) {
      errors.add(failed + " at " + address);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return null;
  }

  private JsonNode json(String address) {
    String body = get(address);
    return body == null ? null : json.readTree(body);
  }

  // What came of it.

  private boolean report() {
    System.out.println("minute  answers   p50 ms   p99 ms   CPU ms an answer   anonymous RSS MB");
    Map<Integer, long[]> byMinute = new TreeMap<>();
    times.stream()
        .collect(Collectors.groupingBy(Timed::minute))
        .forEach(
            (minute, all) ->
                byMinute.put(minute, all.stream().mapToLong(Timed::nanos).sorted().toArray()));
    byMinute.forEach(this::printMinute);
    int last = minutes - 1;
    double slowdown = millis(byMinute.get(last), .99) / millis(byMinute.get(Math.min(1, last)), .99);
    double growth = resident(minutes - Math.max(1, minutes / 3), last) / resident(0, Math.max(0, minutes / 3 - 1));
    System.out.printf(
        Locale.ROOT,
        "%d answers, %d compared, %d changes on disk, %d rebuilds%n"
            + "anonymous RSS, last third by first: %.3f (at most %.1f)%n"
            + "p99, last minute by second: %.3f (at most %.1f)%n"
            + "errors: %d%n",
        times.size(),
        compared.get(),
        writes,
        rebuilds,
        growth,
        LARGEST_GROWTH,
        slowdown,
        LARGEST_SLOWDOWN,
        errors.size());
    errors.stream().limit(10).forEach(error -> System.out.println("  " + error));
    boolean alive = server.isAlive();
    return alive && errors.isEmpty() && growth <= LARGEST_GROWTH && slowdown <= LARGEST_SLOWDOWN;
  }

  private void printMinute(int minute, long[] nanos) {
    Duration until = cpu.getOrDefault(minute, Duration.ZERO);
    Duration from = cpu.getOrDefault(minute - 1, Duration.ZERO);
    System.out.printf(
        Locale.ROOT,
        "%6d %8d %8.1f %8.1f %18.2f %8.0f%n",
        minute + 1,
        nanos.length,
        millis(nanos, .5),
        millis(nanos, .99),
        until.minus(from).toNanos() / 1e6 / nanos.length,
        resident(minute, minute));
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
  }

  /** Of these minutes, in MB. */
  private double resident(int from, int to) {
    return memory.subMap(from, true, to, true).values().stream()
            .flatMap(List::stream)
            .mapToLong(Long::longValue)
            .average()
            .orElse(Double.NaN)
        / 1024;
  }
}
