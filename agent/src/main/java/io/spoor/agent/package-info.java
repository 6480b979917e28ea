/**
 * The runtime on Spoor's own thread: takes what the job's threads handed over, names it, asks the
 * SQL scanner, keeps the ledger, infers flows and reports the run. Loaded at the job's first
 * access; every class here runs cold and once in a short job, so it keeps away from what is slow to
 * start: lambdas, streams, String.format, regular expressions.
 */
package io.spoor.agent;
