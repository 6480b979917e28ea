/** Tests of what is done with words. */
package io.spoor.text;
