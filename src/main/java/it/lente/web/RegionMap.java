package it.lente.web;

import it.lente.engine.FacetCount;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import it.lente.search.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regions of Italy as tiles, about where they are on a map.
 *
 * @param tiles from north to south
 */
record RegionMap(List<Tile> tiles) {

  /** Number of regions with a process from which on a map is worth its room. */
  private static final int WIDE = 3;

  private static final int SHADES = 5;

  /** The regions, by the letters on their tiles. */
  private enum Region {
    VDA("valle d aosta", 0, 0),
    TAA("trentino alto adige", 2, 0),
    FVG("friuli venezia giulia", 3, 0),
    PIE("piemonte", 0, 1),
    LOM("lombardia", 1, 1),
    VEN("veneto", 2, 1),
    LIG("liguria", 0, 2),
    EMR("emilia romagna", 1, 2),
    TOS("toscana", 1, 3),
    UMB("umbria", 2, 3),
    MAR("marche", 3, 3),
    LAZ("lazio", 2, 4),
    ABR("abruzzo", 3, 4),
    MOL("molise", 4, 4),
    SAR("sardegna", 0, 5),
    CAM("campania", 3, 5),
    BAS("basilicata", 4, 5),
    PUG("puglia", 5, 5),
    CAL("calabria", 4, 6),
    SIC("sicilia", 3, 7);

    private final String name;
    private final int column;
    private final int row;

    Region(String name, int column, int row) {
      this.name = name;
      this.column = column;
      this.row = row;
    }

    /** Returns whether this is its name, perhaps with that in another language after it. */
    private boolean isNamed(String value) {
      return Facet.PLACE.identity(value.replaceAll("['’-]", " ")).startsWith(name);
    }
  }

  /**
   * A region.
   *
   * @param name as the collection spells it, the empty string if it has no process
   * @param shade from 1 to 5, the darkest for the most processes; 0 for none
   * @param address the list of its processes, null if there are none or no room for addresses
   */
  record Tile(
      String code, int column, int row, String name, int count, int shade, String address) {}

  /**
   * Returns the map, empty if no region has a process.
   *
   * @param answer with all places
   * @param list the address of the list that a tile narrows
   */
  static Optional<RegionMap> of(Answer answer, Address list) {
    List<FacetCount> regions =
        answer.result().facets().get(Facet.PLACE).values().stream()
            .filter(place -> place.count() > 0 && TreePath.parse(place.value()).names().size() == 1)
            .toList();
    int most = regions.stream().mapToInt(FacetCount::count).max().orElse(0);
    FacetView.Links links = FacetView.Links.of(list, Facet.PLACE, Region.values().length);
    List<Tile> tiles =
        Stream.of(Region.values()).map(region -> tile(region, regions, most, links)).toList();
    return tiles.stream().allMatch(tile -> tile.count() == 0)
        ? Optional.empty()
        : Optional.of(new RegionMap(tiles));
  }

  private static Tile tile(
      Region region, List<FacetCount> regions, int most, FacetView.Links links) {
    return regions.stream()
        .filter(each -> region.isNamed(each.value()))
        .findFirst()
        .map(each ->
            new Tile(
                region.name(),
                region.column,
                region.row,
                each.value(),
                each.count(),
                Math.ceilDiv(each.count() * SHADES, most),
                links.only(each.value())))
        .orElse(new Tile(region.name(), region.column, region.row, "", 0, 0, null));
  }

  /** Returns whether enough regions have a process. */
  boolean isWide() {
    return tiles.stream().filter(tile -> tile.count() > 0).count() >= WIDE;
  }
}
