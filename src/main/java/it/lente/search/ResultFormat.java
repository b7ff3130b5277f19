package it.lente.search;

import it.lente.record.Keyed;
import java.util.Set;

/** The formats of answers, by their media types. */
public enum ResultFormat implements Keyed {
  JSON("application/json", "json"),
  CSV("text/csv", "csv"),
  /** An object on each line. */
  JSONL("application/jsonl", "jsonl"),
  RIS("application/x-research-info-systems", "ris"),
  BIBTEX("application/x-bibtex", "bib"),
  ATOM("application/atom+xml", "atom"),
  /** The JSON of citation processors. */
  CSL("application/vnd.citationstyles.csl+json", "json");

  /** The formats of one record or page. */
  public static final Set<ResultFormat> OF_ONE = Set.of(JSON, RIS, BIBTEX, CSL);

  /** The formats of the list of files, whose CSV is the whole list. */
  public static final Set<ResultFormat> OF_FILES = Set.of(JSON, CSV);

  private final String mediaType;
  private final String extension;

  ResultFormat(String mediaType, String extension) {
    this.mediaType = mediaType;
    this.extension = extension;
  }

  public String mediaType() {
    return mediaType;
  }

  /** Returns the extension of file names, without a dot. */
  public String extension() {
    return extension;
  }

  /**
   * Returns the format that the parameter names.
   *
   * @param known the formats of the route
   * @param accepted the format if the parameter does not name one
   * @throws InvalidParameterException if it names none of them
   */
  public static ResultFormat of(
      RequestParameters parameters, Set<ResultFormat> known, ResultFormat accepted) {
    ResultFormat[] choices = known.stream().sorted().toArray(ResultFormat[]::new);
    return parameters.choice("format", accepted, choices, ResultFormat::key);
  }
}
