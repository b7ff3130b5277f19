package it.lente.app;

import java.util.EnumMap;
import java.util.Map;
import picocli.CommandLine.Option;

/**
 * The options of every command that reads a collection. Absent ones are null, as picocli has it.
 */
final class CollectionOptions {

  @Option(
      names = "--records",
      paramLabel = "DIR",
      description = "the folder of process records (default: records, beside the launcher)")
  private String records;

  @Option(
      names = "--attachments",
      paramLabel = "DIR",
      description = {
        "the folder with one folder of reports for each record",
        "(default: attachments, beside the folder of records)"
      })
  private String attachments;

  @Option(
      names = "--index",
      paramLabel = "DIR",
      description =
          "the folder of the index, made if need be (default: index, beside the launcher)")
  private String index;

  Map<Setting, String> given() {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    put(given, Setting.RECORDS, records);
    put(given, Setting.ATTACHMENTS, attachments);
    put(given, Setting.INDEX, index);
    return given;
  }

  static void put(Map<Setting, String> given, Setting setting, String text) {
    if (text != null) {
      given.put(setting, text);
    }
  }
}
