/**
 * Files and folders that only their owner may read, the folder of last resort, and why an operation
 * on a file failed, in words.
 */
package io.spoor.files;
