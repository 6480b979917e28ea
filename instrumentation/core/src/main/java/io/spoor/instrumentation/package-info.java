/**
 * What is woven into which library. One folder a library: a description, which the build compiles
 * into the index of hooks, and where the generic hooks are used, a handler. To add a library copy
 * the folder that is nearest to it and name the new description in {@link
 * io.spoor.instrumentation.Descriptions}.
 */
package io.spoor.instrumentation;
