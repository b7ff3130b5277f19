/**
 * Starts, watches and replaces the worker processes that open files, and turns their messages into
 * an {@link it.lente.record.AttachmentText}. Does not depend on the code that runs in a worker,
 * {@link it.lente.extract.reading}.
 */
package it.lente.extract.workers;
