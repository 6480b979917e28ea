/**
 * Files and folders that only their owner may read, and why an operation on one failed, in words.
 */
package io.spoor.files;
