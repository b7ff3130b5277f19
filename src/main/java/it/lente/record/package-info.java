/**
 * Values of the domain: a process record, its years, places and attachments, and a question. This
 * package reads nothing and depends on no other.
 */
package it.lente.record;
