/**
 * What the JVM meets first: premain, agentmain and the command line's main in the application's
 * class loader, and from the first pack what decides whether to run at all, defines the bridge and
 * registers the weaver. Everything else is loaded by {@link io.spoor.boot.PackLoader} when the job
 * touches data. Nothing here uses logging, nio, lambdas or reflection on the job's classes.
 */
package io.spoor.boot;
