/**
 * Spoor's own log: sentences for the person who runs the job. It is bounded, never fails, and never
 * touches the job's output.
 */
package io.spoor.log;
