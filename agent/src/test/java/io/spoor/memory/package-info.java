/** Tests of what is remembered from run to run. */
package io.spoor.memory;
