/** Tests of premain and its parts. */
package io.spoor.boot;
