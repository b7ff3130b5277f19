/**
 * The JSON API and the pages: reads HTTP requests, asks {@link it.lente.search}, and writes JSON or
 * HTML. There is one table of routes, and one class turns errors into responses. This package never
 * writes or parses a file of the collection.
 */
package it.lente.web;
