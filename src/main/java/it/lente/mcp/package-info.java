/**
 * Gives assistants the search as tools of the Model Context Protocol, over streams and over HTTP.
 * Only reads, and only through {@link it.lente.search.Search}. Nothing but this room names the
 * protocol's library.
 */
package it.lente.mcp;
