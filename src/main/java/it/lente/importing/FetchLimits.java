package it.lente.importing;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/**
 * What may be fetched.
 *
 * @param hosts whose files are fetched, also those below them; every other is refused
 * @param bytes greatest size of a file
 * @param patience time for one file
 * @param pages whether a web page is taken where its name promises none
 * @param privateAddresses whether addresses inside this machine or its network are asked, for tests
 */
public record FetchLimits(
    Set<String> hosts, long bytes, Duration patience, boolean pages, boolean privateAddresses) {

  public FetchLimits {
    hosts = Set.copyOf(hosts);
  }

  boolean allows(String host) {
    return host != null
        && hosts.stream()
            .anyMatch(each ->
                host.equalsIgnoreCase(each)
                    || host.toLowerCase(Locale.ROOT).endsWith("." + each.toLowerCase(Locale.ROOT)));
  }
}
