package io.spoor.sql;

/** What a statement does, as far as lineage asks. */
public enum StatementKind {
  /** A query whose rows go to the caller; also VALUES and TABLE t. */
  SELECT,
  INSERT,
  UPDATE,
  DELETE,
  MERGE,
  /** REPLACE INTO, UPSERT. */
  REPLACE,
  /** CREATE TABLE from a query or a copy of another table's rows. */
  CREATE_TABLE_AS,
  /** A view, materialised or not. */
  CREATE_VIEW,
  SELECT_INTO,
  /** COPY, LOAD DATA, UNLOAD, EXPORT DATA, INSERT OVERWRITE DIRECTORY. */
  COPY,
  TRUNCATE,
  /** CREATE TABLE without rows. */
  CREATE_TABLE,
  DROP,
  ALTER,
  /** The first input becomes the first output, the second the second, and so on. */
  RENAME,
  /** The first output and the second exchange their rows, or a part of them. */
  SWAP,
  /** A stored routine or dynamic SQL; what it reads and writes is not known. */
  CALL,
  /** Only describes a plan or the catalogue. */
  EXPLAIN,
  /** USE, SET, RESET, PREPARE, DEALLOCATE: changes the session. */
  SESSION,
  TRANSACTION,
  /** Defines a routine or trigger; its body does not run now. */
  CREATE_ROUTINE,
  OTHER
}
