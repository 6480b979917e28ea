/**
 * Runs whole jobs in JVMs of their own, with and without the agent's jar, on every JDK found, and
 * compares everything: what the job printed, its exit code, its files, and its lineage. {@link
 * io.spoor.tests.Trial} is what a test talks to.
 */
package io.spoor.tests;
