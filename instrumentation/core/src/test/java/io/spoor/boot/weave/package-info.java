/** Tests of the weaver: in this JVM, and in JVMs of every JDK found. */
package io.spoor.boot.weave;
