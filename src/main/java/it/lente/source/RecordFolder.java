package it.lente.source;

import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of records and the folder of their attachments. Records are schede ({@code .txt}), JSON
 * ({@code .json}), JSON Lines ({@code .jsonl}) and CSV ({@code .csv}); docs/RECORDS.md describes
 * all four.
 */
public final class RecordFolder {

  private static final Map<String, RecordFormat> FORMATS =
      Stream.of(new SchedaFile(), new JsonFile(), new JsonLines(), new CsvFile())
          .collect(Collectors.toUnmodifiableMap(RecordFormat::extension, Function.identity()));

  private final Path records;
  private final Path attachments;
  private final Clock clock;

  public RecordFolder(Path records, Path attachments) {
    this(records, attachments, Clock.systemUTC());
  }

  /**
   * @param clock gives the present year, soon after which years are implausible
   */
  public RecordFolder(Path records, Path attachments, Clock clock) {
    this.records = records;
    this.attachments = attachments;
    this.clock = clock;
  }

  /**
   * Gives the sink every record that it does not know, in the order of the files' paths, and never
   * keeps the whole collection in memory. Never fails because of the folders' content: unusable
   * files are in the report, and so is an unusable folder.
   */
  public SourceReport read(RecordSink sink) {
    Findings findings = new Findings();
    List<FoundFile> files = files(findings);
    SideFiles sideFiles = new SideFiles(records, files, findings);
    AttachmentFolders folders = new AttachmentFolders(attachments, findings);
    RecordAssembly assembly =
        new RecordAssembly(sideFiles, folders, new YearsRule(clock), findings, sink);
    for (FoundFile file : files) {
      if (!SideFiles.is(file)) {
        read(file, assembly, findings);
      }
    }
    sideFiles.reportUnclaimed();
    if (!findings.isUnread("")) {
      folders.reportStrangers();
    }
    if (assembly.accepted() + findings.refused() == 0) {
      findings.lack(name(), 0, ReasonCode.NO_RECORDS.with());
    }
    return findings.report(assembly.accepted());
  }

  /** Returns no files if the folder cannot be listed, which does not mean that it is empty. */
  private List<FoundFile> files(Findings findings) {
    try {
      return FolderWalk.files(
          records.toRealPath(),
          FolderWalk.real(attachments),
          // A file that cannot be opened may be a record.
          (file, reason) -> findings.refusal(file, 0, reason));
    } catch (IOException closed) {
      findings.lack(name(), 0, ReasonCode.NOT_LISTED.with());
      findings.unread("");
      return List.of();
    }
  }

  private String name() {
    return records.getFileName() == null ? "records" : records.getFileName().toString();
  }

  private void read(FoundFile found, RecordAssembly assembly, Findings findings) {
    String file = found.path();
    RecordFormat format = FORMATS.get(extension(found));
    try {
      if (format == null) {
        findings.problem(file, 0, ReasonCode.NO_RECORD_FILE.with());
        // The file may have replaced a folder.
        findings.unread(file);
      } else {
        format.read(new SourceFile(found, records.resolve(file), findings), assembly);
      }
    } catch (IOException e) {
      findings.refusal(file, 0, UnusableFileException.reason(e));
    }
  }

  private static String extension(FoundFile file) {
    String name = file.name();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
