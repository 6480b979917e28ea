/**
 * What the agent costs, as Markdown on stdout. {@link io.spoor.benchmark.Benchmark} compares whole
 * processes; {@link io.spoor.benchmark.HookBenchmark} runs inside one JVM with the agent and
 * switches the hooks on and off. Nothing here asserts a time.
 */
package io.spoor.benchmark;
