/**
 * The engine of a cluster: the cluster finds, filters, counts and scores processes, Lente counts
 * occurrences and makes hits and excerpts with the positions that it fetches together with them. No
 * query of a cluster passes beyond this package.
 */
package it.lente.engine.opensearch;
