package it.lente.source;

import static org.assertj.core.api.Assertions.assertThat;

import it.lente.record.TreePath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesAndThemesTest {

  @TempDir Path folder;
  private GivenFolder given;

  @BeforeEach
  void folders() {
    given = new GivenFolder(folder);
  }

  @Test
  void the_tables_hold_all_provinces_and_a_province_for_each_municipality() {
    assertThat(Gazetteer.ITALY.provinces()).isEqualTo(107);
    assertThat(Gazetteer.ITALY.province("Sud Sardegna").orElseThrow().code()).isEqualTo("SU");
    assertThat(Gazetteer.ITALY.municipalities("Carbonia").getFirst().province().code())
        .isEqualTo("SU");
  }

  @Test
  void an_address_names_its_municipality_in_many_ways() {
    assertAddress(
        "Piazza Finta 2G, Vimercate (MB)", "Lombardia > Monza e della Brianza > Vimercate");
    assertAddress("Via Finta, 6, 40124 Bologna", "Emilia-Romagna > Bologna > Bologna");
    assertAddress(
        "Piazza Finta, n.7, 47841 Cattolica, RN, Italia", "Emilia-Romagna > Rimini > Cattolica");
    assertAddress(
        "Via Finta, 1, 42030 Vezzano Sul Crostolo, RE, Italia",
        "Emilia-Romagna > Reggio nell'Emilia > Vezzano sul Crostolo");
    assertAddress("Corso Finto 3 - 10121 TORINO TO", "Piemonte > Torino > Torino");
    assertAddress(
        "Via Finta 1, Reggio Emilia", "Emilia-Romagna > Reggio nell'Emilia > Reggio nell'Emilia");
  }

  @Test
  void a_municipality_that_is_on_no_list_is_placed_by_its_postcode() {
    assertAddress(
        "Via Finta, 36, 42032, BORGO FINTO SUL SECCHIA",
        "Emilia-Romagna > Reggio nell'Emilia > Borgo Finto sul Secchia");
  }

  @Test
  void an_old_province_code_is_overruled_by_the_table() {
    assertAddress("Via Finta 1, Vimercate (MI)", "Lombardia > Monza e della Brianza > Vimercate");
  }

  @Test
  void a_name_that_two_municipalities_bear_needs_a_province() {
    assertThat(places("Indirizzo", "Via Finta 1, Castro")).isEmpty();
    assertAddress("Via Finta 1, Castro (BG)", "Lombardia > Bergamo > Castro");
  }

  @Test
  void a_street_is_no_municipality() {
    assertThat(places("Indirizzo", "Via Roma, 3")).isEmpty();
  }

  @Test
  void the_territory_comes_before_the_address() {
    assertThat(
            places(
                "Indirizzo",
                "Via Finta, 40124 Bologna",
                "Territorio Interessato",
                "Regione",
                "Emilia-Romagna",
                "Provincia",
                "Modena",
                "Comune",
                "Formigine / Maranello"))
        .containsExactly(
            "Emilia-Romagna > Modena > Formigine", "Emilia-Romagna > Modena > Maranello");
  }

  @Test
  void a_region_alone_is_made_narrower_by_the_address() {
    assertThat(places("Regione", "Emilia Romagna", "Indirizzo", "Via Finta, 40124 Bologna"))
        .containsExactly("Emilia-Romagna > Bologna > Bologna");
    assertThat(places("Regione", "Emilia Romagna")).containsExactly("Emilia-Romagna");
  }

  @Test
  void topics_hang_under_the_only_scope() {
    assertThat(themes("Ambito di intervento", "ambiente", "Tematica specifica", "Parchi, Acqua"))
        .containsExactly("Ambiente > Parchi", "Ambiente > Acqua");
    assertThat(themes("Ambito di intervento", "Welfare")).containsExactly("Welfare");
  }

  @Test
  void topics_stand_alone_under_several_scopes_or_none() {
    assertThat(
            themes("Ambito di intervento", "Ambiente / Territorio", "Tematica specifica", "Parchi"))
        .containsExactly("Ambiente", "Territorio", "Parchi");
    assertThat(themes("Tematica specifica", "Parchi")).containsExactly("Parchi");
  }

  private void assertAddress(String address, String place) {
    assertThat(places("Indirizzo", address)).as(address).containsExactly(place);
  }

  private List<String> places(String... lines) {
    return given.scheda(lines).derived().places().stream().map(TreePath::value).toList();
  }

  private List<String> themes(String... lines) {
    return given.scheda(lines).derived().themes().stream().map(TreePath::value).toList();
  }
}
