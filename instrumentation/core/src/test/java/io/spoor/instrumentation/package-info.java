/** Tests of what is woven and of names. */
package io.spoor.instrumentation;
