package it.lente.web;

import it.lente.messages.Messages;
import it.lente.search.ResultFormat;
import java.util.ArrayList;
import java.util.List;

/** A link to a whole list in another format. */
record Download(String label, String address, String type) {

  private static final List<ResultFormat> FORMATS =
      List.of(ResultFormat.CSV, ResultFormat.JSONL, ResultFormat.RIS, ResultFormat.BIBTEX);

  /** Returns the links for a list of processes. */
  static List<Download> of(Address list, Messages messages) {
    Address whole = list.without("page").without("size");
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

  private static Download of(Address address, String label, ResultFormat format) {
    return new Download(label, address.with("format", format.key()).toString(), format.mediaType());
  }
}
