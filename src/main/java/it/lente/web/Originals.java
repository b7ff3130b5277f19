package it.lente.web;

import io.javalin.http.Context;
import it.lente.record.Attachment;
import it.lente.search.Search;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Serves the original files of attachments, but only those that an indexed process lists. Files
 * that a browser could run as part of this site are sent as downloads.
 */
final class Originals {

  private static final Map<String, String> SHOWN =
      Map.of(
          "pdf", "application/pdf",
          "txt", "text/plain; charset=utf-8",
          "png", "image/png",
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "gif", "image/gif",
          "webp", "image/webp");

  private static final Map<String, String> SAVED =
      Map.of(
          "doc", "application/msword",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "xls", "application/vnd.ms-excel",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "odt", "application/vnd.oasis.opendocument.text",
          "ods", "application/vnd.oasis.opendocument.spreadsheet",
          "odp", "application/vnd.oasis.opendocument.presentation",
          "rtf", "application/rtf",
          "csv", "text/csv; charset=utf-8");

  /** The browser's PDF viewer does not work in a sandbox, and PDFs run no code of this site. */
  private static final String POLICY_OF_PDF = "frame-ancestors 'self'";

  private static final String POLICY = "default-src 'none'; sandbox; frame-ancestors 'self'";

  private final Search search;
  private final Path folder;

  Originals(Search search, Path folder) {
    this.search = search;
    this.folder = folder;
  }

  void serve(Context context) throws IOException {
    String id = context.pathParam("id");
    String name = context.pathParam("file");
    Path file =
        listed(id, name)
            .flatMap(attachment -> locate(id, attachment.file()))
            .orElseThrow(() ->
                ProblemException.notFound(
                    "There is no file “%s” of a process “%s”.".formatted(name, id)));
    describe(context, file.getFileName().toString());
    send(context, file);
  }

  private Optional<Attachment> listed(String id, String name) {
    return search.process(id).stream()
        .flatMap(process -> process.record().attachments().stream())
        .filter(attachment -> attachment.file().equals(name))
        .findFirst();
  }

  /**
   * Returns a file only if it really is in the folder of its process, so that neither a link nor
   * «..» leads out of it.
   */
  private Optional<Path> locate(String id, String name) {
    try {
      Path root = folder.toRealPath();
      Path home = root.resolve(id).toRealPath();
      Path file = home.resolve(name).toRealPath();
      return root.equals(home.getParent()) && file.startsWith(home) && Files.isRegularFile(file)
          ? Optional.of(file)
          : Optional.empty();
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  private static void describe(Context context, String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    boolean shown = SHOWN.containsKey(extension);
    String type =
        shown ? SHOWN.get(extension) : SAVED.getOrDefault(extension, "application/octet-stream");
    String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    context.contentType(type);
    context.header(
        "Content-Disposition", (shown ? "inline" : "attachment") + "; filename*=UTF-8''" + encoded);
    context.header(
        "Content-Security-Policy", type.equals("application/pdf") ? POLICY_OF_PDF : POLICY);
  }

  private static void send(Context context, Path file) throws IOException {
    long size = Files.size(file);
    String tag = "\"%x-%x\"".formatted(size, Files.getLastModifiedTime(file).toMillis());
    context.removeHeader("Vary");
    context.header("Accept-Ranges", "bytes");
    context.header("ETag", tag);
    context.header("Cache-Control", "no-cache");
    if (ConditionalRequests.isAmong(context.header("If-None-Match"), tag)) {
      context.status(304);
      return;
    }
    ByteRange part = part(context, size, tag);
    context.header("Content-Length", Long.toString(part.length()));
    context.disableCompression();
    context.result(part.open(file));
  }

  private static ByteRange part(Context context, long size, String tag) {
    String stillThis = context.header("If-Range");
    if (stillThis != null && !stillThis.equals(tag)) {
      return ByteRange.whole(size);
    }
    context.header("Content-Range", "bytes */" + size);
    Optional<ByteRange> asked =
        ByteRange.parse(Objects.requireNonNullElse(context.header("Range"), ""), size);
    if (asked.isEmpty()) {
      context.removeHeader("Content-Range");
      return ByteRange.whole(size);
    }
    ByteRange part = asked.get();
    context.header("Content-Range", "bytes %d-%d/%d".formatted(part.first(), part.last(), size));
    context.status(206);
    return part;
  }
}
