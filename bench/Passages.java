import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Makes records of the passages of a set of questions, one passage a record. See bench/README.md.
 */
public final class Passages {

  private static final ObjectMapper JSON = new ObjectMapper();

  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[1]);
    boolean titled = args.length > 2 && args[2].equals("--titles");
    Files.createDirectories(home.resolve("attachments"));
    Path records = Files.createDirectories(home.resolve("records")).resolve("passages.jsonl");
    int count = 0;
    try (BufferedWriter out = Files.newBufferedWriter(records)) {
      for (String line : Files.readAllLines(Path.of(args[0]))) {
        out.write(record(JSON.readTree(line), titled).toString());
        out.newLine();
        count++;
      }
    }
    System.out.println(count + " records in " + records);
  }

  /** A record needs a title: the passage's id, which no question asks for, says nothing. */
  private static ObjectNode record(JsonNode passage, boolean titled) {
    return JSON.createObjectNode()
        .put("id", passage.get("id").asString())
        .put("title", passage.get(titled ? "title" : "id").asString())
        .put("objectives", passage.get("text").asString());
  }
}
