package sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Reads a report's source: lines «key: value», a line «---», then a light Markdown in which each line
 * is a paragraph, with directives («@columns 2»). {@code sample/README.md} lists them.
 */
final class ReportReader {

  private final Bank bank;
  private final List<Block> blocks = new ArrayList<>();
  private List<List<String>> rows = new ArrayList<>();

  private ReportReader(Bank bank) {
    this.bank = bank;
  }

  static Report read(Path source, Path bankFolder) throws IOException {
    List<String> lines = Files.readAllLines(source);
    int end = lines.indexOf("---");
    Map<String, String> head = new LinkedHashMap<>();
    for (String line : lines.subList(0, end)) {
      String[] parts = line.split(": ", 2);
      head.put(parts[0], parts[1]);
    }
    long seed = source.getFileName().toString().hashCode();
    ReportReader reader = new ReportReader(new Bank(bankFolder, head, seed));
    for (String line : lines.subList(end + 1, lines.size())) {
      reader.line(line.strip());
    }
    reader.close();
    return new Report(source, Map.copyOf(head), List.copyOf(reader.blocks));
  }

  private void line(String line) throws IOException {
    if (line.startsWith("|")) {
      rows.add(cells(line));
      return;
    }
    close();
    if (line.startsWith("@")) {
      directive(List.of(line.substring(1).split(" ")));
    } else if (line.startsWith("#")) {
      int level = line.indexOf(' ');
      blocks.add(new Block.Heading(level, line.substring(level + 1)));
    } else if (line.startsWith("- ")) {
      blocks.add(new Block.Item(line.substring(2)));
    } else if (line.startsWith("> ")) {
      blocks.add(new Block.Quote(line.substring(2)));
    } else if (!line.isEmpty()) {
      blocks.add(new Block.Paragraph(line));
    }
  }

  private static List<String> cells(String line) {
    return Stream.of(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
        .map(String::strip)
        .toList();
  }

  private void close() {
    if (!rows.isEmpty()) {
      blocks.add(new Block.Table(List.copyOf(rows)));
      rows = new ArrayList<>();
    }
  }

  private void directive(List<String> words) throws IOException {
    switch (words.getFirst()) {
      case "toc" -> blocks.add(new Block.Contents());
      case "page" -> blocks.add(Block.Turn.PAGE);
      case "body" -> blocks.add(Block.Turn.BODY);
      case "landscape" -> blocks.add(Block.Turn.LANDSCAPE);
      case "portrait" -> blocks.add(Block.Turn.PORTRAIT);
      case "cropped" -> blocks.add(Block.Turn.CROPPED);
      case "columns" ->
          blocks.add(words.get(1).equals("2") ? Block.Turn.TWO_COLUMNS : Block.Turn.ONE_COLUMN);
      default -> dealt(words.get(0), words.get(1), Integer.parseInt(words.get(2)));
    }
  }

  /** «@pick topic 3» and its like: pieces dealt out by the bank. */
  private void dealt(String directive, String topic, int count) throws IOException {
    for (int i = 1; i <= count; i++) {
      switch (directive) {
        case "pick" -> blocks.add(new Block.Paragraph(bank.deal(topic)));
        case "items" -> blocks.add(new Block.Item(bank.deal(topic)));
        case "minutes" ->
            Stream.of(bank.deal(topic + "-minutes").split(" \\| "))
                .map(Block.Paragraph::new)
                .forEach(blocks::add);
        case "proposals" -> proposal(i, bank.deal(topic + "-proposals").split(" \\| "));
        default -> throw new IllegalArgumentException("@" + directive + " is no directive");
      }
    }
  }

  private void proposal(int number, String[] parts) throws IOException {
    blocks.add(new Block.Heading(3, "Proposta n. " + number + ": " + parts[0]));
    blocks.add(new Block.Paragraph(parts[1]));
    int support = bank.number(12, 240);
    String cost = String.format("%d.%d00,00 €", bank.number(2, 38), bank.number(0, 9));
    blocks.add(
        new Block.Table(
            List.of(
                List.of("Chi propone", "Sostegni", "Costo stimato", "Parere degli uffici"),
                List.of(bank.deal("proponents"), "" + support, cost, bank.deal("opinions")))));
  }
}
