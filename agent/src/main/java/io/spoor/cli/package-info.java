/**
 * The command line of the agent's jar: {@code show}, {@code sql}, {@code doctor}, {@code attach}.
 * It runs in a JVM of its own, never inside a job, so it may use what the job's side may not
 * (Jackson's tree, lambdas, formatters). One class is one command; {@link io.spoor.cli.RunView} is
 * what a run looks like to all renderers, one renderer is one output format.
 */
package io.spoor.cli;
