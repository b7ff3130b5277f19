package it.lente.source;

import it.lente.record.FieldValue;
import it.lente.record.ReasonCode;
import it.lente.record.RecordField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The lines of a scheda above its first label: region, title, call to action, badges. */
final class SchedaHead {

  private static final Pattern BADGES = Pattern.compile("(?:\\p{Lu}\\p{Ll}{2,})+");
  private static final Pattern BETWEEN_BADGES = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<SchedaLine.Role> OF_HEAD =
      Set.of(SchedaLine.Role.BLANK, SchedaLine.Role.TEXT, SchedaLine.Role.CALL_TO_ACTION);
  private static final int LONGEST_BADGES = 100;
  private static final String REGION = "regione ";

  private SchedaHead() {}

  /** Puts the data of the head into the draft and returns its number of lines. */
  static int read(List<SchedaLine> lines, RecordDraft draft) {
    int end = end(lines);
    List<SchedaLine> texts = new ArrayList<>(lines.subList(0, end));
    texts.removeIf(
        line -> line.is(SchedaLine.Role.BLANK) || line.is(SchedaLine.Role.CALL_TO_ACTION));
    if (texts.size() > 1 && namesRegion(texts.getFirst().text())) {
      SchedaLine region = texts.removeFirst();
      String name = region.text().substring(REGION.length()).strip();
      draft.put(RecordField.REGION, new FieldValue(List.of(name), region.text()), region.number());
    }
    if (!texts.isEmpty()) {
      SchedaLine title = texts.removeFirst();
      draft.put(RecordField.TITLE, FieldValue.of(title.text()), title.number());
    }
    texts.forEach(line -> afterTitle(line, draft));
    return end;
  }

  /** Returns the end: the head reaches to the call to action, and from there to the first label. */
  private static int end(List<SchedaLine> lines) {
    int start = 0;
    for (int i = 0; i < lines.size() && i < 12; i++) {
      if (lines.get(i).is(SchedaLine.Role.CALL_TO_ACTION)) {
        start = i + 1;
        break;
      }
    }
    int end = start;
    while (end < lines.size() && OF_HEAD.contains(lines.get(end).role())) {
      end++;
    }
    return end;
  }

  private static boolean namesRegion(String line) {
    String folded = Spelling.folded(line);
    return folded.startsWith(REGION)
        && Gazetteer.ITALY.region(folded.substring(REGION.length())).isPresent();
  }

  private static void afterTitle(SchedaLine line, RecordDraft draft) {
    if (line.text().length() <= LONGEST_BADGES && BADGES.matcher(line.text()).matches()) {
      List<String> badges = List.of(BETWEEN_BADGES.split(line.text(), -1));
      draft.put(RecordField.BADGES, new FieldValue(badges, line.text()), line.number());
    } else {
      draft.other(SchedaLabels.NONE, line.text());
      draft.problem(line.number(), ReasonCode.AFTER_TITLE.with(RecordDraft.shortened(line.text())));
    }
  }
}
