package it.lente.browser;

import it.lente.extract.reading.Scans;
import it.lente.record.Box;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A process whose reports hold words in known places; each word only where it is said to be. */
final class KnownReports {

  static final String ID = "carte-del-molo";

  private static final String RECORD = "Le carte del molo vecchio\nProcesso\n";

  /** «lanterna» twelve times on seven of nine pages, of which the first three are i, ii and iii. */
  static final Paper UPRIGHT =
      Paper.withFont()
          .sheet()
          .write(72, 120, "Una lanterna sul molo vecchio")
          .sheet()
          .write(72, 90, "Indice delle carte raccolte")
          .sheet()
          .write(150, 300, "La seconda lanterna è di fronte")
          .write(90, 700, "e la lanterna del faro sta più in basso")
          .sheet()
          .write(72, 140, "Qui la lanterna si accende al tramonto")
          .sheet()
          .write(110, 480, "Verbale della seduta di marzo")
          .sheet()
          .write(80, 210, "Chi porta la lanterna cammina davanti")
          .write(80, 240, "e chi segue la lanterna non inciampa")
          .write(80, 600, "ogni lanterna ha il suo olio")
          .sheet()
          .write(300, 780, "in fondo una lanterna")
          .sheet()
          .write(72, 100, "lanterna di prua")
          .write(72, 400, "e lanterna di poppa")
          .sheet()
          .write(72, 260, "Resta accesa una lanterna sola")
          .write(72, 800, "e poi più nessuna lanterna")
          .roman(3);

  /** «gomena» in both columns. */
  static final Paper COLUMNS =
      Paper.withoutFont()
          .sheet()
          .write(60, 100, "La gomena grossa tiene")
          .write(60, 120, "ferma la barca quando il")
          .write(60, 140, "vento cresce da levante")
          .write(60, 160, "e il mare si fa lungo")
          .write(330, 100, "Ogni sera si controlla")
          .write(330, 120, "che la gomena non sia")
          .write(330, 140, "consumata dagli scogli")
          .write(330, 160, "e dal sole di agosto");

  /** «timone» on pages turned by 90, 180 and 270 degrees. */
  static final Paper TURNED =
      Paper.withFont()
          .sheet(PDRectangle.A4, 90)
          .write(400, 200, "Il timone è di quercia")
          .sheet(PDRectangle.A4, 180)
          .write(120, 650, "Si ripara il timone in cantiere")
          .sheet(PDRectangle.A4, 270)
          .write(90, 510, "Senza timone non si parte");

  /** «bussola» on pages of which a part is shown that does not begin at the origin. */
  static final Paper CROPPED =
      Paper.withFont()
          .sheet(new PDRectangle(100, 150, 380, 500), 0)
          .write(40, 80, "La bussola segna il nord")
          .sheet(new PDRectangle(-60, -80, 420, 300), 90)
          .write(30, 350, "Una bussola di ottone");

  /** «ponte levatoio» over the end of the first page. */
  static final Paper BROKEN_PHRASE =
      Paper.withFont()
          .sheet()
          .write(72, 100, "Dalla torre si vede bene il fossato")
          .write(72, 760, "e alla sera si alza il vecchio ponte")
          .sheet()
          .write(72, 100, "levatoio che chiude la strada del mare");

  /** «ancora» once on each of 1,000 pages. */
  static final Paper LONG = longReport();

  /** «scialuppa»; of this file nothing is left by the time it is looked at. */
  static final Paper SPOILT = Paper.withFont().sheet().write(72, 300, "La scialuppa perduta");

  /** «argano» on a page that is a picture; set as {@link Scans#report} does it. */
  private static final String SCANNED =
      """
      Il vecchio argano solleva le reti della tonnara
      e le posa sulla banchina prima che faccia notte.
      Nessuno ricorda chi lo abbia costruito.\
      """;

  /** Where «argano» stands there, behind «Il vecchio». */
  static final Box RECOGNISED = new Box(124.7f, 75, 37.4f, 10);

  private KnownReports() {}

  static void write(Path home) throws IOException {
    Files.writeString(home.resolve("records").resolve(ID + ".txt"), RECORD);
    Path folder = Files.createDirectory(home.resolve("attachments").resolve(ID));
    Files.write(folder.resolve("diritta.pdf"), UPRIGHT.bytes());
    Files.write(folder.resolve("colonne.pdf"), COLUMNS.bytes());
    Files.write(folder.resolve("girata.pdf"), TURNED.bytes());
    Files.write(folder.resolve("ritagliata.pdf"), CROPPED.bytes());
    Files.write(folder.resolve("confine.pdf"), BROKEN_PHRASE.bytes());
    Files.write(folder.resolve("lunga.pdf"), LONG.bytes());
    Files.write(folder.resolve("scansione.pdf"), Scans.report(SCANNED));
    Files.write(folder.resolve("guasta.pdf"), SPOILT.bytes());
  }

  /** What happens to files after they were indexed. */
  static void spoil(Path home) throws IOException {
    Path spoilt = home.resolve("attachments").resolve(ID).resolve("guasta.pdf");
    Files.write(spoilt, "%PDF-1.7 and no more".getBytes(StandardCharsets.US_ASCII));
  }

  /** The address of a page of one of these files, with what is looked for there. */
  static String page(String file, int number, String question) {
    return "/processes/%s/attachments/%s-%s/pages/%d?q=%s"
        .formatted(
            ID,
            file.replace('.', '-'),
            sha256(file).substring(0, 6),
            number,
            URLEncoder.encode(question, StandardCharsets.UTF_8));
  }

  private static String sha256(String file) {
    try {
      byte[] name = file.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }

  private static Paper longReport() {
    List<String> said =
        Arrays.asList(
            "barca", "vela", "remo", "rete", "scoglio", "marea", "cordame", "vento", "stiva",
            "prua");
    Random random = new Random(11);
    Paper paper = Paper.withoutFont();
    for (int n = 0; n < 1_000; n++) {
      paper
          .sheet()
          .write(72, 90 + random.nextInt(300), said(said, random))
          .write(72, 420, said(said, random) + " ancora " + said(said, random))
          .write(72, 460 + random.nextInt(300), said(said, random));
    }
    return paper;
  }

  private static String said(List<String> words, Random random) {
    return IntStream.range(0, 3)
        .mapToObj(n -> words.get(random.nextInt(words.size())))
        .collect(Collectors.joining(" "));
  }
}
