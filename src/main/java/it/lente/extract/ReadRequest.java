package it.lente.extract;

import java.util.List;

/**
 * The job of reading a file.
 *
 * @param file its absolute path
 * @param last the numbers of pages to be read after all others, because a worker died of them
 */
public record ReadRequest(String file, List<Integer> last) {

  public ReadRequest {
    last = List.copyOf(last);
  }
}
