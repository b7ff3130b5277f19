package it.lente.app;

import it.lente.importing.AttachmentFetch;
import it.lente.importing.FetchLimits;
import it.lente.importing.FetchState;
import it.lente.importing.ImportException;
import it.lente.importing.ImportFormat;
import it.lente.importing.ImportReport;
import it.lente.importing.RecordImport;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes records of the exports of other systems. */
@Command(
    name = "import",
    description = {
      "Make records and manifests of the exports of other systems, which people can",
      "read and correct, and report what was understood."
    },
    footerHeading = "%n",
    footer = {
      "  lente import cases.json --to /srv/lente",
      "  lente import progetti.csv --map progetti.map --to /srv/lente",
      "  lente import --fetch --hosts partecipa.example.org --to /srv/lente",
      "  lente serve --records /srv/lente/records",
      "A line of a map file is “column = key”, with a key of docs/RECORDS.md, or - to",
      "leave the column out. Exit code 1 if a process or a file was left out."
    })
final class ImportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|ADDRESS",
      arity = "0..*",
      description = "exports to read; none with --fetch alone")
  private List<String> sources = List.of();

  @Option(
      names = "--from",
      paramLabel = "SYSTEM",
      defaultValue = "auto",
      description = {
        "osservatorio, decidim, participedia, csv, html, or auto:",
        "each file by its content (default: auto)"
      })
  private ImportFormat from;

  @Option(
      names = "--map",
      paramLabel = "FILE",
      description = "which column is which field, before what the system's own map says")
  private Path map;

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "the folder that gets records/ and attachments/")
  private Path to;

  @Option(names = "--replace", description = "write over files that are there with other content")
  private boolean replace;

  @Option(
      names = "--fetch",
      description = "bring the files that manifests name by address, new and changed ones")
  private boolean fetch;

  @Option(
      names = "--hosts",
      paramLabel = "HOST,…",
      split = ",",
      description = "the hosts whose files are brought, and those below them")
  private Set<String> hosts = Set.of();

  @Option(
      names = "--fetch-size",
      paramLabel = "MB",
      defaultValue = "200",
      converter = Converters.Megabytes.class,
      description = "the greatest file that is brought (default: 200)")
  private int size;

  @Option(
      names = "--fetch-timeout",
      paramLabel = "SECONDS",
      defaultValue = "300",
      converter = Converters.Seconds.class,
      description = "the time for one file (default: 300)")
  private int seconds;

  @Option(names = "--private-addresses", hidden = true)
  private boolean privateAddresses;

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (sources.isEmpty() && !fetch) {
      throw new UsageException("Name a file or an address to import, or give --fetch.");
    }
    try {
      boolean whole = sources.isEmpty() || records();
      return (!fetch || attachments()) && whole ? 0 : 1;
    } catch (ImportException refused) {
      throw new UsageException(refused.getMessage());
    }
  }

  private boolean records() throws IOException, InterruptedException {
    List<Path> files = new ArrayList<>();
    for (String source : sources) {
      files.add(source.matches("(?i)https?://.*") ? address(source) : file(source));
    }
    String lines = map == null ? "" : Files.readString(map);
    ImportReport report =
        new RecordImport(from, lines, LocalDate.now(ZoneId.systemDefault()), to, replace)
            .run(files);
    print(report);
    return report.problems().isEmpty() && report.loaded().report().refused() == 0;
  }

  private static Path file(String source) {
    Path file = Path.of(source).toAbsolutePath();
    if (!Files.isRegularFile(file)) {
      throw new UsageException("There is no file %s.".formatted(file));
    }
    return file;
  }

  private Path address(String source) throws IOException, InterruptedException {
    try {
      URI address = new URI(source);
      Set<String> host = address.getHost() == null ? Set.of() : Set.of(address.getHost());
      return AttachmentFetch.source(address, to, limits(host, true));
    } catch (URISyntaxException none) {
      throw new UsageException("“%s” is no web address.".formatted(source));
    }
  }

  private FetchLimits limits(Set<String> allowed, boolean pages) {
    Duration patience = Duration.ofSeconds(seconds);
    return new FetchLimits(allowed, (long) size << 20, patience, pages, privateAddresses);
  }

  private boolean attachments() throws IOException, InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    List<AttachmentFetch.Fetched> all =
        new AttachmentFetch(to, limits(hosts, false), Duration.ofSeconds(1)).run();
    Map<FetchState, Integer> counts = new EnumMap<>(FetchState.class);
    for (AttachmentFetch.Fetched each : all) {
      counts.merge(each.state(), 1, Integer::sum);
      if (!each.reason().isEmpty()) {
        out.println(
            AnswerPrinter.plain(
                "  %s: %s, %s (%s)"
                    .formatted(each.file(), each.state().key(), each.reason(), each.url())));
      }
    }
    String states =
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey().key())
            .collect(Collectors.joining(", "));
    out.println(
        "Attachments by address: %d%s."
            .formatted(all.size(), all.isEmpty() ? "" : " (" + states + ")"));
    out.flush();
    return all.stream().allMatch(each -> each.reason().isEmpty());
  }

  private void print(ImportReport report) {
    PrintWriter out = spec.commandLine().getOut();
    ImportReport.Loaded loaded = report.loaded();
    report.problems().forEach(problem -> out.println("  " + CheckPrinter.line(problem)));
    loaded.report().problems().forEach(problem -> out.println("  " + CheckPrinter.line(problem)));
    out.println(
        "Read: %s. Written: %s, %s named."
            .formatted(
                Plural.of(report.read(), "process"),
                Plural.of(report.written(), "record"),
                Plural.of(report.files(), "attachment")));
    loaded.files().forEach((file, records) -> out.println("  %s: %d".formatted(file, records)));
    print("Understood:", report, key -> !key.isEmpty() && !key.equals("-"));
    print(
        "Not understood, kept under their own names, searched and shown:", report, String::isEmpty);
    print("Left out on purpose:", report, key -> key.equals("-"));
    out.println(
        "Lente reads in %s: %s, %d with years, %d with places, %d with themes; %d refused."
            .formatted(
                to.resolve("records"),
                Plural.of(loaded.report().records(), "record"),
                loaded.withYears(),
                loaded.withPlaces(),
                loaded.withThemes(),
                loaded.report().refused()));
    out.flush();
  }

  private void print(String heading, ImportReport report, Predicate<String> which) {
    PrintWriter out = spec.commandLine().getOut();
    List<String> lines =
        report.columns().entrySet().stream()
            .filter(column -> which.test(column.getValue().key()))
            .sorted(Map.Entry.comparingByKey())
            .map(column -> line(column.getKey(), column.getValue()))
            .toList();
    if (!lines.isEmpty()) {
      out.println(heading);
      lines.forEach(out::println);
    }
  }

  private static String line(String name, ImportReport.Column column) {
    String key = column.key().length() < 2 ? "" : " → " + column.key();
    return "  " + AnswerPrinter.plain(name) + key + " (" + column.processes() + ")";
  }
}
