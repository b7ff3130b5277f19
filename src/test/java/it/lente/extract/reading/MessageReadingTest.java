package it.lente.extract.reading;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.AttachmentState;
import it.lente.record.AttachmentText;
import it.lente.record.PageText;
import it.lente.record.TextPart;
import it.lente.record.TextUnit;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageReadingTest {

  private static final String HEAD =
      """
      Received: from posta.example.org by altra.example.org
      From: =?UTF-8?Q?Citt=C3=A0?= <protocollo@example.org>
      To: sindaca@example.org
      Subject: =?ISO-8859-1?Q?Partecipazione_e_citt=E0?=
      Date: Mon, 30 Nov 2020 12:00:00 +0100
      MIME-Version: 1.0
      """;

  private static final String READ_HEAD =
      """
      From: Citt\u00E0 <protocollo@example.org>
      To: sindaca@example.org
      Subject: Partecipazione e citt\u00E0
      Date: Mon, 30 Nov 2020 12:00:00 +0100

      """;

  @TempDir private Path folder;

  @Test
  void a_message_is_one_unit_with_its_head() throws IOException {
    AttachmentText text =
        whenReading(
            HEAD
                + "Content-Type: text/plain; charset=ISO-8859-15\n"
                + "Content-Transfer-Encoding: quoted-printable\n\n"
                + "Costa 15 =A4 per la citt=E0=\n tutta.\n");

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.MESSAGE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly(READ_HEAD + "Costa 15 \u20AC per la citt\u00E0 tutta.");
  }

  @Test
  void attachments_follow_the_message_as_parts() throws IOException {
    AttachmentText text =
        whenReading(
            HEAD
                + mixed(
                    part("text/plain; charset=UTF-8", "", "In allegato la relazione."),
                    part(
                        "application/pdf; name=\"=?UTF-8?Q?attivit=C3=A0.pdf?=\"",
                        "Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n",
                        Base64.getMimeEncoder().encodeToString(Pdfs.withPages("uno", "due"))),
                    part("image/png", "Content-Disposition: inline\n", "logo")));

    assertThat(text.summary().state()).isEqualTo(AttachmentState.INDEXED);
    assertThat(text.summary().unit()).isEqualTo(TextUnit.MESSAGE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly(READ_HEAD + "In allegato la relazione.", "uno", "due");
    assertThat(text.pages())
        .extracting(PageText::label)
        .containsExactly("", "attivit\u00E0.pdf, p. 1", "attivit\u00E0.pdf, p. 2");
    assertThat(text.summary().parts())
        .containsExactly(
            new TextPart(
                "attivit\u00E0.pdf",
                AttachmentState.INDEXED,
                List.of(),
                "application/pdf",
                TextUnit.PAGE,
                2,
                2));
  }

  @Test
  void of_a_body_in_two_shapes_one_is_read() throws IOException {
    AttachmentText text =
        whenReading(
            HEAD
                + "Content-Type: multipart/alternative; boundary=zz\n\n--zz\n"
                + part("text/plain", "", "Apri con un altro programma")
                + "--zz\n"
                + part(
                    "text/html; charset=UTF-8",
                    "",
                    "<html><body><h1>Invito</h1><p>all&#8217;assemblea</p></body></html>")
                + "--zz--\n");

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly(READ_HEAD + "Invito\nall\u2019assemblea");
  }

  /** Certified mail carries the message proper, facts in XML and a signature of its own. */
  @Test
  void a_message_within_a_message_is_a_part_with_parts() throws IOException {
    String inner =
        HEAD
            + mixed(
                part("text/plain", "", "Messaggio originale"),
                part(
                    "application/octet-stream; name=nota.txt",
                    "Content-Disposition: attachment; filename=nota.txt\n",
                    "nota"));
    AttachmentText text =
        whenReading(
            HEAD
                + mixed(
                    part("text/plain", "", "Messaggio di posta certificata"),
                    part("message/rfc822; name=postacert.eml", "", inner)));

    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly(
            READ_HEAD + "Messaggio di posta certificata",
            READ_HEAD + "Messaggio originale",
            "nota");
    assertThat(text.pages())
        .extracting(PageText::label)
        .containsExactly("", "postacert.eml", "postacert.eml/nota.txt");
    assertThat(text.summary().parts())
        .extracting(TextPart::name)
        .containsExactly("postacert.eml", "postacert.eml/nota.txt");
  }

  @Test
  void a_message_without_encodings_keeps_its_letters() throws IOException {
    String written =
        """
        From: a@example.org
        To: b@example.org
        Subject: L\u2019attivit\u00E0

        \u00C8 aperta l\u2019iscrizione
        """;
    for (Charset charset :
        new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-1252")}) {
      AttachmentText text = whenReading(written.getBytes(charset));

      assertThat(text.pages()).extracting(PageText::text).containsExactly(written.strip());
    }
  }

  @Test
  void a_mailbox_holds_its_messages_as_parts() throws IOException {
    String one = "From a@example.org Mon Nov 30 12:00:00 2020\n" + HEAD + "\nuno\n\n";
    String two = "From b@example.org Mon Nov 30 12:00:00 2020\n" + HEAD + "\ndue\n";

    AttachmentText text = whenReading(one + two);

    assertThat(text.summary().unit()).isEqualTo(TextUnit.MESSAGE);
    assertThat(text.pages())
        .extracting(PageText::text)
        .containsExactly(READ_HEAD + "uno", READ_HEAD + "due");
    assertThat(text.pages()).extracting(PageText::label).containsExactly("1.eml", "2.eml");
  }

  private static String mixed(String... parts) {
    StringBuilder text = new StringBuilder("Content-Type: multipart/mixed; boundary=\"==");
    String boundary = "==" + parts[0].length() + parts[1].length();
    text.setLength(text.length() - 2);
    text.append(boundary).append("\"\n\n");
    for (String part : parts) {
      text.append("--").append(boundary).append('\n').append(part);
    }
    return text.append("--").append(boundary).append("--\n").toString();
  }

  private static String part(String type, String heads, String content) {
    return "Content-Type: " + type + "\n" + heads + "\n" + content + "\n";
  }

  private AttachmentText whenReading(String message) throws IOException {
    return whenReading(message.getBytes(StandardCharsets.UTF_8));
  }

  private AttachmentText whenReading(byte[] message) throws IOException {
    return new TikaTextExtractor().extract(Files.write(folder.resolve("a.eml"), message));
  }
}
