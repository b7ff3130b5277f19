package it.lente.importing;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;

/** Checks that an address leads out of this machine and its network. */
final class PublicAddresses {

  private PublicAddresses() {}

  /**
   * Resolves a host, and refuses it if one of its addresses is not public.
   *
   * @throws IOException if the host is unknown
   */
  static void check(URI address, FetchLimits limits) throws IOException, FetchRefusedException {
    String scheme = address.getScheme();
    if (!"http".equals(scheme) && !"https".equals(scheme)) {
      throw new FetchRefusedException("no web address");
    }
    if (!limits.allows(address.getHost())) {
      throw new FetchRefusedException(
          "the host " + address.getHost() + " is not allowed: name it with --hosts");
    }
    for (InetAddress each : InetAddress.getAllByName(address.getHost())) {
      if (!limits.privateAddresses() && !isPublic(each)) {
        throw new FetchRefusedException(
            "the host " + address.getHost() + " is inside this machine or its network");
      }
    }
  }

  private static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xFF;
    int second = bytes[1] & 0xFF;
    boolean reserved =
        address instanceof Inet6Address
            // fc00::/7 is private, 64:ff9b::/96, 2002::/16 and 2001::/32 embed addresses of IPv4.
            ? (first & 0xFE) == 0xFC || isEmbedding(first, second, bytes)
            : first == 0
                || first >= 240
                || (first == 100 && (second & 0xC0) == 64)
                || (first == 192 && second == 0)
                || (first == 198 && (second & 0xFE) == 18);
    return !reserved
        && !address.isAnyLocalAddress()
        && !address.isLoopbackAddress()
        && !address.isLinkLocalAddress()
        && !address.isSiteLocalAddress()
        && !address.isMulticastAddress();
  }

  private static boolean isEmbedding(int first, int second, byte[] bytes) {
    return (first == 0 && second == 0x64)
        || (first == 0x20 && second == 0x02)
        || (first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0)
        || first == 0;
  }
}
