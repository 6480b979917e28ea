/**
 * What a job remembers from run to run, where {@code flows.remember} is on: which columns were
 * explained and which were not, so that the latter are sampled more next time, and keyed hashes of
 * some values of its outputs, so that another job that reads them under another name can say so.
 * The key is a file outside of home. Spoor's thread only.
 */
package io.spoor.memory;
