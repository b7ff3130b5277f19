package it.lente.record;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The sentences of which it is made why a file could not be read, or not wholly: a closed list, in
 * both languages. A reason is kept and given to programs in English; what a page shows in Italian
 * is read from that by the same sentences.
 *
 * <p>Of the places in braces {@code why} holds reasons, or what a library says in English, {@code
 * inside} names of files with the reason of each, {@code name} any name, {@code pages} and {@code
 * files} how many, {@code numbers} which ones; the others a number.
 */
public enum Reason {
  EMPTY("nel file non c’è nemmeno un byte", "the file has no bytes"),
  MISSING(
      "nella cartella degli allegati del processo non c’è {name}",
      "the record's folder of attachments holds no {name}"),
  LOCKED("serve una password per aprirlo", "a password is needed to open it"),
  REFUSED(
      "il proprietario vieta di copiarne il testo, e l’impostazione owner-locked dice refuse",
      "its owner forbids copying its text, and the setting owner-locked says refuse"),
  NO_READER("nessun lettore per i file di tipo {name}", "there is no reader for {name}"),
  UNPACKABLE(
      "è compresso in un modo non leggibile", "it is packed in a way that cannot be unpacked"),
  SIGNATURE_ONLY(
      "è solo una firma, senza il file firmato",
      "it is a signature only, without the file that was signed"),
  NOT_SIGNED("non è un file firmato", "it is no signed file"),

  AS_OF("aggiornato al {date}, perché {why}", "as of {date}, because {why}"),
  RECORD_BROKEN(
      "la scheda {name} c’è ma non può essere usata",
      "its record {name} is there and cannot be used"),
  FILE_CLOSED(
      "il file c’è ma non può essere letto: controllare il disco e i permessi",
      "the file is there and cannot be read: check its disk and its rights"),
  PROCESSES_WITHHELD(
      "in una volta sola sarebbero spariti {n} processi su {m}",
      "{n} of {m} processes would have gone at once"),
  ATTACHMENTS_WITHHELD(
      "in una volta sola sarebbero spariti {n} allegati su {m}",
      "{n} of {m} attachments would have gone at once"),

  NOT_THERE("il file non c’è più", "the file is no longer there"),
  NO_RIGHT(
      "il file non può essere letto: controllarne i permessi",
      "the file may not be read: check its rights"),
  NO_RIGHT_OF_OURS(
      "il file non può essere letto: darne il permesso all’utente che esegue Lente",
      "the file may not be read: give the user who runs Lente the right to"),
  UNREADABLE("non è stato possibile leggere il file: {why}", "the file could not be read: {why}"),
  DISK("il disco ha dato un errore: {why}", "the disk gave an error: {why}"),

  DAMAGED("è danneggiato: {why}", "it is damaged: {why}"),
  CUT_OFF("finisce troppo presto: {why}", "it ends too early: {why}"),
  STOPPED("il lettore si è fermato: {why}", "its reader stopped with {why}"),
  NESTED_TOO_DEEPLY(
      "le sue parti sono annidate troppo in profondità", "its parts are nested too deeply"),
  PART_MISSING("manca la parte {name}", "the part {name} is missing"),
  LIST_MISSING("manca l’elenco dei suoi file", "the list of its files is missing"),
  WRONG_CHECKSUM("la somma di controllo è sbagliata", "its checksum is wrong"),
  END_MISSING("manca la fine del file", "the end of the file is missing"),
  REST_LOST("ciò che segue il testo è perso: {why}", "what follows the text is lost: {why}"),
  PICTURES_LOST(
      "ciò che segue l’immagine {n} non è leggibile", "what follows picture {n} cannot be read"),
  ABOUT_LOST(
      "ciò che il documento dice oltre alle pagine non è leggibile",
      "what it says beside its pages cannot be read"),
  BOOKMARKS_LOST("i segnalibri non sono leggibili", "its bookmarks cannot be read"),
  COMMENTS_LOST("i commenti non sono leggibili", "its comments cannot be read"),
  FEWER_PAGES("dichiara {n} pagine ma ne contiene {m}", "it claims {n} pages but holds {m}"),
  NO_PAGE("non vi si trova nessuna pagina", "no page could be found in it"),
  CONTENTS_DAMAGED(
      "i contenuti sono danneggiati, ciò che segue il danno è perso",
      "its contents are damaged, what follows the damage is lost"),
  DRAWN_MISSING(
      "manca un modulo o un’immagine che vi è disegnata",
      "a form or picture that it draws is missing"),

