package it.lente.record;

import java.util.ArrayList;
import java.util.List;

/**
 * The closed list of reasons why a file or a record could not be read completely. Each has a
 * message with its key after {@code reason.}; the arguments of {@link #with} fill its placeholders.
 */
public enum ReasonCode implements Keyed {
  EMPTY,
  MISSING,
  LOCKED,
  REFUSED,
  NO_READER,
  UNPACKABLE,
  SIGNATURE_ONLY,
  NOT_SIGNED,
  // Reasons why an earlier version of a process or an attachment is shown.
  AS_OF,
  RECORD_BROKEN,
  FILE_CLOSED,
  PROCESSES_WITHHELD,
  ATTACHMENTS_WITHHELD,
  // Reasons why the bytes of a file could not be read.
  NOT_THERE,
  NO_RIGHT,
  NO_RIGHT_OF_OURS,
  UNREADABLE,
  DISK,
  // Defects of the bytes.
  DAMAGED,
  CUT_OFF,
  STOPPED,
  NESTED_TOO_DEEPLY,
  PART_MISSING,
  LIST_MISSING,
  WRONG_CHECKSUM,
  END_MISSING,
  REST_LOST,
  PICTURES_LOST,
  ABOUT_LOST,
  BOOKMARKS_LOST,
  COMMENTS_LOST,
  FEWER_PAGES,
  NO_PAGE,
  CONTENTS_DAMAGED,
  DRAWN_MISSING,
  // Reasons why there is no text.
  NO_TEXT,
  NO_TEXT_INSIDE,
  NOT_RECOGNIZED,
  NO_TEXT_ON,
  A_PICTURE,
  PICTURES,
  SOME_PICTURES,
  ONLY_A_PICTURE,
  GARBLED,
  PICTURES_OR_GARBLED,
  // Reasons why pictures were not recognised.
  SWITCHED_OFF,
  LATER,
  WAITING,
  NO_RECOGNITION,
  NO_TESSERACT,
  NO_ITALIAN,
  NOT_STARTED,
  TESSERACT_ENDED,
  RECOGNITION_FAILED,
  RECOGNIZED_ILLEGIBLE,
  NOT_PAINTED,
  // Failures of workers.
  DIED,
  DIED_WITH_CODE,
  DIED_OF_SIGNAL,
  CONFUSED,
  OUT_OF_MEMORY,
  PAGE_TOO_LONG,
  TOO_LONG,
  NOT_DONE,
  // Limits that a file exceeds.
  TOO_LARGE,
  TOO_MANY_FILES,
  TOO_MANY_PAGES,
  TOO_MANY_PICTURES,
  TOO_MANY_BOOKMARKS,
  TOO_MANY_COMMENTS,
  TOO_DEEP,
  TOO_MUCH,
  BOMB,
  UNPACKS_TO,
  TEXT_TOO_LONG,
  PICTURE_TOO_LONG,
  TOO_MANY_PIXELS,
  TOO_MANY_FORMS,
  FORMS_TOO_DEEP,
  TOO_MANY_CHARACTERS,
  // Extent of an incomplete text.
  FIRST_PAGES_ONLY,
  SOME_PAGES_ONLY,
  NOT_READ,
  READ_IN_PART,
  FOR_ITS_FILES,
  PAGE,
  SLIDE,
  SHEET,
  MESSAGE,
  SECTION,
  // Results of a run.
  STATE,
  KEPT,
  WITHHELD,
  NOT_INDEXED,
  LOST,
  // Defects of a record's sources and of the files next to them.
  CLOSED,
  SOURCE_EMPTY,
  GUESSED,
  OVERSIZED,
  BINARY,
  NAME_UNDECODED,
  LINK_UNFOLLOWED,
  NO_PLAIN_FILE,
  KEY_TWICE,
  JSON_TOO_DEEP,
  JSON_CUT,
  TEXT_UNCLOSED,
  BACKSLASH,
  UNEXPECTED,
  NOT_OF_KIND,
  A_YEAR,
  A_DAY,
  AN_AMOUNT,
  A_PERCENTAGE,
  SOME_MONTHS,
  YES_OR_NO,
  A_LINK,
  A_TEXT,
  TWICE,
  NOT_OF_FOLDER,
  IN_NO_FOLDER,
  RENAME_FOLDER,
  NO_SUCH_RECORD,
  NEAR_RECORD,
  LINK_ELSEWHERE,
  FILE_FOR_FOLDER,
  NO_RECORDS,
  NOT_LISTED,
  NO_RECORD_FILE,
  MANIFEST_BROKEN,
  NO_ADDRESS,
  BESIDE_NOTHING,
  NO_TITLE,
  ID_TAKEN,
  ID_TAKEN_HERE,
  VALUE_TOO_LONG,
  LISTED_TWICE,
  NO_LIST,
  ATTACHMENT_TWICE,
  NO_FILE,
  FILE_OUTSIDE,
  UNKNOWN_KEY,
  ADDRESS_UNUSED,
  DAY_UNUSED,
  AFTER_TITLE,
  WITHOUT_LABEL,
  NO_LABELS,
  ENDS_BEFORE,
  YEAR_UNBELIEVED,
  IN_LINE,
  RECORDS_UNREAD,
  LINE_UNREAD,
  MORE_AFTER,
  NO_OBJECT,
  RECORD_KEY_TWICE,
  ID_NO_TEXT,
  PLACE_NO_TEXT,
  AN_OBJECT,
  LISTS_NO_TEXT,
  NO_COLUMNS,
  NO_TITLE_COLUMN,
  NO_ID_COLUMN,
  COLUMN_TWICE,
  ROW_UNCLOSED,
  OTHER_CELLS,
  // Names of files inside a file, and common properties of the files.
  FILES,
  // Words of another program, in English.
  QUOTED;

  /**
   * Returns a reason of this code.
   *
   * @param values numbers, names and days for the placeholders, and quoted reasons or lists of
   *     reasons
   */
  public Reason with(Object... values) {
    List<Object> arguments = new ArrayList<>();
    List<Reason> causes = new ArrayList<>();
    for (Object value : values) {
      switch (value) {
        case Reason cause -> causes.add(cause);
        case List<?> several -> several.forEach(each -> causes.add((Reason) each));
        default -> arguments.add(value);
      }
    }
    return new Reason(this, arguments, causes);
  }
}
