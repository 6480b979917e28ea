/**
 * What the bytes of a file tell: its format, its columns where the content names them, and its rows
 * as hashes of their values. Bytes are parsed, never deserialised, may break off anywhere, and what
 * is not certain is left out. Stateless; Spoor's thread.
 */
package io.spoor.content;
