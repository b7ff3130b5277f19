/**
 * The commands: they read arguments and settings, connect the other packages and return an exit
 * code. Only this package chooses the engine.
 */
package it.lente.app;
