package it.lente.source;

import it.lente.record.Attachment;
import it.lente.record.NearestName;
import it.lente.record.Reason;
import it.lente.record.ReasonCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/** The folders {@code attachments/<record id>/} and their description in records and manifests. */
final class AttachmentFolders {

  private static final int LONGEST_SLUG = 40;
  private static final int HASH_DIGITS = 6;

  /** Number of folders without a record whose names are compared with all ids. */
  private static final int COMPARED = 20;

  private static final Pattern NOT_IN_SLUG = Pattern.compile("[^a-z0-9]+");
  private static final Pattern HYPHENS_AT_ENDS = Pattern.compile("^-+|-+$");

  private final String name;
  private final Path folder;
  private final Findings findings;
  private final Set<String> records = new HashSet<>();
  private int strangers;

  AttachmentFolders(Path folder, Findings findings) {
    this.name = folder.getFileName() == null ? "attachments" : folder.getFileName().toString();
    this.folder = FolderWalk.real(folder);
    this.findings = findings;
  }

  /**
   * Returns the attachments of the manifest in its order, then the other files of the folder by
   * their paths. An entry of the manifest without a file is an attachment too.
   */
  List<Attachment> of(String id, List<ManifestEntry> manifest) {
    claim(id);
    List<String> files = files(id).stream().map(FoundFile::path).toList();
    Set<String> listed = new HashSet<>();
    List<Attachment> attachments = new ArrayList<>();
    for (ManifestEntry entry : manifest) {
      String file = entry.file();
      if (files.contains(file) || missing(id, file)) {
        listed.add(file);
        String title = entry.title().orElse(fileName(file));
        attachments.add(new Attachment(attachmentId(file), file, title, entry.url(), entry.date()));
      } else {
        problem(id + "/" + file, ReasonCode.NOT_OF_FOLDER.with());
      }
    }
    for (String file : files) {
      if (!listed.contains(file)) {
        attachments.add(
            new Attachment(
                attachmentId(file), file, fileName(file), Optional.empty(), Optional.empty()));
      }
    }
    return attachments;
  }

  /** Records that the folder of this id belongs to a record. */
  void claim(String id) {
    records.add(id);
  }

  /** Reports entries of the attachments folder that belong to none of the records seen. */
  void reportStrangers() {
    try (Stream<Path> children = Files.list(folder)) {
      children
          .filter(child ->
              !FolderWalk.hidden(child) && !records.contains(child.getFileName().toString()))
          .sorted()
          .forEach(this::reportStranger);
    } catch (IOException e) {
      problem("", ReasonCode.CLOSED.with());
    }
  }

  private void reportStranger(Path child) {
    String stranger = child.getFileName().toString();
    if (!Files.isDirectory(child)) {
      problem(stranger, ReasonCode.IN_NO_FOLDER.with());
    } else {
      String id = RecordId.of(stranger);
      problem(
          stranger,
          records.contains(id)
              ? ReasonCode.RENAME_FOLDER.with(id)
              : near(id)
                  .map(ReasonCode.NEAR_RECORD::with)
                  .orElse(ReasonCode.NO_SUCH_RECORD.with()));
    }
  }

  /**
   * Returns the id that a folder was probably to have: the only one that continues its name, or the
   * nearest. Looks for it only a few times.
   */
  private Optional<String> near(String id) {
    if (++strangers > COMPARED) {
      return Optional.empty();
    }
    List<String> longer =
        records.stream().filter(known -> known.startsWith(id + "-")).limit(2).toList();
    return longer.size() == 1 ? Optional.of(longer.getFirst()) : NearestName.to(id, records);
  }

  /** Returns the files in the folder of a record, none if it has no folder. */
  List<FoundFile> files(String id) {
    Path own = folder.resolve(id);
    try {
      if (Files.isSymbolicLink(own)) {
        own = own.toRealPath();
        if (!own.startsWith(folder)) {
          problem(id, ReasonCode.LINK_ELSEWHERE.with());
          return List.of();
        }
      }
      return FolderWalk.files(own, folder, (file, reason) -> problem(id + "/" + file, reason));
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (NotDirectoryException plain) {
      problem(id, ReasonCode.FILE_FOR_FOLDER.with());
      return List.of();
    } catch (IOException e) {
      problem(id, ReasonCode.CLOSED.with());
      return List.of();
    }
  }

  private boolean missing(String id, String file) {
    return !Files.exists(folder.resolve(id).resolve(file), LinkOption.NOFOLLOW_LINKS);
  }

  private void problem(String path, Reason reason) {
    findings.problem(path.isEmpty() ? name : name + "/" + path, 0, reason);
  }

  private static String fileName(String file) {
    return file.substring(file.lastIndexOf('/') + 1);
  }

  static String attachmentId(String file) {
    String plain = NOT_IN_SLUG.matcher(Spelling.folded(fileName(file))).replaceAll("-");
    String cut = plain.substring(0, Math.min(LONGEST_SLUG, plain.length()));
    String slug = HYPHENS_AT_ENDS.matcher(cut).replaceAll("");
    return (slug.isEmpty() ? "file" : slug)
        + "-"
        + DigestUtils.sha256Hex(file).substring(0, HASH_DIGITS);
  }
}
