package it.lente.record;

/**
 * The only list of record fields, with the label of the source, the key in JSON, the kind of value
 * and the search field that weights its words.
 */
public enum RecordField implements Keyed {
  TITLE("Titolo", Kind.PROSE, Group.TITLE),
  URL("Indirizzo web della scheda", Kind.LINK, Group.CREDITS),
  BADGES("Riconoscimenti", Kind.KEYWORDS, Group.PROCESS),

  STATUS("Stato di avanzamento", Kind.VOCABULARY, Group.PROCESS),
  NATURE("Natura Processo", Kind.VOCABULARY, Group.PROCESS),
  CERTIFICATION_YEAR("Anno della certificazione", Kind.YEAR, Group.PROCESS),
  FUNDING_YEAR("Anno Finanziamento", Kind.YEAR, Group.PROCESS),
  FUNDED_AMOUNT("Importo finanziato dal Bando", Kind.AMOUNT, Group.PROCESS),
  CO_FUNDING("Cofinanziamento altri soggetti", Kind.YES_NO, Group.PROCESS),
  CO_FUNDING_PERCENT("Percentuale Cofinanziamento", Kind.PERCENT, Group.PROCESS),
  TOTAL_COST("Costo complessivo del processo", Kind.AMOUNT, Group.PROCESS),
  START_YEAR("Anno di avvio", Kind.YEAR, Group.PROCESS),
  END_YEAR("Anno di chiusura", Kind.YEAR, Group.PROCESS),
  START_DATE("Data inizio del processo", Kind.DATE, Group.PROCESS),
  END_DATE("Data fine del processo", Kind.DATE, Group.PROCESS),
  DURATION_MONTHS("Durata (mesi)", Kind.MONTHS, Group.PROCESS),
  EXTENSION("Richiesta e concessione della proroga", Kind.YES_NO, Group.PROCESS),

  DECISION_HOLDERS("Titolari della decisione", Kind.KEYWORDS, Group.MANAGEMENT),
  BENEFICIARY("Soggetto beneficiario dei contributi", Kind.KEYWORDS, Group.MANAGEMENT),
  EXTERNAL_PARTIES("Soggetti esterni", Kind.KEYWORDS, Group.MANAGEMENT),
  PARTICIPANTS("Partecipanti", Kind.KEYWORDS, Group.MANAGEMENT),
  RESPONSIBLE_BODY("Struttura responsabile del processo", Kind.PROSE, Group.MANAGEMENT),
  GUARANTEE_COMMITTEE("Comitato di Garanzia locale", Kind.PROSE, Group.MANAGEMENT),
  GUARANTEE_FUNCTIONS(
      "Comitato di Garanzia locale - Funzioni assegnate", Kind.PROSE, Group.MANAGEMENT),
  NEGOTIATION_TABLE("Tavolo di Negoziazione", Kind.PROSE, Group.MANAGEMENT),
  STEERING_COMMITTEE("Comitato di pilotaggio", Kind.PROSE, Group.MANAGEMENT),

  ADDRESS("Indirizzo", Kind.LINE, Group.CHARACTER),
  SCOPE("Ambito di intervento", Kind.VOCABULARY, Group.CHARACTER),
  TOPIC("Tematica specifica", Kind.KEYWORDS, Group.CHARACTER),
  PARTICIPATION_TYPE("Tipo di partecipazione", Kind.VOCABULARY, Group.CHARACTER),
  LEVEL("Livello di partecipazione", Kind.VOCABULARY, Group.CHARACTER),
  WOMEN_PRESENCE(
      "Tra i soggetti partecipanti si registra la presenza femminile",
      Kind.YES_NO,
      Group.CHARACTER),
  GENDER_PREVALENCE(
      "Riscontro della prevalenza di genere fra i partecipanti", Kind.YES_NO, Group.CHARACTER),
  WORK_LIFE_BALANCE(
      "Conciliazione con tempi di vita e lavoro dei partecipanti nella gestione del processo",
      Kind.YES_NO,
      Group.CHARACTER),
  IMPACT_MAP("Mappa di Impatto", Kind.LINK, Group.CHARACTER),
  LOGO("Logo", Kind.LINK, Group.PROCESS),
  PHASES("Fasi del percorso", Kind.PROSE, Group.CHARACTER),

  REGION("Regione", Kind.KEYWORDS, Group.TERRITORY),
  PROVINCE("Provincia", Kind.KEYWORDS, Group.TERRITORY),
  UNION("Unione", Kind.KEYWORDS, Group.TERRITORY),
  MUNICIPALITY("Comune", Kind.KEYWORDS, Group.TERRITORY),
  DISTRICT("Quartiere", Kind.KEYWORDS, Group.TERRITORY),

  TECHNIQUES("Tecniche di Partecipazione", Kind.KEYWORDS, Group.CHARACTER),
  OBJECTIVES("Obiettivi", Kind.PROSE, Group.OUTCOME),
  RESULTS("Risultati", Kind.PROSE, Group.OUTCOME),

  REPORTED_BY("Processo segnalato da", Kind.LINE, Group.CREDITS),
  SOURCE_NOTES("Dettagli o note sulle fonti utilizzate", Kind.PROSE, Group.CREDITS),
  REPORTER("Segnalato da Persona", Kind.LINE, Group.CREDITS),
  LAST_MODIFIED("Data ultima modifica", Kind.DATE, Group.CREDITS);

  /** The kinds of values, which define how they are read and written. */
  public enum Kind {
    /** Free text of any length. */
    PROSE,
    /** Free text on one line. */
    LINE,
    /** Short values, several of them separated by « / » or «, ». */
    KEYWORDS,
    /** Short values from a known, open list. */
    VOCABULARY,
    /** A web address or the path of a file. */
    LINK,
    /** Four digits. */
    YEAR,
    /** ISO 8601, {@code 2021-07-04}. */
    DATE,
    /** Euro, a decimal number with a point: {@code 15000.00}. */
    AMOUNT,
    /** A decimal number with a point. */
    PERCENT,
    /** A whole number. */
    MONTHS,
    /** {@code yes} or {@code no}; absent is neither. */
    YES_NO
  }

  /** The sections of a record for people. */
  public enum Group {
    TITLE,
    PROCESS,
    MANAGEMENT,
    CHARACTER,
    TERRITORY,
    OUTCOME,
    CREDITS;

    public String key() {
      return Key.camel(this);
    }
  }

  private final String key = Key.camel(this);
  private final String sourceLabel;
  private final Kind kind;
  private final Group group;

  RecordField(String sourceLabel, Kind kind, Group group) {
    this.sourceLabel = sourceLabel;
    this.kind = kind;
    this.group = group;
  }

  /** Returns the field's name in JSON and in the API, and in messages after {@code field.}. */
  @Override
  public String key() {
    return key;
  }

  /** Returns the label in the Osservatorio's scheda. */
  public String sourceLabel() {
    return sourceLabel;
  }

  public Kind kind() {
    return kind;
  }

  public Group group() {
    return group;
  }
}
