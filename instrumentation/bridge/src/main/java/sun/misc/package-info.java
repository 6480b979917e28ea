/**
 * A package that module jdk.unsupported opens to everyone: the class that is defined here reaches
 * into java.base.
 */
package sun.misc;
