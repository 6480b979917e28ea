/** Where units of work begin and end, and how they are followed from thread to thread. */
package io.spoor.instrumentation.units;
