/** Tests of the ledger. */
package io.spoor.ledger;
