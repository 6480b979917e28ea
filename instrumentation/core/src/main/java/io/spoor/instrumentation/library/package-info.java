/**
 * Libraries that are described by text instead of code: which method reads, trains, saves,
 * predicts, and where in the call the path, the data or the model is. The build compiles Spoor's
 * own descriptions, the agent at its start those that the user names.
 */
package io.spoor.instrumentation.library;
