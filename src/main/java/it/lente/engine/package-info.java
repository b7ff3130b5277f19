/**
 * Interfaces and values between Lente and the engine that has the index. A {@link
 * it.lente.engine.SearchEngine} answers questions, a {@link it.lente.engine.RecordWriter} writes
 * records; questions and answers are values. No engine's raw queries pass through this package. The
 * tests in {@code EngineContract} and its extensions define what an engine must do.
 */
package it.lente.engine;
