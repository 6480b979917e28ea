/**
 * Reads SQL text and says which tables and files a statement reads and writes.
 *
 * <p>A tolerant scanner, not a grammar: {@link io.spoor.sql.Lexer} makes tokens, {@link
 * io.spoor.sql.Splitter} cuts statements, {@link io.spoor.sql.StatementReader} and the readers
 * beside it recognise heads and clauses and build {@link io.spoor.sql.Query queries} and {@link
 * io.spoor.sql.Scope scopes}. A clause that is not known is stepped over, so one new word of a
 * dialect does not lose the statement. Everything is a pure function of its arguments, safe on any
 * thread, without recursion over the nesting of the text. {@link io.spoor.sql.SqlLineage} is the
 * entry, {@link io.spoor.sql.SqlText} makes text that may leave the process.
 */
package io.spoor.sql;
