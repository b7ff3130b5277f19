package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server with a heap of 256 MB and far more clients than it can work for, each a real socket. */
class ManyClientsIT {

  private static final int CLIENTS = 1_000;
  private static final int PATIENCE_MILLIS = 120_000;
  private static final Pattern URL = Pattern.compile("http://\\S+");

  @TempDir static Path folder;

  private static Process server;
  private static int port;
  private static final List<String> log = new CopyOnWriteArrayList<>();

  @BeforeAll
  static void givenAServer() throws IOException {
    Path attachments = Files.createDirectories(folder.resolve("attachments/orti-0"));
    Files.write(attachments.resolve("rilievo.bin"), new byte[8_000_000]);
    Files.createDirectories(folder.resolve("records"));
    String words = "Gli orti di Borgo Finto hanno acqua, compost e una siepe. ".repeat(40);
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      records.append(
          "{\"id\":\"orti-%1$d\",\"title\":\"Orti %1$d\",\"objectives\":\"%2$s\"}%n"
              .formatted(i, words));
    }
    Files.writeString(folder.resolve("records/orti.jsonl"), records);
    server =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-XX:+ExitOnOutOfMemoryError",
                "-jar",
                Path.of("target/lente.jar").toAbsolutePath().toString(),
                "serve",
                "--port=0",
                "--no-watch",
                "--records=" + folder.resolve("records"),
                "--index=" + folder.resolve("index"))
            .redirectErrorStream(true)
            .start();
    BufferedReader said = server.inputReader();
    Matcher url = URL.matcher("");
    while (!url.find()) {
      url.reset(said.readLine());
    }
    port = URI.create(url.group()).getPort();
    Thread.ofPlatform().daemon().start(() -> said.lines().forEach(log::add));
    while (status(ask("/api/v1/processes?q=compost")) != 200
        || !new String(ask("/api/v1/processes?q=compost"), StandardCharsets.UTF_8)
            .contains("\"total\":300")) {
      Thread.onSpinWait();
    }
  }

  @AfterAll
  static void end() {
    server.descendants().forEach(ProcessHandle::destroyForcibly);
    server.destroyForcibly();
  }

  private static byte[] ask(String address) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      send(socket, address);
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      socket.getInputStream().transferTo(answer);
      return answer.toByteArray();
    }
  }

  private static void send(Socket socket, String address) throws IOException {
    socket
        .getOutputStream()
        .write(
            "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                .formatted(address)
                .getBytes(StandardCharsets.US_ASCII));
  }

  private static int status(byte[] answer) {
    String head = new String(answer, 0, Math.min(answer.length, 12), StandardCharsets.US_ASCII);
    return head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9)) : -1;
  }

  @Test
  void each_of_a_thousand_clients_at_once_has_an_answer() throws Exception {
    TreeMap<Integer, Integer> answers = new TreeMap<>();
    CountDownLatch together = new CountDownLatch(1);
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<byte[]>> all = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String address =
            (i % 2 == 0 ? "/?size=100&q=" : "/api/v1/processes?q=") + "acqua+orti+" + i;
        Callable<byte[]> client =
            () -> {
              together.await();
              return ask(address);
            };
        all.add(clients.submit(client));
      }
      together.countDown();
      for (Future<byte[]> each : all) {
        byte[] answer = each.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        answers.merge(status(answer), 1, Integer::sum);
        assertThat(new String(answer, StandardCharsets.UTF_8)).containsPattern("(</html>|})\\s*$");
      }
    }
    System.out.println("Statuses of " + CLIENTS + " clients at once: " + answers);
    assertThat(answers.keySet()).isSubsetOf(200, 503, 429);
    assertThat(answers).containsKey(200);
    assertThat(status(ask("/?q=acqua"))).isEqualTo(200);
  }

  /** Far more than there are threads. */
  private static final int SLOW = 200;

  private static Socket reader(String address) throws IOException {
    Socket reader = new Socket();
    reader.setReceiveBufferSize(1_024);
    reader.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    send(reader, address);
    return reader;
  }

  @Test
  void clients_that_hardly_read_or_send_hold_up_no_one() throws Exception {
    String page = new String(ask("/"), StandardCharsets.UTF_8);
    Matcher style = Pattern.compile("/assets/[^\"]+/design.css").matcher(page);
    assertThat(style.find()).isTrue();
    // The styles are small enough for the system's buffers, the library that draws PDFs is not.
    String library = style.group().replace("design.css", "pdfjs/build/pdf.worker.min.mjs");
    assertThat(ask(library).length).isGreaterThan(600_000);
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW; i++) {
        slow.add(reader("/?size=100&q=acqua"));
        slow.add(reader(style.group()));
        slow.add(reader(library));
        slow.add(reader("/attachments/orti-0/rilievo.bin"));
        Socket sender = new Socket(InetAddress.getLoopbackAddress(), port);
        sender.getOutputStream().write("GET /?q=acq".getBytes(StandardCharsets.US_ASCII));
        slow.add(sender);
      }
      for (int i = 0; i < 10; i++) {
        assertThat(status(ask("/health"))).isEqualTo(200);
        while (status(ask("/?q=acqua+" + i)) == 503) {
          Thread.sleep(100);
        }
        for (Socket each : slow) {
          if (each.getInputStream().available() > 0) {
            each.getInputStream().read();
          }
        }
        assertThat(status(ask("/?q=compost+" + i))).isEqualTo(200);
      }
    } finally {
      for (Socket each : slow) {
        each.close();
      }
    }
    assertThat(status(ask("/?q=acqua"))).isEqualTo(200);
    // Those who hardly read had taken the places of files: until the server sees that they left,
    // another one may be refused.
    byte[] whole = ask("/attachments/orti-0/rilievo.bin");
    while (status(whole) == 503) {
      Thread.sleep(100);
      whole = ask("/attachments/orti-0/rilievo.bin");
    }
    assertThat(whole.length).isBetween(8_000_001, 8_001_000);
    assertThat(status(ask(style.group()))).isEqualTo(200);
    assertThat(server.isAlive()).isTrue();
    assertThat(log).noneMatch(line -> line.contains("Exception") || line.startsWith("\tat "));
  }
}
