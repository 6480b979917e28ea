/**
 * What a unit of work did: one {@link io.spoor.ledger.Access} a dataset and direction, and the
 * edges that are known for certain. Filled and read on Spoor's thread alone; flow inference starts
 * from here.
 */
package io.spoor.ledger;
