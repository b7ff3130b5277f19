package it.lente.web;

import it.lente.engine.FacetCount;
import it.lente.engine.FacetCounts;
import it.lente.record.Facet;
import it.lente.record.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The regions of Italy as tiles, about where they are on a map, or the provinces of a region, in
 * two columns.
 *
 * @param region the region whose provinces these are, the empty string if they are regions
 * @param tiles from north to south, provinces in the order of their names
 */
record TileMap(String region, List<Tile> tiles) {

  /** Number of regions with a process from which on a map is worth its room. */
  private static final int WIDE = 3;

  private static final int SHADES = 5;

  /** Side of a region's tile with its gap, in units of the drawing. */
  private static final int SIDE = 60;

  private static final int WIDTH = 6 * SIDE;
  private static final int PROVINCES_IN_A_ROW = 2;

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
   * A region or province.
   *
   * @param label what the tile shows
   * @param x left edge, in units of the drawing
   * @param name as the collection spells it, the empty string if it has no process
   * @param shade from 1 to 5, the darkest for the most processes; 0 for none
   * @param address the list of its processes, null if there are none or no room for addresses
   */
  record Tile(
      String label, int x, int y, int width, String name, int count, int shade, String address) {

    /** Returns the middle, in units of the drawing. */
    int middle() {
      return x + width / 2;
    }
  }

  /**
   * Returns the map of the provinces of the region that alone is selected, if they have processes,
   * else that of the regions; empty if none has a process.
   *
   * @param places all places with their counts
   * @param chosen the selected places
   * @param list the address of the list that a tile narrows
   */
  static Optional<TileMap> of(FacetCounts places, List<String> chosen, Address list) {
    String region = chosen.size() == 1 && isRegion(chosen.getFirst()) ? chosen.getFirst() : "";
    List<FacetCount> provinces = region.isEmpty() ? List.of() : counted(places, region);
    return provinces.isEmpty()
        ? regions(counted(places, ""), list)
        : Optional.of(provinces(region, provinces, list));
  }

  private static boolean isRegion(String place) {
    return TreePath.parse(place).names().size() == 1
        && Stream.of(Region.values()).anyMatch(region -> region.isNamed(place));
  }

  private static List<FacetCount> counted(FacetCounts places, String parent) {
    return places.values().stream()
        .filter(place -> place.count() > 0)
        .filter(place -> TreePath.parse(place.value()).parent().equals(parent))
        .toList();
  }

  private static Optional<TileMap> regions(List<FacetCount> counted, Address list) {
    int most = most(counted);
    FacetView.Links links = links(list, Region.values().length);
    List<Tile> tiles =
        Stream.of(Region.values()).map(region -> tile(region, counted, most, links)).toList();
    return tiles.stream().allMatch(tile -> tile.count() == 0)
        ? Optional.empty()
        : Optional.of(new TileMap("", tiles));
  }

  private static Tile tile(
      Region region, List<FacetCount> regions, int most, FacetView.Links links) {
    int x = region.column * SIDE;
    int y = region.row * SIDE;
    return regions.stream()
        .filter(each -> region.isNamed(each.value()))
        .findFirst()
        .map(each ->
            new Tile(
                region.name(),
                x,
                y,
                SIDE,
                each.value(),
                each.count(),
                shade(each, most),
                links.only(each.value())))
        .orElse(new Tile(region.name(), x, y, SIDE, "", 0, 0, null));
  }

  private static TileMap provinces(String region, List<FacetCount> counted, Address list) {
    int most = most(counted);
    int width = WIDTH / PROVINCES_IN_A_ROW;
    FacetView.Links links = links(list, counted.size());
    List<FacetCount> named = counted.stream().sorted(Comparator.comparing(TileMap::label)).toList();
    List<Tile> tiles = new ArrayList<>();
    for (FacetCount each : named) {
      int x = tiles.size() % PROVINCES_IN_A_ROW * width;
      int y = tiles.size() / PROVINCES_IN_A_ROW * SIDE;
      tiles.add(
          new Tile(
              label(each),
              x,
              y,
              width,
              label(each),
              each.count(),
              shade(each, most),
              links.only(each.value())));
    }
    return new TileMap(region, List.copyOf(tiles));
  }

  private static String label(FacetCount province) {
    return TreePath.parse(province.value()).label();
  }

  private static int most(List<FacetCount> counted) {
    return counted.stream().mapToInt(FacetCount::count).max().orElse(0);
  }

  private static int shade(FacetCount place, int most) {
    return Math.ceilDiv(place.count() * SHADES, most);
  }

  private static FacetView.Links links(Address list, int number) {
    return FacetView.Links.of(list, Facet.PLACE.key(), number);
  }

  /** Returns the height of the drawing, in its units. */
  int height() {
    return tiles.stream().mapToInt(Tile::y).max().orElse(0) + SIDE;
  }

  /** Returns whether enough regions have a process. */
  boolean isWide() {
    return tiles.stream().filter(tile -> tile.count() > 0).count() >= WIDE;
  }
}
