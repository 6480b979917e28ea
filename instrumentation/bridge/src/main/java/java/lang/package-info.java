/**
 * Spoor's bridge: the few classes that the agent defines in java.base, so that woven code of the
 * JDK and of any class loader can call them. They are in package java.lang because a class can only
 * be defined into a package of its lookup class, and java.lang is there in every image.
 */
package java.lang;
