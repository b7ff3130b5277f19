package it.lente.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileTypeTest {

  @ParameterizedTest
  @CsvSource({
    "relazione.PDF, application/pdf, pdf",
    "relazione.doc, application/pdf, pdf",
    "verbale.docx, application/vnd.openxmlformats-officedocument.wordprocessingml.document, docx",
    "verbale.pdf.p7m, application/pkcs7-mime, pdf",
    "verbale.p7m.tsd, application/timestamped-data, other",
    "dati.csv, text/plain, csv",
    "LEGGIMI, text/plain; charset=UTF-8, txt",
    "pianta.tif, image/tiff, image",
    "video.mp4, video/mp4, video",
    "posta.msg, application/vnd.ms-outlook, message",
    "tutto.rar, application/x-rar-compressed; version=5, archive",
    "manca.odt, '', odt",
    "cartella.d/senza, '', other",
    "modello.dwg, image/vnd.dwg, image",
    "chissa.xyz, application/octet-stream, other"
  })
  void a_file_is_what_its_bytes_say_and_else_what_its_name_says(
      String file, String mediaType, String key) {
    assertThat(FileType.of(file, mediaType).key()).isEqualTo(key);
  }
}
