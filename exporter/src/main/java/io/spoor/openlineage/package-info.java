/**
 * OpenLineage 2-0-2: the facets Spoor fills, one small class each, and the writer that turns a run
 * event into the one line of JSON that is stored and sent.
 */
package io.spoor.openlineage;
