/**
 * Takes exports of other systems, and writes JSON Lines and manifests that {@code source} reads and
 * people can correct. Knows no index and no engine.
 */
package it.lente.importing;
