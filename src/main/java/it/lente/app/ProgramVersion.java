package it.lente.app;

import picocli.CommandLine.IVersionProvider;

/** Returns the version in the jar's manifest. */
final class ProgramVersion implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"lente " + number()};
  }

  /** Returns the number alone. */
  static String number() {
    String version = ProgramVersion.class.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
