package sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Sets a report's blocks into pages: one pass, then contents and running lines are filled in. */
final class Layout {

  private static final float TOP = 104;
  private static final float BOTTOM = 92;

  /** The size of a note's mark beside that of its text, and how far the mark is raised. */
  private static final float MARK_SIZE = .6f;

  private static final float MARK_RISE = .38f;
  private static final float ABOVE_NOTES = 16;
  private static final Page.Style TABLE = new Page.Style(9.5f, 12.5f, false, false, 0);
  private static final Page.Style DOTS = new Page.Style(10.5f, 12.5f, false, false, 0);
  private static final Page.Style SMALL = new Page.Style(8.5f, 11, false, false, 0x555555);

  private record Entry(Block.Heading heading, Page page) {}

  private record Reserved(Page page, float y) {}

  private final Report report;
  private final ToDoubleFunction<String> unit;
  private final int color;
  private final float margin;
  private final float gutter;
  private final Footnotes footnotes = new Footnotes();
  private final Page.Style text;
  private final List<Page> pages = new ArrayList<>();
  private final List<Entry> headings = new ArrayList<>();
  private final List<Reserved> contents = new ArrayList<>();
  private Page page;
  private int columns = 1;
  private int column;
  private float top;
  private float y;
  private boolean landscape;
  private boolean roman;
  private int number;

  /** The lines of the notes of the page. */
  private final List<String> notes = new ArrayList<>();

  private Layout(Report report, ToDoubleFunction<String> unit) {
    this.report = report;
    this.unit = unit;
    this.color = Integer.parseInt(report.get("color", "1f4e79"), 16);
    this.margin = Float.parseFloat(report.get("margin", "78"));
    this.gutter = Float.parseFloat(report.get("gutter", "22"));
    this.roman = report.is("roman");
    float size = Float.parseFloat(report.get("size", "12"));
    this.text = new Page.Style(size, size * 1.62f, false, false, 0);
  }

  /**
   * @param unit the width of a text at size 1, in points
   */
  static List<Page> of(Report report, ToDoubleFunction<String> unit) {
    Layout layout = new Layout(report, unit);
    layout.newPage(false);
    if (!report.get("cover", "yes").equals("no")) {
      layout.cover();
    }
    report.blocks().forEach(layout::set);
    layout.setNotes();
    layout.fillContents();
    layout.pages.stream().skip(layout.hasCover() ? 1 : 0).forEach(layout::runningLines);
    return layout.pages;
  }

  private boolean hasCover() {
    return !report.get("cover", "yes").equals("no");
  }

  private void set(Block block) {
    switch (block) {
      case Block.Heading heading -> heading(heading);
      case Block.Paragraph paragraph -> flow(paragraph.text(), text, 0, true);
      case Block.Item item -> {
        need(2 * text.leading());
        put(left() + 6, y - text.leading(), text, "•");
        flow(item.text(), text, 20, true);
      }
      case Block.Quote quote ->
          flow(
              quote.text(),
              new Page.Style(text.size(), text.leading(), false, true, 0x333333),
              28,
              false);
      case Block.Table table -> table(table.rows());
      case Block.Contents toc -> reserveContents();
      case Block.Turn turn -> turn(turn);
    }
  }

  private void turn(Block.Turn turn) {
    switch (turn) {
      case PAGE -> newPage(false);
      case CROPPED -> newPage(true);
      case BODY -> {
        roman = false;
        number = 0;
        newPage(false);
      }
      case LANDSCAPE, PORTRAIT -> {
        landscape = turn == Block.Turn.LANDSCAPE;
        newPage(false);
      }
      case ONE_COLUMN, TWO_COLUMNS -> {
        if (columns == 2) {
          newPage(false);
        }
        columns = turn == Block.Turn.TWO_COLUMNS ? 2 : 1;
        column = 0;
        top = y;
      }
    }
  }

  private void newPage(boolean cropped) {
    setNotes();
    if (page != null && page.marks.isEmpty()) {
      pages.removeLast();
      number = Math.max(0, number - 1);
    }
    number++;
    page = new Page(landscape, cropped, roman ? roman(number) : Integer.toString(number));
    pages.add(page);
    column = 0;
    top = page.height() - TOP;
    y = top;
  }

  private static String roman(int number) {
    return List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix").get(number - 1);
  }

  private float measure() {
    return (page.width() - 2 * margin - (columns - 1) * gutter) / columns;
  }

  private float left() {
    return margin + column * (measure() + gutter);
  }

  /** Goes to the next column or page if there is no room for so many points. */
  private void need(float height) {
    if (y - height >= bottom()) {
      return;
    }
    if (column + 1 < columns) {
      column++;
      y = top;
    } else {
      newPage(false);
    }
  }

  private float bottom() {
    return BOTTOM + notesHeight(notes.size());
  }

