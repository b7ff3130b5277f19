package it.lente.app;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.web.LenteServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server, started by the launcher, that is let in far more than its heap can hold. */
class OutOfMemoryIT {

  private static final int RECORDS = 300;
  private static final Pattern URL = Pattern.compile("http://\\S+");

  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_server_that_is_out_of_memory_ends_itself() throws Exception {
    Files.createDirectories(folder.resolve("attachments"));
    Files.createDirectories(folder.resolve("records"));
    String words = "Gli orti di Borgo Finto hanno acqua, compost e una siepe. ".repeat(40);
    for (int i = 0; i < RECORDS; i++) {
      Files.writeString(
          folder.resolve("records/orti-" + i + ".json"),
          "{\"id\":\"orti-%1$d\",\"title\":\"Orti %1$d\",\"objectives\":\"%2$s\"}"
              .formatted(i, words));
    }
    start("index", "--ocr=off", "--records=" + folder.resolve("records")).waitFor();
    Process server = start("serve", "--port=0", "--no-index", "--rate=0", "--concurrency=1000");
    List<Socket> clients = new ArrayList<>();
    try {
      int port = port(server.inputReader());
      while (server.isAlive()) {
        try {
          Socket client = new Socket(InetAddress.getLoopbackAddress(), port);
          client
              .getOutputStream()
              .write(
                  "GET /?size=100&q=acqua+orti+%d HTTP/1.1\r\nHost: localhost\r\n\r\n"
                      .formatted(clients.size())
                      .getBytes(StandardCharsets.US_ASCII));
          clients.add(client);
        } catch (IOException ended) {
          server.waitFor(1, TimeUnit.SECONDS);
        }
      }
      assertThat(server.exitValue()).isEqualTo(LenteServer.OUT_OF_MEMORY);
    } finally {
      for (Socket each : clients) {
        each.close();
      }
      server.destroyForcibly();
    }
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(Path.of("lente").toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    command.add("--index=" + folder.resolve("index"));
    ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
    process.environment().put("LENTE_RECORDS", folder.resolve("records").toString());
    if (arguments[0].equals("serve")) {
      process.environment().put("JAVA_TOOL_OPTIONS", "-Xmx32m");
    } else {
      process.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    }
    return process.start();
  }

  private static int port(BufferedReader said) throws IOException {
    Matcher url = URL.matcher("");
    String line = said.readLine();
    while (line != null && !url.reset(line).find()) {
      line = said.readLine();
    }
    Thread.ofPlatform().daemon().start(() -> said.lines().forEach(each -> {}));
    return URI.create(url.group()).getPort();
  }
}
