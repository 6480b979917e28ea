/** What the JDK has and javac does not show: see {@link jdk.internal.misc.Unsafe}. */
package jdk.internal.misc;
