/**
 * Small jobs, one idea each, as plain as their names. They know nothing of Spoor, run on Java 8 and
 * later, finish within two seconds and print what they did.
 */
package jobs;
