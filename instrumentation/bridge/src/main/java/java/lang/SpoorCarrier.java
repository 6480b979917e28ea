package java.lang;

/**
 * An object that carries its own {@link SpoorState}: the weaver lets driver classes that it sees
 * while they load implement this interface, over one synthetic transient field. Classes that were
 * loaded earlier, and serialisable ones (whose default serialVersionUID counts interfaces and
 * fields), do not carry; their state lies in the recorder's identity table.
 */
public interface SpoorCarrier {

  /** The state, or null when none was attached yet. */
  SpoorState spoor$state();

  /** Attaches a state; null detaches. */
  void spoor$state(SpoorState state);
}
