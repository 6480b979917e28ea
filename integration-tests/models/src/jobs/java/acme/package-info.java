/** A library as a company has its own: a store of rows, a scorecard, a channel for results. */
package acme;
