package it.lente.search;

import it.lente.record.Keyed;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
   * Returns the format of one record or page.
   *
   * @param accepted the format if the parameter does not name one
   * @throws InvalidParameterException if it names none of them
   */
  public static ResultFormat ofOne(RequestParameters parameters, ResultFormat accepted) {
    ResultFormat[] choices = OF_ONE.stream().sorted().toArray(ResultFormat[]::new);
    return parameters.choice("format", accepted, choices, ResultFormat::key);
  }

  /**
   * Returns the first format that an {@code Accept} header names, empty if it names none.
   *
   * @param known the formats of the route
   */
  public static Optional<ResultFormat> accepted(String header, Set<ResultFormat> known) {
    return Stream.of(header.split(","))
        .map(each -> each.replaceFirst(";.*", "").strip())
        .flatMap(type -> known.stream().filter(format -> format.mediaType.equalsIgnoreCase(type)))
        .findFirst();
  }
}
