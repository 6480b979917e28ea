/**
 * The weaver: which classes are looked at (by name first), what is woven into which method, and
 * how. Woven code is one static call to {@code java.lang.SpoorHooks} with arguments of java.base.
 * These classes run inside class loading, in the application's class loader: no lambdas, no
 * logging, no lock that is held while another class loads.
 */
package io.spoor.boot.weave;
