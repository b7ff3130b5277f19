package it.lente.source;

/**
 * A plain file as it was found, unopened.
 *
 * @param path below the folder that was searched, separated by slashes
 * @param size bytes
 * @param modified the time of last change, nanoseconds since 1970
 */
public record FoundFile(String path, long size, long modified) {

  /** Returns the same stamp for two files exactly if they count as equal. */
  String stamp() {
    return size + "@" + modified;
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Returns the path of the file's folder, with a slash at its end; empty at the top. */
  String directory() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** Returns the name without its extension. */
  String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? name() : name().substring(0, dot);
  }
}
