/**
 * Finds which columns of one table of sampled rows are in another: rows of both are linked, by a
 * value that both have, by what a thread had read when it wrote, or by their place, and then
 * columns are compared that agree on the linked rows far more often than chance would have it.
 */
package io.spoor.flow;
