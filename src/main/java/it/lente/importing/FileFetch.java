package it.lente.importing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Fetches one file to its place: by parts that stay, so that a broken one is continued. */
final class FileFetch {

  private static final int REDIRECTS = 5;
  private static final int ATTEMPTS = 4;
  private static final int BUFFER = 1 << 16;

  /** What is known of a file since it was fetched. */
  record Known(String etag, String modified) {

    static final Known NOTHING = new Known("", "");
  }

  /** The end of an attempt. */
  record Outcome(FetchState state, String reason, Known known) {}

  private final HttpClient client;
  private final FetchLimits limits;
  private final Duration pause;

  /**
   * @param pause before the second attempt; each further one waits twice as long
   */
  FileFetch(HttpClient client, FetchLimits limits, Duration pause) {
    this.client = client;
    this.limits = limits;
    this.pause = pause;
  }

  /** Fetches a file unless its server says that it is the known one. */
  Outcome fetch(URI address, Path file, Known known) throws InterruptedException {
    Instant end = Instant.now().plus(limits.patience());
    String reason = "";
    for (int attempt = 0; attempt < ATTEMPTS && Instant.now().isBefore(end); attempt++) {
      if (attempt > 0) {
        Thread.sleep(pause.multipliedBy(1L << (attempt - 1)));
      }
      try {
        return attempt(address, file, known, end);
      } catch (FetchRefusedException refused) {
        delete(part(file));
        return new Outcome(FetchState.REFUSED, refused.getMessage(), known);
      } catch (IOException again) {
        reason = again.getMessage() == null ? again.toString() : again.getMessage();
      }
    }
    return new Outcome(FetchState.FAILED, reason.isEmpty() ? "took too long" : reason, known);
  }

