package it.lente.record;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The closed list of file types, as people name them. */
public enum FileType implements Keyed {
  PDF("pdf", "application/pdf"),
  DOCX("docx docm dotx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
  DOC("doc dot", "application/msword"),
  ODT("odt ott fodt", "application/vnd.oasis.opendocument.text"),
  RTF("rtf", "application/rtf", "text/rtf"),
  TXT("txt text md log"),
  HTML("html htm xhtml mht", "text/html", "application/xhtml+xml"),
  XLSX("xlsx xlsm xlsb", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
  XLS("xls", "application/vnd.ms-excel"),
  ODS("ods ots fods", "application/vnd.oasis.opendocument.spreadsheet"),
  CSV("csv tsv", "text/csv"),
  PPTX(
      "pptx ppsx pptm",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
  PPT("ppt pps", "application/vnd.ms-powerpoint"),
  ODP("odp otp fodp", "application/vnd.oasis.opendocument.presentation"),
  MESSAGE("eml msg mbox", "message/rfc822", "application/mbox", "application/vnd.ms-outlook"),
  ARCHIVE(
      "zip 7z rar tar gz tgz bz2",
      "application/zip",
      "application/x-7z-compressed",
      "application/x-rar-compressed",
      "application/x-tar",
      "application/gzip"),
  IMAGE("png jpg jpeg tif tiff gif bmp webp svg heic"),
  AUDIO("mp3 wav ogg m4a flac aac"),
  VIDEO("mp4 mov avi mkv webm wmv mpg mpeg"),
  /** Any other type. */
  OTHER("");

  /** The extension that a signature adds to the name of the signed file. */
  private static final Pattern SIGNED = Pattern.compile("(?i)\\.(?:p7m|p7s|m7m|tsd)$");

  private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]+)$");

  private static final Map<String, FileType> BY_EXTENSION = new HashMap<>();
  private static final Map<String, FileType> BY_MEDIA_TYPE = new HashMap<>();

  static {
    for (FileType type : values()) {
      Arrays.stream(type.extensions.split(" ", -1)).forEach(end -> BY_EXTENSION.put(end, type));
      Arrays.stream(type.mediaTypes.split(" ", -1)).forEach(one -> BY_MEDIA_TYPE.put(one, type));
    }
  }

  private final String extensions;
  private final String mediaTypes;

  FileType(String extensions, String... mediaTypes) {
    this.extensions = extensions;
    this.mediaTypes = String.join(" ", mediaTypes);
  }

  /**
   * Returns the type by the media type, else by the name, on which plain text, signed and missing
   * files depend.
   *
   * @param mediaType as detected, the empty string if it was not
   */
  public static FileType of(String file, String mediaType) {
    int parameters = mediaType.indexOf(';');
    String bare = parameters < 0 ? mediaType : mediaType.substring(0, parameters).strip();
    FileType known = bare.isEmpty() ? null : BY_MEDIA_TYPE.get(bare);
    return known != null
        ? known
        : switch (bare.substring(0, bare.indexOf('/') + 1)) {
          case "image/" -> IMAGE;
          case "audio/" -> AUDIO;
          case "video/" -> VIDEO;
          default -> named(file, bare.startsWith("text/") ? TXT : OTHER);
        };
  }

  private static FileType named(String file, FileType otherwise) {
    String name = file;
    while (SIGNED.matcher(name).find()) {
      name = SIGNED.matcher(name).replaceFirst("");
    }
    Matcher extension = EXTENSION.matcher(name);
    return extension.find()
        ? BY_EXTENSION.getOrDefault(extension.group(1).toLowerCase(Locale.ROOT), otherwise)
        : otherwise;
  }
}
