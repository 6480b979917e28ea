/**
 * The JDK itself: file streams, channels and file operations, and the end of the JVM. Measured
 * choke points, matched by name and descriptor prefix because signatures of JDK-internal methods
 * drift from release to release.
 */
package io.spoor.instrumentation.jdk;
