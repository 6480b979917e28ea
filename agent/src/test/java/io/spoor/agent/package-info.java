/** Tests of the runtime. */
package io.spoor.agent;
