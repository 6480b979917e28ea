/** Tests of the settings. */
package io.spoor.settings;
