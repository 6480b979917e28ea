/** The build step that lays out the agent jar. Not in the jar. */
package io.spoor.build;
