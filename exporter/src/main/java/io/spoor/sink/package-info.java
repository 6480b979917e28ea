/**
 * Sinks: where events go. The interfaces {@link io.spoor.sink.Sink}, {@link
 * io.spoor.sink.SinkFactory} and {@link io.spoor.sink.SinkContext} are all that a sink of one's own
 * needs; its jar names the factory in {@code META-INF/services/io.spoor.sink.SinkFactory} and is
 * found through the setting {@code sink.path}. {@link io.spoor.sink.Delivery} hands events to all
 * sinks so that none can hold up another, or the job.
 */
package io.spoor.sink;
