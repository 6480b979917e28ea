/** Tests of the build step. */
package io.spoor.build;
