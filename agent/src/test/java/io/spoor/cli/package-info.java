/** The command line, tested through its entry point over stores written by hand. */
package io.spoor.cli;
