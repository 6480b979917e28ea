/** What the JDK has and javac does not show: see {@link sun.misc.Unsafe}. */
package sun.misc;
