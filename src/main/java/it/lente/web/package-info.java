/**
 * The JSON API and the pages: HTTP in, {@link it.lente.search} asked, JSON or HTML out. One table
 * of routes, one place where an error becomes an answer. Never writes, never parses a collection's
 * file.
 */
package it.lente.web;
