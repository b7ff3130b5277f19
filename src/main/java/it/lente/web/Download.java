package it.lente.web;

import it.lente.messages.Messages;
import it.lente.search.ResultFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A link to a whole list in another format. */
record Download(String label, String address, String type) {

  private static final List<ResultFormat> FORMATS =
      List.of(ResultFormat.CSV, ResultFormat.JSONL, ResultFormat.RIS, ResultFormat.BIBTEX);

  private static final Pattern RECORD_OR_PAGE =
      Pattern.compile("/processes/[^/]+(/attachments/[^/]+/pages/[0-9]+)?");

  /** Returns the links for a list of processes. */
  static List<Download> of(Address list, Messages messages) {
    Address whole = list.without("page").without("size").without(Address.COMPARED);
    Address processes = whole.under("/api/v1/processes");
    List<Download> downloads = new ArrayList<>();
    for (ResultFormat format : FORMATS) {
      downloads.add(of(processes, messages.get("download." + format.key()), format));
    }
    if (!list.value("q").isEmpty()) {
      downloads.add(
          of(whole.under("/api/v1/hits"), messages.get("download.pages"), ResultFormat.CSV));
    }
    return downloads;
  }

  /** Returns the feed of a list of processes. */
  static Download feed(Address list, Messages messages) {
    Address followed =
        list.without("page").without("size").without("sort").without(Address.COMPARED);
    return of(
        followed.under("/api/v1/processes"), messages.get("download.feed"), ResultFormat.ATOM);
  }

  /** Returns the page of a process or of a report in formats for programs; none for other pages. */
  static List<Download> alternates(Address here, Messages messages) {
    if (here.path().equals("/")) {
      return List.of(feed(here, messages));
    }
    if (!RECORD_OR_PAGE.matcher(here.path()).matches()) {
      return List.of();
    }
    Address api = new Address(here.base(), "/api/v1" + here.path(), Map.of());
    boolean page = here.path().contains("/pages/");
    Address asked = page ? api.with("q", here.value("q")) : api;
    return Stream.of(ResultFormat.JSON, ResultFormat.RIS, ResultFormat.BIBTEX, ResultFormat.CSL)
        .map(format ->
            format == ResultFormat.JSON
                ? new Download(messages.get("download.json"), api.toString(), format.mediaType())
                : of(asked, messages.get("download." + format.key()), format))
        .toList();
  }

  private static Download of(Address address, String label, ResultFormat format) {
    return new Download(label, address.with("format", format.key()).toString(), format.mediaType());
  }
}