  private static float notesHeight(int lines) {
    return lines == 0 ? 0 : lines * SMALL.leading() + ABOVE_NOTES;
  }

  /** Sets the notes of the page that ends, below a short rule. */
  private void setNotes() {
    float at = bottom() - ABOVE_NOTES;
    if (!notes.isEmpty()) {
      page.marks.add(new Page.Rule(margin, at + 6, margin + 120, at + 6, .5f));
    }
    for (String line : notes) {
      at -= SMALL.leading();
      put(margin, at, SMALL, line);
    }
    notes.clear();
  }

  private List<String> notesOf(String line) {
    ToDoubleFunction<String> width = measureOf(SMALL);
    return footnotes.of(line).stream()
        .flatMap(note -> Lines.of(note, width, page.width() - 2 * margin, true).stream())
        .map(Lines.Line::text)
        .toList();
  }

  private ToDoubleFunction<String> measureOf(Page.Style style) {
    return words -> {
      double width = 0;
      for (String piece : Footnotes.pieces(words)) {
        width += width(piece, style);
      }
      return width;
    };
  }

  private double width(String piece, Page.Style style) {
    return Footnotes.isMark(piece)
        ? unit.applyAsDouble(Footnotes.number(piece)) * style.size() * MARK_SIZE
        : unit.applyAsDouble(piece) * style.size();
  }

  /** Sets a line whose notes' marks are raised. */
  private void put(float x, float at, Page.Style style, String line, float stretch) {
    float next = x;
    for (String piece : Footnotes.pieces(line)) {
      if (Footnotes.isMark(piece)) {
        Page.Style raised =
            new Page.Style(style.size() * MARK_SIZE, style.leading(), false, false, style.color());
        put(next, at + style.size() * MARK_RISE, raised, Footnotes.number(piece));
      } else {
        page.marks.add(new Page.Text(next, at, style, piece, stretch));
      }
      long spaces = piece.chars().filter(c -> c == ' ').count();
      next += (float) width(piece, style) + stretch * spaces;
    }
  }

  private void put(float x, float at, Page.Style style, String words) {
    page.marks.add(new Page.Text(x, at, style, words, 0));
  }

  private void heading(Block.Heading heading) {
    Page.Style style =
        switch (heading.level()) {
          case 1 -> new Page.Style(18, 25, true, false, color);
          case 2 -> new Page.Style(13.5f, 20, true, false, color);
          default -> new Page.Style(text.size(), text.leading() + 2, true, false, 0);
        };
    if (heading.level() == 1
        && report.get("chapters", "page").equals("page")
        && !page.marks.isEmpty()) {
      newPage(false);
    }
    List<Lines.Line> lines = Lines.of(heading.text(), measureOf(style), measure(), false);
    need(lines.size() * style.leading() + 3 * text.leading() + 10);
    if (y < page.height() - TOP) {
      y -= heading.level() < 3 ? 12 : 4;
    }
    for (Lines.Line line : lines) {
      y -= style.leading();
      put(left(), y, style, line.text());
    }
    y -= 6;
    if (heading.level() < 3) {
      headings.add(new Entry(heading, page));
    }
  }

  private void flow(String words, Page.Style style, float indent, boolean justify) {
    List<Lines.Line> lines =
        Lines.of(footnotes.marked(words), measureOf(style), measure() - indent, true);
    for (int i = 0; i < lines.size(); i++) {
      boolean twoTogether = i == 0 && lines.size() > 1 || i == lines.size() - 2;
      Lines.Line line = lines.get(i);
      List<String> below = notesOf(line.text());
      need(style.leading() * (twoTogether ? 2 : 1) + notesHeight(below.size()));
      notes.addAll(below);
      y -= style.leading();
      float room = measure() - indent - line.width();
      float stretch = justify && !line.last() && line.spaces() > 0 ? room / line.spaces() : 0;
      put(left() + indent, y, style, line.text(), stretch);
    }
    y -= style.leading() * .45f;
  }

  private void table(List<List<String>> rows) {
    float[] widths = widths(rows);
    need(height(rows.getFirst(), widths) + height(rows.get(1), widths));
    row(rows.getFirst(), widths, true);
    for (List<String> cells : rows.subList(1, rows.size())) {
      if (y - height(cells, widths) < bottom()) {
        need(page.height());
        row(rows.getFirst(), widths, true);
      }
      row(cells, widths, false);
    }
    y -= text.leading();
  }