  NO_TEXT("non contiene testo", "there is no text in it"),
  NO_TEXT_INSIDE(
      "non c’è testo in nessuno dei file al suo interno ({files})",
      "there is no text in any of {files} inside"),
  NOT_RECOGNIZED(
      "nessun testo ({pages}), nemmeno con il riconoscimento dei caratteri",
      "no text on any of {pages}, by character recognition either"),
  NO_TEXT_ON("nessun testo ({pages})", "no text on any of {pages}"),
  A_PICTURE("è un’immagine", "it is a picture"),
  PICTURES("sono immagini", "they are pictures"),
  SOME_PICTURES("{n} di queste mostrano immagini", "{n} of them show pictures"),
  ONLY_A_PICTURE("nessun testo ma un’immagine", "no text but a picture"),
  GARBLED(
      "lettere che il carattere tipografico non lascia riconoscere",
      "letters that cannot be told from their font"),
  PICTURES_OR_GARBLED(
      "immagini, oppure lettere che il carattere tipografico non lascia riconoscere",
      "pictures, or letters that cannot be told from their font"),

  SWITCHED_OFF("è disattivato", "it is switched off"),
  WAITING(
      "le immagini attendono il riconoscimento dei caratteri",
      "pictures wait for character recognition"),
  NO_RECOGNITION(
      "il riconoscimento dei caratteri non è possibile: {why}",
      "character recognition is not possible: {why}"),
  NO_TESSERACT("Tesseract non è installato", "Tesseract is not installed"),
  NO_ITALIAN(
      "Tesseract è installato senza l’italiano (tesseract-ocr-ita)",
      "Tesseract is installed without Italian (tesseract-ocr-ita)"),
  NOT_STARTED("Tesseract non si avvia", "Tesseract cannot be started"),
  TESSERACT_ENDED(
      "tesseract è terminato con il codice {n}: {why}", "tesseract ended with code {n}: {why}"),
  RECOGNITION_FAILED(
      "il riconoscimento dei caratteri non è riuscito, {why}",
      "character recognition failed, {why}"),
  RECOGNITION_DIED(
      "il riconoscimento dei caratteri ne ha fermato il lettore",
      "character recognition ended its reader"),
  NOT_PAINTED(
      "contiene un’immagine di un tipo che non può essere disegnato",
      "a picture on it is of a kind that cannot be painted"),

  DIED("il lettore si è interrotto", "its reader died of it"),
  DIED_WITH_CODE(
      "il lettore si è interrotto (codice di uscita {n})", "its reader died (exit code {n})"),
  DIED_OF_SIGNAL("il lettore si è interrotto (segnale {n})", "its reader died (signal {n})"),
  CONFUSED("il lettore è andato in confusione", "its reader fell into confusion"),
  OUT_OF_MEMORY(
      "al lettore servono più di {n} MB di memoria", "its reader needs more than {n} MB of memory"),
  PAGE_TOO_LONG("richiede più di {n} s", "it takes longer than {n} s"),
  TOO_LONG("la lettura richiede più di {n} s", "reading it takes longer than {n} s"),
  NOT_DONE(
      "non era finito in {n} s, e il computer poteva essere occupato",
      "it was not done in {n} s, and the machine may have been busy"),

