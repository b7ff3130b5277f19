package it.lente.web;

import io.javalin.http.Context;
import it.lente.engine.AttachmentHits;
import it.lente.engine.PageHits;
import it.lente.engine.StoredAttachment;
import it.lente.engine.StoredProcess;
import it.lente.messages.Messages;
import it.lente.record.PageText;
import it.lente.search.HitsQuestion;
import it.lente.search.Search;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What pages of other sites show inside their own, and oEmbed, which describes it. */
final class Embeds {

  /** The parameters of oEmbed; the size of the frame is limited by the last two. */
  static final Set<String> PARAMETERS = Set.of("url", "format", "maxwidth", "maxheight", "lang");

  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;

  private static final Pattern PAGE =
      Pattern.compile(
          "/processes/([^/]+)/attachments/([^/]+)/pages/([1-9][0-9]{0,8})(\\?[^#]*)?(#.*)?");

  private final Search search;
  private final Templates templates;

  Embeds(Search search, Templates templates) {
    this.search = search;
    this.templates = templates;
  }

  /** A field to search in, whose results open in the whole window. */
  record EmbeddedSearch(PageLayout frame) {}

  /**
   * One page of a document with its marks.
   *
   * @param address the same page with all that belongs to it
   * @param process the title of its process
   */
  record EmbeddedPage(PageLayout frame, String address, String process, List<TextSpan> text) {}

  void search(Context context) {
    RequestContext visit = RequestContext.of(context);
    PageLayout frame = PageLayout.of(visit, visit.messages().get("nav.search")).notIndexed();
    templates.write(context, "embedsearch", new EmbeddedSearch(frame));
  }

  void page(Context context) {
    RequestContext visit = RequestContext.of(context);
    StoredProcess process = PathLookup.process(search, context);
    StoredAttachment attachment = PathLookup.attachment(process, context, List.of());
    PageText page = PathLookup.page(search, context, List.of());
    String id = process.record().id();
    String file = attachment.attachment().id();
    HitsQuestion question = HitsQuestion.onPage(visit.q(), page.number(), "");
    Optional<AttachmentHits> hits =
        question.query().asks() ? search.hits(id, file, question) : Optional.empty();
    List<PageHits.Hit> here =
        new ReaderSource(process, attachment, page, question, hits, "").here();
    String title =
        visit
            .messages()
            .get(
                "text.title",
                attachment.attachment().title(),
                visit.messages().get("short." + attachment.summary().unit().key(), page.number()));
    Address address = visit.asking(Address.page(id, file, page.number()));
    templates.write(
        context,
        "embedpage",
        new EmbeddedPage(
            PageLayout.of(visit, title).notIndexed(),
            here.isEmpty() ? address.toString() : address.place("hit-" + here.getFirst().n()),
            process.record().title(),
            TextSpan.of(page.text(), here)));
  }

  /** Answers how a page of a document can be embedded. */
  void oEmbed(Context context) {
    RequestContext visit = RequestContext.of(context).strict(PARAMETERS);
    String format = visit.parameters().one("format");
    if (!format.isEmpty() && !format.equals("json")) {
      throw ProblemException.parameter("format", "“format” can only be json.");
    }
    String url = visit.parameters().one("url");
    String home = visit.absolute(Address.of(""));
    Matcher page = PAGE.matcher("/" + (url.startsWith(home) ? url.substring(home.length()) : ""));
    if (!page.matches()) {
      throw ProblemException.notFound(
          "“url” takes the whole address of a page of a document on this site.");
    }
    StoredProcess process = search.process(decoded(page.group(1))).orElseThrow(() -> unknown(url));
    StoredAttachment attachment =
        process.attachment(decoded(page.group(2))).orElseThrow(() -> unknown(url));
    int number = Integer.parseInt(page.group(3));
    if (number > attachment.summary().pageCount()) {
      throw unknown(url);
    }
    String query = Optional.ofNullable(page.group(4)).orElse("");
    String source =
        home + page.group().replaceFirst("[?#].*", "").replaceFirst("^/", "embed/") + query;
    send(context, visit, attachment.attachment().title(), source);
  }

  private static ProblemException unknown(String url) {
    return ProblemException.notFound("There is no page at “%s”.".formatted(url));
  }

  private static String decoded(String segment) {
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noEscape) {
      return segment;
    }
  }

  private static void send(Context context, RequestContext visit, String title, String source) {
    int width = size(visit, "maxwidth", WIDTH);
    int height = size(visit, "maxheight", HEIGHT);
    Messages messages = visit.messages();
    new JsonObject()
        .with("version", "1.0")
        .with("type", "rich")
        .with("title", title)
        .with("provider_name", messages.get("site.name"))
        .with("provider_url", visit.absolute(Address.of("")))
        .with("width", width)
        .with("height", height)
        .with(
            "html",
            "<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\"></iframe>"
                .formatted(inAttribute(source), inAttribute(title), width, height))
        .send(context);
  }

  private static int size(RequestContext visit, String name, int usual) {
    String given = visit.parameters().one(name);
    if (!given.matches("[0-9]{0,6}")) {
      throw ProblemException.parameter(name, "“%s” takes a number of pixels.".formatted(name));
    }
    return given.isEmpty() ? usual : Math.clamp(Integer.parseInt(given), 1, usual);
  }

  private static String inAttribute(String text) {
    return Discovery.escaped(text).replace("\"", "&quot;");
  }
}
