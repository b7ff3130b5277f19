/** What the hot paths cost, for bench/jmh: see bench/README.md. */
package it.lente.bench;
