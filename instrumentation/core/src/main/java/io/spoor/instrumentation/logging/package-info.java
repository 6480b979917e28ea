/**
 * Logging frameworks: the methods in which they open, roll and pack their files. A log is told from
 * data by who opens it, not by its name: a job may read or write {@code orders.log} itself.
 */
package io.spoor.instrumentation.logging;