  private Outcome attempt(URI address, Path file, Known known, Instant end)
      throws IOException, InterruptedException {
    Path part = part(file);
    Path validator = part.resolveSibling(part.getFileName() + ".etag");
    long start = Files.exists(part) && Files.exists(validator) ? Files.size(part) : 0;
    String etag = start > 0 ? Files.readString(validator) : "";
    URI target = address;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      PublicAddresses.check(target, limits);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(target)
              .timeout(limits.patience())
              .header("User-Agent", "Lente")
              .header("Accept-Encoding", "identity");
      if (start > 0) {
        request.header("Range", "bytes=" + start + "-").header("If-Range", etag);
      } else if (Files.exists(file)) {
        condition(request, known);
      }
      HttpResponse<InputStream> response =
          client.send(request.build(), BodyHandlers.ofInputStream());
      try (InputStream body = response.body()) {
        closeAt(end, body);
        Optional<String> location = response.headers().firstValue("Location");
        if (response.statusCode() / 100 == 3
            && response.statusCode() != 304
            && location.isPresent()) {
          target = target.resolve(location.get());
          continue;
        }
        unlessContinued(response, part, start);
        Optional<Outcome> ended = withoutBody(response, known);
        if (ended.isPresent()) {
          return ended.get();
        }
        save(response, body, part, validator, end);
      }
      return finish(response, part, validator, file);
    }
    throw new FetchRefusedException("it is redirected more than " + REDIRECTS + " times");
  }

  /** A server that stops sending would hold its thread for ever. */
  private static void closeAt(Instant end, InputStream body) {
    long left = Math.max(0, Duration.between(Instant.now(), end).toMillis());
    CompletableFuture.delayedExecutor(left, TimeUnit.MILLISECONDS)
        .execute(() -> {
          try {
            body.close();
          } catch (IOException closed) {
            // The stream is no longer read.
          }
        });
  }

  /** Begins anew if the server continues at another place than asked for. */
  private static void unlessContinued(HttpResponse<?> response, Path part, long start)
      throws IOException {
    String range = response.headers().firstValue("Content-Range").orElse("");
    boolean elsewhere = response.statusCode() == 206 && !range.startsWith("bytes " + start + "-");
    if (elsewhere || response.statusCode() == 416) {
      delete(part);
      throw new IOException("it cannot be continued");
    }
  }

  private static void condition(HttpRequest.Builder request, Known known) {
    if (!known.etag().isEmpty()) {
      request.header("If-None-Match", known.etag());
    } else if (!known.modified().isEmpty()) {
      request.header("If-Modified-Since", known.modified());
    }
  }

  private static Optional<Outcome> withoutBody(HttpResponse<?> response, Known known)
      throws IOException {
    int status = response.statusCode();
    return switch (status) {
      case 200, 206 -> Optional.empty();
      case 304 -> Optional.of(new Outcome(FetchState.UNCHANGED, "", known));
      case 404, 410 -> Optional.of(new Outcome(FetchState.GONE, "status " + status, known));
      case 408, 425, 429, 500, 502, 503, 504 -> throw new IOException("status " + status);
      default -> throw new FetchRefusedException("status " + status);
    };
  }

  private void save(
      HttpResponse<?> response, InputStream body, Path part, Path validator, Instant end)
      throws IOException {
    boolean continued = response.statusCode() == 206;
    long size = continued ? Files.size(part) : 0;
    long announced = response.headers().firstValueAsLong("Content-Length").orElse(0);
    tooLarge(size + announced);
    Files.createDirectories(part.getParent());
    Optional<String> etag =
        response.headers().firstValue("ETag").filter(tag -> !tag.startsWith("W/"));
    if (etag.isPresent()) {
      Files.writeString(validator, etag.get());
    } else {
      Files.deleteIfExists(validator);
    }
    StandardOpenOption mode =
        continued ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
    try (OutputStream out =
        Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE, mode)) {
      byte[] buffer = new byte[BUFFER];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        size += read;
        tooLarge(size);
        if (Instant.now().isAfter(end)) {
          throw new IOException("took longer than " + limits.patience().toSeconds() + " seconds");
        }
        out.write(buffer, 0, read);
      }
    }
  }

  private void tooLarge(long size) throws FetchRefusedException {
    if (size > limits.bytes()) {
      throw new FetchRefusedException(
          "larger than " + (limits.bytes() >> 20) + " MB: set another limit with --fetch-size");
    }
  }

  /** Puts a whole file in its place. */
  private Outcome finish(HttpResponse<?> response, Path part, Path validator, Path file)
      throws IOException {
    boolean page = file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(x?html?|mht)");
    if (!limits.pages() && !page && isPage(part)) {
      throw new FetchRefusedException(
          "a web page came where a file was named: look at the address in a browser");
    }
    Files.deleteIfExists(validator);
    boolean same = Files.exists(file) && Files.mismatch(part, file) < 0;
    if (same) {
      Files.delete(part);
    } else {
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
    Known known =
        new Known(
            response.headers().firstValue("ETag").orElse(""),
            response.headers().firstValue("Last-Modified").orElse(""));
    return new Outcome(same ? FetchState.UNCHANGED : FetchState.FETCHED, "", known);
  }

  /** Looks at the bytes: what a server says of a page to log in on is often as of a PDF. */
  private static boolean isPage(Path part) throws IOException {
    try (InputStream bytes = Files.newInputStream(part)) {
      String start = new String(bytes.readNBytes(512), StandardCharsets.ISO_8859_1);
      String text =
          start.replaceFirst("^\u00EF\u00BB\u00BF", "").stripLeading().toLowerCase(Locale.ROOT);
      return text.startsWith("<!doctype html") || text.startsWith("<html");
    }
  }

  private static Path part(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private static void delete(Path part) {
    try {
      Files.deleteIfExists(part);
      Files.deleteIfExists(part.resolveSibling(part.getFileName() + ".etag"));
    } catch (IOException left) {
      // A hidden file that stays is continued or replaced by the next run.
    }
  }
}