  private float[] widths(List<List<String>> rows) {
    float[] widths = new float[rows.getFirst().size()];
    float sum = 0;
    for (int i = 0; i < widths.length; i++) {
      int cell = i;
      int longest = rows.stream().mapToInt(row -> row.get(cell).length()).max().orElse(1);
      widths[i] = Math.clamp(longest + 2, 9, 34);
      sum += widths[i];
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] *= measure() / sum;
    }
    return widths;
  }

  private List<Lines.Line> cell(String words, float width) {
    return Lines.of(words, measureOf(TABLE), width - 10, true);
  }

  private float height(List<String> cells, float[] widths) {
    int most = 1;
    for (int i = 0; i < widths.length; i++) {
      most = Math.max(most, cell(cells.get(i), widths[i]).size());
    }
    return most * TABLE.leading() + 8;
  }

  private void row(List<String> cells, float[] widths, boolean head) {
    float height = height(cells, widths);
    Page.Style style = head ? new Page.Style(9.5f, 12.5f, true, false, 0) : TABLE;
    if (head) {
      page.marks.add(new Page.Box(left(), y - height, measure(), height, 0xe6e6e6));
    }
    float x = left();
    for (int i = 0; i < widths.length; i++) {
      float at = y - 2;
      for (Lines.Line line : cell(cells.get(i), widths[i])) {
        at -= TABLE.leading();
        put(x + 5, at, style, line.text());
      }
      page.marks.add(new Page.Rule(x, y, x, y - height, .5f));
      x += widths[i];
    }
    page.marks.add(new Page.Rule(x, y, x, y - height, .5f));
    page.marks.add(new Page.Rule(left(), y, x, y, .5f));
    y -= height;
    page.marks.add(new Page.Rule(left(), y, x, y, .5f));
  }

  private void reserveContents() {
    heading(new Block.Heading(3, "Indice"));
    long entries =
        report.blocks().stream().filter(b -> b instanceof Block.Heading h && h.level() < 3).count();
    for (int i = 0; i < entries; i++) {
      need(text.leading());
      y -= text.leading();
      contents.add(new Reserved(page, y));
    }
    y -= text.leading();
  }

  private void fillContents() {
    for (int i = 0; i < contents.size(); i++) {
      Entry entry = headings.get(i);
      boolean chapter = entry.heading().level() == 1;
      Page.Style style = new Page.Style(10.5f, text.leading(), chapter, false, 0);
      ToDoubleFunction<String> width = measureOf(style);
      float x = margin + (chapter ? 0 : 16);
      String title = Lines.of(entry.heading().text(), width, 400, false).getFirst().text();
      float right = Page.SHORT_SIDE - margin - (float) width.applyAsDouble(entry.page().label);
      float from = x + (float) width.applyAsDouble(title) + 6;
      int dots = (int) ((right - 6 - from) / width.applyAsDouble(" ."));
      Reserved line = contents.get(i);
      line.page().marks.add(new Page.Text(x, line.y(), style, title, 0));
      line.page().marks.add(new Page.Text(from, line.y(), DOTS, " .".repeat(Math.max(0, dots)), 0));
      line.page().marks.add(new Page.Text(right, line.y(), style, entry.page().label, 0));
    }
  }

  /** Head and foot, unless the report goes without: there a phrase runs from page to page. */
  private void runningLines(Page on) {
    if (report.is("bare")) {
      return;
    }
    float right = on.width() - margin;
    float high = on.height() - 58;
    ToDoubleFunction<String> width = measureOf(SMALL);
    String running = report.get("running", report.title());
    String foot = on.label.matches("\\d+") ? "Pagina " + on.label : on.label;
    on.marks.add(new Page.Text(margin, high, SMALL, running, 0));
    float start = right - (float) width.applyAsDouble(report.body());
    on.marks.add(new Page.Text(start, high, SMALL, report.body(), 0));
    on.marks.add(new Page.Rule(margin, high - 6, right, high - 6, .6f));
    float middle = (on.width() - (float) width.applyAsDouble(foot)) / 2;
    on.marks.add(new Page.Text(middle, 46, SMALL, foot, 0));
  }

  private void cover() {
    page.marks.add(new Page.Box(0, 690, page.width(), 152, color));
    put(margin, 760, new Page.Style(15, 20, true, false, 0xffffff), report.body());
    put(margin, 736, new Page.Style(11, 15, false, false, 0xffffff), report.get("office", ""));
    y = 600;
    coverLines(report.title(), new Page.Style(27, 36, true, false, color));
    coverLines(report.get("subtitle", ""), new Page.Style(15, 22, false, false, 0x333333));
    String date =
        report.date().getDayOfMonth()
            + " "
            + report
                .date()
                .getMonth()
                .getDisplayName(java.time.format.TextStyle.FULL, Locale.ITALIAN)
            + " "
            + report.date().getYear();
    put(margin, 150, new Page.Style(12, 16, false, false, 0), date);
    put(
        margin,
        96,
        SMALL,
        "Comune, persone e fatti raccontati in questo documento sono inventati.");
    newPage(false);
  }

  private void coverLines(String words, Page.Style style) {
    for (Lines.Line line : Lines.of(words, measureOf(style), measure(), false)) {
      y -= style.leading();
      put(margin, y, style, line.text());
    }
    y -= 14;
  }
}
