/**
 * The settings: one table that names, explains and defaults them all, and their values in one JVM,
 * looked up in agent arguments, system properties, the environment and {@code spoor.properties}.
 */
package io.spoor.settings;
