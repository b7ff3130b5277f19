package it.lente.web;

/** A link to another page: one above this page, in the menu, or one to go on with. */
record Crumb(String label, String address) {}
