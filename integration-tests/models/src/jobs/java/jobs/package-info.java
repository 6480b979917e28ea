/**
 * Jobs as their owners have them, without a trace of Spoor: each trains a model of one library on
 * customers that left or stayed, and scores others with it.
 */
package jobs;
