/** What tests of several modules need to judge events by: OpenLineage's own client and schemas. */
package io.spoor.testing;
