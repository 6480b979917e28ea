package io.spoor.boot.record;

/**
 * A catalog or schema that a connection was given for names that tell none: owner is the
 * connection, about the name as the database stores it.
 */
public final class Choice extends SpoorState {

  private final boolean isSchema;
  private final int era;

  Choice(ConnectionState connection, String name, boolean isSchema) {
    super(OPERATION, null);
    owner = connection;
    about = name;
    this.isSchema = isSchema;
    this.era = connection.era;
  }

  /** The name, not folded. */
  public String name() {
    return (String) about;
  }

  /** Whether it is a schema, else a catalog. */
  public boolean isSchema() {
    return isSchema;
  }

  /** The era of the connection that begins or goes on with it; see {@link SqlUse#era}. */
  public int era() {
    return era;
  }
}
