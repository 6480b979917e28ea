/**
 * Spoor's home folder: events of runs, checkpoints of live runs, and the spool of events that a
 * sink has not taken yet. Several JVMs share a home; locks of the operating system, which a killed
 * process cannot keep, say who is alive.
 */
package io.spoor.store;
