/**
 * The recorder: what happens on the job's threads. It keeps one state an object, counts in it, and
 * hands it over to Spoor's thread through a stack without locks; everything that parses, names,
 * compares or writes happens there. These classes live in the application's class loader, load in
 * premain, and use nothing but java.base (and java.sql once a driver is there).
 */
package io.spoor.boot.record;
