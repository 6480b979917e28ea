/**
 * The lineage model: jobs, runs, datasets and the facets that describe them, as OpenLineage defines
 * the words. Values only; nothing here reads, writes or knows a format.
 */
package io.spoor.model;
