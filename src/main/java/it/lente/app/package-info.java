/**
 * The commands: arguments and settings in, the other rooms put together, an exit code out. The only
 * room that says which engine is used.
 */
package it.lente.app;
