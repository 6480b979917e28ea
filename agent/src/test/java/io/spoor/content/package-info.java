/** Tests of what bytes tell. */
package io.spoor.content;
