/**
 * Parquet's and ORC's Java libraries: which columns a file has, which stands at the file's end and
 * so passes where nobody looks. The bytes themselves are read and written through the JDK.
 */
package io.spoor.instrumentation.columnar;
