import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.ObjectMapper;

/**
 * Invents a collection of any size: records with reports of some twenty pages a process, in what
 * looks like Italian. Process n is the same whatever the size, so a smaller collection is the
 * beginning of a larger one. See bench/README.md.
 */
public final class Collection {

  private static final int RECORDS_A_FILE = 10_000;
  private static final String[] STATUSES = {"Concluso", "In corso", "Progetto", "Sospeso"};
  private static final String[] SCOPES = {
    "Territorio", "Ambiente", "Welfare", "Cultura", "Assetto istituzionale", "Economia", "Scuola"
  };
  private static final String[] TOPICS = {
    "Rigenerazione urbana", "Mobilità", "Bilancio partecipativo", "Beni comuni", "Giovani", "Energia",
    "Rifiuti", "Fiumi", "Spazio pubblico", "Biblioteche", "Parchi", "Accessibilità", "Turismo",
    "Housing sociale", "Sport", "Salute", "Agricoltura", "Servizi digitali", "Lavoro", "Memoria"
  };
  private static final String[] TECHNIQUES = {
    "Tavolo di confronto", "Questionario", "Assemblea", "Camminata di quartiere", "Focus Group",
    "World Café", "Open Space Technology", "Giuria di cittadini", "Planning for Real", "Photovoice",
    "Intervista", "Votazione", "Debat Public", "Bilancio simulato", "Town Meeting", "Metaplan"
  };
  private static final String[] LEVELS = {
    "Consultazione", "Co-progettazione", "Informazione", "Delega", "Empowerment"
  };
  private static final String[] NATURES = {
    "Processo certificato e finanziato", "Processo certificato", "Altro processo"
  };
  private static final String[] HOLDERS = {
    "Comune", "Unione di Comuni", "Provincia", "Regione", "Scuola", "Azienda sanitaria", "Parco"
  };
  private static final String[] BEGINNINGS = {
    "Percorso partecipato", "Bilancio partecipativo", "Laboratorio di quartiere", "Patto per i beni comuni",
    "Piano di comunità", "Contratto di fiume", "Assemblea dei giovani", "Consulta aperta"
  };
  private static final String[] REPORTS = {
    "relazione-finale", "verbale", "documento-di-proposta", "questionario", "delibera", "allegato"
  };

  private final Language language;
  private final List<String> places = places();
  private final ObjectMapper json = new ObjectMapper();
  private final long seed;

  private Collection(Language language, long seed) throws IOException {
    this.language = language;
    this.seed = seed;
  }

  public static void main(String[] args) throws IOException {
    if (args.length < 2) {
      System.err.println("usage: java -cp target/lente.jar bench/Collection.java FOLDER PROCESSES [SEED]");
      System.exit(2);
    }
    int processes = Integer.parseInt(args[1]);
    long seed = args.length > 2 ? Long.parseLong(args[2]) : 1;
    new Collection(new Language(texts(Path.of("sample"))), seed).write(Path.of(args[0]), processes);
  }

