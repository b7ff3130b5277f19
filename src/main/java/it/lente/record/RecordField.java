package it.lente.record;

import java.util.Optional;

/**
 * The one list of what a record can say: the label of the source, the key of our JSON, how the
 * value is read and in which of the searched fields its words weigh.
 */
public enum RecordField {
  TITLE("title", "Titolo", "Title", Kind.PROSE, Group.TITLE),
  URL("url", "Indirizzo web della scheda", "Source page", Kind.LINK, Group.CREDITS),
  BADGES("badges", "Riconoscimenti", "Badges", Kind.KEYWORDS, Group.PROCESS),

  STATUS("status", "Stato di avanzamento", "Status", Kind.VOCABULARY, Group.PROCESS),
  NATURE("nature", "Natura Processo", "Nature", Kind.VOCABULARY, Group.PROCESS),
  CERTIFICATION_YEAR(
      "certificationYear",
      "Anno della certificazione",
      "Year of certification",
      Kind.YEAR,
      Group.PROCESS),
  FUNDING_YEAR("fundingYear", "Anno Finanziamento", "Year of funding", Kind.YEAR, Group.PROCESS),
  FUNDED_AMOUNT(
      "fundedAmount", "Importo finanziato dal Bando", "Amount funded", Kind.AMOUNT, Group.PROCESS),
  CO_FUNDING(
      "coFunding", "Cofinanziamento altri soggetti", "Co-funding", Kind.YES_NO, Group.PROCESS),
  CO_FUNDING_PERCENT(
      "coFundingPercent",
      "Percentuale Cofinanziamento",
      "Co-funding, per cent",
      Kind.PERCENT,
      Group.PROCESS),
  TOTAL_COST(
      "totalCost", "Costo complessivo del processo", "Total cost", Kind.AMOUNT, Group.PROCESS),
  START_YEAR("startYear", "Anno di avvio", "Start year", Kind.YEAR, Group.PROCESS),
  END_YEAR("endYear", "Anno di chiusura", "Closing year", Kind.YEAR, Group.PROCESS),
  START_DATE("startDate", "Data inizio del processo", "Start date", Kind.DATE, Group.PROCESS),
  END_DATE("endDate", "Data fine del processo", "End date", Kind.DATE, Group.PROCESS),
  DURATION_MONTHS(
      "durationMonths", "Durata (mesi)", "Duration, months", Kind.MONTHS, Group.PROCESS),
  EXTENSION(
      "extension",
      "Richiesta e concessione della proroga",
      "Extension asked and granted",
      Kind.YES_NO,
      Group.PROCESS),

  DECISION_HOLDERS(
      "decisionHolders",
      "Titolari della decisione",
      "Holders of the decision",
      Kind.KEYWORDS,
      Group.MANAGEMENT),
  BENEFICIARY(
      "beneficiary",
      "Soggetto beneficiario dei contributi",
      "Beneficiary",
      Kind.KEYWORDS,
      Group.MANAGEMENT),
  EXTERNAL_PARTIES(
      "externalParties", "Soggetti esterni", "External parties", Kind.KEYWORDS, Group.MANAGEMENT),
  PARTICIPANTS("participants", "Partecipanti", "Participants", Kind.KEYWORDS, Group.MANAGEMENT),
  RESPONSIBLE_BODY(
      "responsibleBody",
      "Struttura responsabile del processo",
      "Responsible office",
      Kind.PROSE,
      Group.MANAGEMENT),
  GUARANTEE_COMMITTEE(
      "guaranteeCommittee",
      "Comitato di Garanzia locale",
      "Local guarantee committee",
      Kind.PROSE,
      Group.MANAGEMENT),
  GUARANTEE_FUNCTIONS(
      "guaranteeFunctions",
      "Comitato di Garanzia locale - Funzioni assegnate",
      "Local guarantee committee: functions",
      Kind.PROSE,
      Group.MANAGEMENT),
  NEGOTIATION_TABLE(
      "negotiationTable",
      "Tavolo di Negoziazione",
      "Negotiation table",
      Kind.PROSE,
      Group.MANAGEMENT),
  STEERING_COMMITTEE(
      "steeringCommittee",
      "Comitato di pilotaggio",
      "Steering committee",
      Kind.PROSE,
      Group.MANAGEMENT),

