package io.spoor.sql;

/** The parts of a SELECT core or of a statement that writes, as far as columns stand in them. */
enum Part {
  /** The select list. */
  ITEMS,
  /** FROM and joins. */
  RELATIONS,
  /** The condition of a join or of MERGE. */
  JOIN,
  /** Rows of VALUES. */
  ROWS,
  /** The assignments of UPDATE, or of MySQL's INSERT .. SET. */
  SET,
  /** WHERE, HAVING, QUALIFY, CONNECT BY, the condition of a branch of MERGE. */
  FILTER,
  GROUP,
  SORT,
  /** Named windows. */
  WINDOWS,
  /** RETURNING or OUTPUT. */
  RETURNING,
  /** The assignments of ON CONFLICT DO UPDATE or ON DUPLICATE KEY UPDATE. */
  UPSERT,
  /** The assignments of a branch of MERGE. */
  MERGE_SET,
  /** The columns and values of a branch of MERGE, from behind the word INSERT on. */
  MERGE_INSERT,
  /** Nothing that lineage asks for. */
  OTHER
}