  TOO_LARGE(
      "il suo testo supera i {n} MB, il resto è lasciato fuori",
      "its text is larger than {n} MB, the rest is left out"),
  TOO_MANY_FILES(
      "contiene più di {n} file, il resto è lasciato fuori",
      "it holds more than {n} files, the rest is left out"),
  TOO_MANY_PAGES(
      "ha più di {n} pagine, il resto è lasciato fuori",
      "it has more than {n} pages, the rest is left out"),
  TOO_MANY_PICTURES(
      "ha più di {n} immagini, il resto è lasciato fuori",
      "it has more than {n} pictures, the rest is left out"),
  TOO_MANY_BOOKMARKS(
      "ha più di {n} segnalibri, il resto è lasciato fuori",
      "it has more than {n} bookmarks, the rest is left out"),
  TOO_MANY_COMMENTS(
      "ha più di {n} commenti, il resto è lasciato fuori",
      "it has more than {n} comments, the rest is left out"),
  TOO_DEEP(
      "sta a più di {n} livelli di file dentro file", "it lies deeper than {n} files within files"),
  TOO_MUCH("ciò che se ne estrae supera i {n} byte", "what is unpacked takes more than {n} bytes"),
  BOMB(
      "estratto è più di {n} volte più grande del suo archivio",
      "it unpacks to more than {n} times the size of its archive"),
  UNPACKS_TO("estratto supera i {n} MB", "it unpacks to more than {n} MB"),
  TEXT_TOO_LONG("il suo testo supera i {n} caratteri", "its text is longer than {n} characters"),
  PICTURE_TOO_LONG("è più lunga di {n} pixel", "it is longer than {n} pixels"),
  TOO_MANY_PIXELS("ha più di {n} pixel", "it has more than {n} pixels"),
  TOO_MANY_FORMS("disegna più di {n} moduli", "it draws more than {n} forms"),
  FORMS_TOO_DEEP(
      "i suoi moduli sono annidati per più di {n} livelli",
      "its forms are nested more than {n} deep"),
  TOO_MANY_CHARACTERS("disegna più di {n} caratteri", "it draws more than {n} characters"),

  FIRST_PAGES_ONLY(
      "sono state lette solo le prime {n} pagine su {m}",
      "only the first {n} of {m} pages were read"),
  SOME_PAGES_ONLY("sono state lette solo {n} pagine su {m}", "only {n} of {m} pages were read"),
  NOT_READ(
      "file al suo interno non letti, {n} su {files}: {inside}",
      "{n} of {files} inside not read: {inside}"),
  READ_IN_PART(
      "file al suo interno letti in parte, {n} su {files}: {inside}",
      "{n} of {files} inside read in part: {inside}"),
  FOR_ITS_FILES("per via di file al suo interno", "for the sake of files in it"),
  PAGE("pagina {numbers}: {why}", "page {numbers}: {why}"),
  PAGES("pagine {numbers}: {why}", "pages {numbers}: {why}"),
  SLIDE("diapositiva {numbers}: {why}", "slide {numbers}: {why}"),
  SHEET("foglio {numbers}: {why}", "sheet {numbers}: {why}"),
  MESSAGE("messaggio {numbers}: {why}", "message {numbers}: {why}"),
  SECTION("sezione {numbers}: {why}", "section {numbers}: {why}");

  /** A place for a value in a sentence. */
  public static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  /** Stands between reasons. */
  public static final String BETWEEN = "; ";

  private final String italian;
  private final String english;

  Reason(String italian, String english) {
    this.italian = italian;
    this.english = english;
  }

  /** What is wrong with one part of a file. */
  public static Reason of(TextUnit unit) {
    return valueOf(unit.name());
  }

  /** The sentence with its places. */
  public String italian() {
    return italian;
  }

  /** The sentence with its places. */
  public String english() {
    return english;
  }

  /** In English, with values in its places from left to right. */
  public String with(Object... values) {
    int[] next = {0};
    return PLACE
        .matcher(english)
        .replaceAll(place -> Matcher.quoteReplacement(written(values[next[0]++])));
  }

  private static String written(Object value) {
    return value instanceof Number
        ? NumberFormat.getInstance(Locale.ROOT).format(value)
        : value.toString();
  }

  /** One reason of several; the empty string is none. */
  public static String all(List<String> reasons) {
    return reasons.stream()
        .filter(reason -> !reason.isEmpty())
        .collect(Collectors.joining(BETWEEN));
  }

  /** «3 pages», for a place of that name. */
  public static String pages(int count) {
    return count == 1 ? "1 page" : count + " pages";
  }

  /** «3 files», for a place of that name. */
  public static String files(int count) {
    return count == 1 ? "1 file" : count + " files";
  }

  /** «1, 2 and 3 more»: as many of all as are to be named. */
  public static String some(List<?> all, int most) {
    String named = all.stream().limit(most).map(Object::toString).collect(Collectors.joining(", "));
    return all.size() > most ? named + " and " + (all.size() - most) + " more" : named;
  }
}