  ADDRESS("address", "Indirizzo", "Address", Kind.LINE, Group.CHARACTER),
  SCOPE("scope", "Ambito di intervento", "Field of action", Kind.VOCABULARY, Group.CHARACTER),
  TOPIC("topic", "Tematica specifica", "Topic", Kind.KEYWORDS, Group.CHARACTER),
  PARTICIPATION_TYPE(
      "participationType",
      "Tipo di partecipazione",
      "Kind of participation",
      Kind.VOCABULARY,
      Group.CHARACTER),
  LEVEL(
      "level",
      "Livello di partecipazione",
      "Level of participation",
      Kind.VOCABULARY,
      Group.CHARACTER),
  WOMEN_PRESENCE(
      "womenPresence",
      "Tra i soggetti partecipanti si registra la presenza femminile",
      "Women among the participants",
      Kind.YES_NO,
      Group.CHARACTER),
  GENDER_PREVALENCE(
      "genderPrevalence",
      "Riscontro della prevalenza di genere fra i partecipanti",
      "One gender prevails among the participants",
      Kind.YES_NO,
      Group.CHARACTER),
  WORK_LIFE_BALANCE(
      "workLifeBalance",
      "Conciliazione con tempi di vita e lavoro dei partecipanti nella gestione del processo",
      "Held at times that suit work and family",
      Kind.YES_NO,
      Group.CHARACTER),
  IMPACT_MAP("impactMap", "Mappa di Impatto", "Impact map", Kind.LINK, Group.CHARACTER),
  LOGO("logo", "Logo", "Logo", Kind.LINK, Group.PROCESS),
  PHASES("phases", "Fasi del percorso", "Phases", Kind.PROSE, Group.CHARACTER),

  REGION("region", "Regione", "Region", Kind.KEYWORDS, Group.TERRITORY),
  PROVINCE("province", "Provincia", "Province", Kind.KEYWORDS, Group.TERRITORY),
  UNION("union", "Unione", "Union of municipalities", Kind.KEYWORDS, Group.TERRITORY),
  MUNICIPALITY("municipality", "Comune", "Municipality", Kind.KEYWORDS, Group.TERRITORY),
  DISTRICT("district", "Quartiere", "District", Kind.KEYWORDS, Group.TERRITORY),

  TECHNIQUES(
      "techniques", "Tecniche di Partecipazione", "Techniques", Kind.KEYWORDS, Group.CHARACTER),
  OBJECTIVES("objectives", "Obiettivi", "Objectives", Kind.PROSE, Group.OUTCOME),
  RESULTS("results", "Risultati", "Results", Kind.PROSE, Group.OUTCOME),

  REPORTED_BY(
      "reportedBy", "Processo segnalato da", "Process reported by", Kind.LINE, Group.CREDITS),
  SOURCE_NOTES(
      "sourceNotes",
      "Dettagli o note sulle fonti utilizzate",
      "Notes on the sources",
      Kind.PROSE,
      Group.CREDITS),
  REPORTER("reporter", "Segnalato da Persona", "Reported by", Kind.LINE, Group.CREDITS),
  LAST_MODIFIED("lastModified", "Data ultima modifica", "Last change", Kind.DATE, Group.CREDITS);

  /** How a value is read and written. */
  public enum Kind {
    /** Free text of any length. */
    PROSE,
    /** Free text on one line. */
    LINE,
    /** Short values, several parted by « / » or «, ». */
    KEYWORDS,
    /** Short values of a list that is known but open. */
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

  /** The sections under which people read a record. */
  public enum Group {
    TITLE("Titolo", "Title"),
    PROCESS("Processo", "Process"),
    MANAGEMENT("Gestione del processo", "Management"),
    CHARACTER("Caratteristiche", "Characteristics"),
    TERRITORY("Territorio interessato", "Territory"),
    OUTCOME("Obiettivi e risultati", "Objectives and results"),
    CREDITS("Crediti", "Credits");

    private final String italian;
    private final String english;

    Group(String italian, String english) {
      this.italian = italian;
      this.english = english;
    }

    public String label(String language) {
      return language.equals("en") ? english : italian;
    }
  }

  private final String key;
  private final String italian;
  private final String english;
  private final Kind kind;
  private final Group group;

  RecordField(String key, String italian, String english, Kind kind, Group group) {
    this.key = key;
    this.italian = italian;
    this.english = english;
    this.kind = kind;
    this.group = group;
  }

  /** The field's name in our JSON and API. */
  public String key() {
    return key;
  }

  /** The label as the Osservatorio's scheda writes it. */
  public String sourceLabel() {
    return italian;
  }

  /** The label for people; Italian unless {@code language} is «en». */
  public String label(String language) {
    return language.equals("en") ? english : italian;
  }

  public Kind kind() {
    return kind;
  }

  public Group group() {
    return group;
  }

  public static Optional<RecordField> byKey(String key) {
    for (RecordField field : values()) {
      if (field.key.equals(key)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
