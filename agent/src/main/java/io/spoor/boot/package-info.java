/**
 * What the JVM meets first: premain, agentmain and the command line's main, in the application's
 * class loader. They do the least: decide whether to run at all, define the bridge, register the
 * weaver. Everything else is loaded by {@link io.spoor.boot.IsolatedLoader} when the job touches
 * data. Nothing here uses logging, nio, lambdas or reflection on the job's classes.
 */
package io.spoor.boot;
