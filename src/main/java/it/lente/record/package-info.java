/**
 * The words of the house: what a process record, its years, its places, its attachments and a
 * question are. Values only; this room reads nothing and knows no other room.
 */
package it.lente.record;