  /** The sample's prose, of which the invented texts are made. */
  private static List<String> texts(Path folder) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted().toList()) {
        if (file.toString().matches(".*/(bank|reports)/.*\\.(txt|md)")) {
          texts.add(prose(Files.readString(file)));
        }
      }
    }
    if (texts.isEmpty()) {
      throw new IOException("there is no sample here: run this from the folder of Lente");
    }
    return texts;
  }

  /** Without heads, commands and marks. */
  private static String prose(String text) {
    return text.replaceFirst("(?s)^file:.*?\n---\n", "")
        .replaceAll("(?m)^@.*$", "")
        .replaceAll("[{}#|*_`>\\[\\]]+|--+", " ");
  }

  /** «Region > Province > Municipality», of every municipality of Italy. */
  private static List<String> places() throws IOException {
    Map<String, String> provinces = new HashMap<>();
    for (String[] row : table("provinces.tsv")) {
      provinces.put(row[0], row[2] + " > " + row[1]);
    }
    List<String> places = new ArrayList<>();
    for (String[] row : table("municipalities.tsv")) {
      places.add(provinces.get(row[1]) + " > " + row[0]);
    }
    Collections.shuffle(places, new Random(0));
    return places;
  }

  private static List<String[]> table(String name) throws IOException {
    try (InputStream in = Collection.class.getResourceAsStream("/it/lente/source/" + name);
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).toList();
    }
  }

  private void write(Path folder, int processes) throws IOException {
    Files.createDirectories(folder.resolve("records"));
    long pages = 0;
    for (int from = 0; from < processes; from += RECORDS_A_FILE) {
      Path file = folder.resolve("records").resolve("records-%07d.jsonl".formatted(from));
      try (Writer records = Files.newBufferedWriter(file)) {
        int until = Math.min(processes, from + RECORDS_A_FILE);
        for (int number = from; number < until; number++) {
          pages += writeProcess(folder, number, records);
        }
      }
    }
    System.out.printf("%d processes, %d pages, seed %d%n", processes, pages, seed);
  }

  /** Writes one process, and tells how many pages it has. */
  private int writeProcess(Path folder, int number, Writer records) throws IOException {
    Random random = new Random(seed * 1_000_003 + number);
    String id = "p%07d".formatted(number);
    Subject subject = language.subject(random);
    records.write(json.writeValueAsString(record(id, subject, random)));
    records.write('\n');
    int pages = 0;
    for (int left = reports(random), n = 1; left > 0; left--, n++) {
      Path reports = Files.createDirectories(folder.resolve("attachments").resolve(id));
      int size = (int) Math.clamp(Math.exp(2.05 + .85 * random.nextGaussian()), 1, 60);
      Files.writeString(
          reports.resolve("%s-%d.txt".formatted(any(REPORTS, random), n)), report(subject, size, random));
      pages += size;
    }
    return pages;
  }

  private static int reports(Random random) {
    return new int[] {0, 0, 1, 1, 1, 2, 2, 3, 4, 5}[random.nextInt(10)];
  }

  private static String report(Subject subject, int pages, Random random) {
    StringBuilder text = new StringBuilder();
    for (int page = 0; page < pages; page++) {
      int words = Math.max(30, (int) (300 + 90 * random.nextGaussian()));
      text.append(page == 0 ? "" : "\f").append(subject.prose(words));
    }
    return text.toString();
  }

  private Map<String, Object> record(String id, Subject subject, Random random) {
    String place = places.get((int) (places.size() * Math.pow(random.nextDouble(), 2.5)));
    String municipality = place.substring(place.lastIndexOf('>') + 2);
    int year = 2025 - (int) Math.min(20, -6 * Math.log(1 - random.nextDouble()));
    int months = 3 + random.nextInt(22);
    LocalDate start = LocalDate.of(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("id", id);
    record.put("title", any(BEGINNINGS, random) + ": " + subject.words(3) + " a " + municipality);
    record.put("status", any(STATUSES, random));
    record.put("places", List.of(place));
    record.put("startDate", start.toString());
    record.put("endDate", start.plusMonths(months).toString());
    record.put("durationMonths", months);
    record.put("lastModified", start.plusMonths(months).plusDays(random.nextInt(300)).toString());
    record.put("scope", List.of(any(SCOPES, random)));
    record.put("topic", some(TOPICS, 1 + random.nextInt(2), random));
    record.put("techniques", some(TECHNIQUES, 1 + random.nextInt(4), random));
    record.put("level", List.of(any(LEVELS, random)));
    record.put("nature", List.of(any(NATURES, random)));
    record.put("decisionHolders", List.of(any(HOLDERS, random) + " di " + municipality));
    record.put("fundedAmount", 500 * (10 + random.nextInt(90)));
    record.put("totalCost", 500 * (20 + random.nextInt(180)));
    record.put("extension", random.nextInt(3) == 0 ? "Sì" : "No");
    record.put("womenPresence", random.nextInt(5) == 0 ? "No" : "Sì");
    record.put("objectives", subject.prose(40 + random.nextInt(120)));
    record.put("phases", subject.prose(40 + random.nextInt(180)));
    return record;
  }

  /** The first are the most frequent. */
  private static String any(String[] values, Random random) {
    return values[(int) (values.length * Math.pow(random.nextDouble(), 2))];
  }

  private static List<String> some(String[] values, int most, Random random) {
    return IntStream.range(0, most).mapToObj(i -> any(values, random)).distinct().toList();
  }

  /**
   * Prose that walks over the sample's: from a word to one that followed it somewhere, now and then
   * to another text, with words of its own that no text has.
   */
  private static final class Language {

    private static final String[] SYLLABLES =
        ("ba ca da fa ga la ma na pa ra sa ta va be ce de fe ge le me ne re se te bi ci di fi li mi ni pi ri si "
                + "ti vi bo co do fo go lo mo no po ro so to vo bu cu du lu mu nu ru su tu bra cre dro fri gra pla "
                + "pre stra tri spe sca gna glia chio ghe zan")
            .split(" ");
    private static final String[] ENDINGS = {
      "o", "i", "a", "e", "oso", "osa", "ale", "ali", "zione", "zioni", "mento", "menti", "ista", "iste"
    };

    private final List<String> words = new ArrayList<>();

    /** Where a text begins, the last entry where all end. */
    private final List<Integer> starts = new ArrayList<>();

    private final Map<String, List<Integer>> places = new HashMap<>();

    Language(List<String> texts) {
      for (String text : texts) {
        starts.add(words.size());
        words.addAll(Arrays.asList(text.strip().split("\\s+")));
      }
      starts.add(words.size());
      for (int place = 0; place < words.size() - 1; place++) {
        places.computeIfAbsent(key(words.get(place)), key -> new ArrayList<>()).add(place);
      }
    }

    private static String key(String word) {
      return word.toLowerCase(Locale.ITALIAN).replaceAll("\\W+$", "");
    }

    Subject subject(Random random) {
      return new Subject(this, random);
    }

    /**
     * An invented word.
     *
     * @param rank from 1; the root is the rank's, the ending is not
     */
    static String invented(int rank, Random random) {
      Random root = new Random(rank * 7_368_787L);
      StringBuilder word = new StringBuilder();
      for (int left = 2 + root.nextInt(2); left > 0; left--) {
        word.append(SYLLABLES[root.nextInt(SYLLABLES.length)]);
      }
      String first = ENDINGS[root.nextInt(ENDINGS.length)];
      boolean proper = rank % 3 == 0;
      word.append(proper || random.nextBoolean() ? first : ENDINGS[random.nextInt(ENDINGS.length)]);
      return proper ? Character.toUpperCase(word.charAt(0)) + word.substring(1) : word.toString();
    }
  }

  /** What one process is about: some of the sample's texts, and some words that it alone repeats. */
  private static final class Subject {

    private final Language language;
    private final Random random;
    private final int[] texts = new int[4];
    private final int[] own = new int[40];

    Subject(Language language, Random random) {
      this.language = language;
      this.random = random;
      for (int i = 0; i < texts.length; i++) {
        texts[i] = random.nextInt(language.starts.size() - 1);
      }
      for (int i = 0; i < own.length; i++) {
        own[i] = rank();
      }
    }

    /** By Zipf's law, without an end. */
    private int rank() {
      return (int) Math.min(1e9, Math.pow(1 - random.nextDouble(), -1.3));
    }

    /** Words that this process alone repeats. */
    String words(int count) {
      return String.join(
          " ", IntStream.range(0, count).mapToObj(i -> Language.invented(own[i], random)).toList());
    }

    String prose(int length) {
      StringBuilder prose = new StringBuilder();
      int place = jump();
      for (int written = 0; written < length; written++) {
        int chance = random.nextInt(100);
        prose.append(written == 0 ? "" : " ").append(chance < 12 ? rare() : language.words.get(place));
        place = chance >= 94 ? jump() : next(place);
      }
      return prose.toString();
    }

    private int jump() {
      int text = texts[random.nextInt(1 + random.nextInt(texts.length))];
      int from = language.starts.get(text);
      return from + random.nextInt(language.starts.get(text + 1) - from);
    }

    /** The word behind this one, or behind the same word elsewhere. */
    private int next(int place) {
      List<Integer> same = random.nextInt(4) == 0 ? language.places.get(Language.key(language.words.get(place))) : null;
      int from = same == null ? place : same.get(random.nextInt(same.size()));
      return from + 1 < language.words.size() ? from + 1 : 0;
    }

    private String rare() {
      int chance = random.nextInt(100);
      if (chance < 50) {
        return Language.invented(own[random.nextInt(1 + random.nextInt(own.length))], random);
      }
      if (chance < 80) {
        return Language.invented(rank(), random);
      }
      return chance < 90
          ? Integer.toString(1 + random.nextInt(chance < 85 ? 100 : 9_999))
          : "%d/%d".formatted(1 + random.nextInt(2_500), 1995 + random.nextInt(31));
    }
  }
}
