package io.spoor.benchmark;

import java.util.List;
import java.util.Map;

/**
 * A way of running a program.
 *
 * @param name as the table has it
 * @param command the JVM and its options, without class path
 * @param environment variables to add
 */
record Configuration(String name, List<String> command, Map<String, String> environment) {}
