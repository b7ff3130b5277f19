/**
 * The small door between Lente and whatever holds the index. A {@link it.lente.engine.SearchEngine}
 * answers, a {@link it.lente.engine.RecordWriter} takes records in; questions and answers are
 * values. No raw query of an engine passes here. What an engine must keep to is written as tests in
 * {@code SearchEngineContract}.
 */
package it.lente.engine;
