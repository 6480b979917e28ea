package io.spoor.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a statement does with the state of its connection: what it leaves for the statements after
 * it, or takes from those before. Immutable.
 */
public final class SessionEffect {

  /** The kinds of effects. */
  public enum Kind {
    /** Unqualified names mean other tables from now on: {@link SessionEffect#defaults()}. */
    DEFAULTS,
    /** Unqualified names mean again what they meant when the connection was opened. */
    RESET,
    /** Creates a table or view that only this connection sees: the statement's first output. */
    CREATE_TEMPORARY,
    /** Gives a statement a name: {@link SessionEffect#name()}, {@link SessionEffect#script()}. */
    PREPARE,
    /** Keeps a text in a variable of the server. */
    VARIABLE,
    /** Runs what a name or variable stands for. */
    EXECUTE,
    /** Forgets a prepared name, or all when the name is null. */
    DEALLOCATE,
    /** Forgets temporary tables, prepared names and defaults. */
    DISCARD
  }

  private final Kind kind;
  private final String name;
  private final SqlScript script;
  private final String variable;
  private final List<SchemaName> defaults;
  private final boolean local;

  private SessionEffect(
      Kind kind,
      String name,
      SqlScript script,
      String variable,
      List<SchemaName> defaults,
      boolean local) {
    this.kind = kind;
    this.name = name;
    this.script = script;
    this.variable = variable;
    this.local = local;
    this.defaults = Collections.unmodifiableList(new ArrayList<SchemaName>(defaults));
  }

  static SessionEffect of(Kind kind) {
    return named(kind, null);
  }

  static SessionEffect named(Kind kind, String name) {
    return new SessionEffect(kind, name, null, null, Collections.<SchemaName>emptyList(), false);
  }

  static SessionEffect text(Kind kind, String name, SqlScript script) {
    return new SessionEffect(kind, name, script, null, Collections.<SchemaName>emptyList(), false);
  }

  /** PREPARE name FROM @variable. */
  static SessionEffect fromVariable(String name, String variable) {
    return new SessionEffect(
        Kind.PREPARE, name, null, variable, Collections.<SchemaName>emptyList(), false);
  }

  static SessionEffect defaults(List<SchemaName> defaults, boolean local) {
    return new SessionEffect(Kind.DEFAULTS, null, null, null, defaults, local);
  }

  public Kind kind() {
    return kind;
  }

  /** The prepared name or variable; null for other kinds, and where all names are meant. */
  public String name() {
    return name;
  }

  /** What a prepared name or variable stands for; null when its text is not known. */
  public SqlScript script() {
    return script;
  }

  /** The variable whose text is prepared, or null. */
  String variable() {
    return variable;
  }

  /**
   * Where unqualified names are looked for, in that order; the first is where tables are created.
   * Empty for all kinds but {@link Kind#DEFAULTS}.
   */
  public List<SchemaName> defaults() {
    return defaults;
  }

  /** Whether the defaults hold only until the transaction ends: SET LOCAL. */
  public boolean isLocal() {
    return local;
  }

  @Override
  public String toString() {
    return (local ? "LOCAL " : "")
        + kind
        + (name == null ? "" : " " + name)
        + (defaults.isEmpty() ? "" : " " + defaults);
  }
}
