package it.lente.source;

/**
 * A plain file as it was found, unopened.
 *
 * @param path below the folder that was looked through, parted by slashes
 * @param size bytes
 * @param modified the time of last change, nanoseconds since 1970
 */
public record FoundFile(String path, long size, long modified) {

  /** The same for two files exactly when one can be taken for the other. */
  String stamp() {
    return size + "@" + modified;
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The path of the folder that the file is in, with a slash at its end; empty at the top. */
  String directory() {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** The name without its extension. */
  String stem() {
    int dot = name().lastIndexOf('.');
    return dot < 0 ? name() : name().substring(0, dot);
  }
}
