package io.spoor.ledger;

import io.spoor.model.DatasetId;
import io.spoor.model.Facet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * One unit's use of one dataset in one direction. Counts only grow; ticks are the logical time of
 * {@code SpoorHooks.CLOCK}. Spoor's thread only.
 */
public final class Access {

  /** What kind of thing the dataset is, as OpenLineage's datasetType names it. */
  public enum Kind {
    TABLE,
    VIEW,
    FILE
  }

  /** Places kept of one dataset. */
  public static final int SITES = 3;

  /** Columns kept of one dataset. */
  public static final int COLUMNS = 5000;

  private final boolean output;
  private final Kind kind;
  private final LeftOut columnsLeftOut;
  private final Map<String, Column> columns = new LinkedHashMap<String, Column>();
  private DatasetId id;
  private String source;
  private String format;
  private long operations;
  private long rows;
  private long bytes;
  private boolean rowsKnown;
  private boolean bytesKnown;
  private long first = Long.MAX_VALUE;
  private long last;
  private long firstMillis;
  private long lastMillis;
  private long unbound;
  private boolean throughJob;
  private String program;
  private boolean isData;
  private boolean gone;
  private boolean uncommitted;
  private boolean opened;
  private int streams;
  private int countedStreams;
  private long records;
  private int estimatedStreams;
  private long estimate;
  private long examined;
  private Members members;
  private DatasetId previous;
  private Access heir;
  private String version;
  private DatasetId link;
  private Facet model;
  private String serialisedClass;
  private final Set<String> sites = new LinkedHashSet<String>(2);

  Access(DatasetId id, boolean output, Kind kind, LeftOut columnsLeftOut) {
    this.columnsLeftOut = columnsLeftOut;
    this.id = id;
    this.output = output;
    this.kind = kind;
  }

  /** Notes operations between two ticks, as seen now. */
  public void used(long operations, long firstTick, long lastTick) {
    this.operations += operations;
    lastMillis = System.currentTimeMillis();
    firstMillis = firstMillis == 0 ? lastMillis : firstMillis;
    first = Math.min(first, firstTick);
    last = Math.max(last, lastTick);
  }

  /** It was opened and closed again. */
  public void opened() {
    opened = true;
    addBytes(0);
  }

  /** Whether nothing was read or written of what was opened. */
  public boolean isEmpty() {
    return operations == 0;
  }

  /** Adds rows read or changed. */
  public void addRows(long more) {
    rows += more;
    rowsKnown = true;
  }

  /** One more stream of a file is read or written. */
  public void addStream() {
    streams++;
  }

  /** A stream of text was seen whole, and has so many records. */
  public void addRecords(long ofStream) {
    countedStreams++;
    records += ofStream;
  }

  /**
   * A stream of text was seen in part.
   *
   * @param ofStream about how many records it has; negative when nothing is known
   * @param bytes that were seen
   */
  public void addEstimate(long ofStream, long bytes) {
    if (ofStream >= 0) {
      estimatedStreams++;
      estimate += ofStream;
      examined += bytes;
    }
  }

  /** Adds bytes read or written. */
  public void addBytes(long more) {
    bytes += more;
    bytesKnown = true;
  }

  /** The data passed through the job's own code, rather than inside a database or a copy call. */
  public void throughJob() {
    throughJob = true;
  }

  /**
   * It was used so much more outside of transactions that are known; less than 0 when some of what
   * was told so has turned out to be within.
   */
  public void unbound(long more) {
    unbound += more;
  }

  /** Whether no use is known that was outside of the transactions which are known. */
  public boolean isBound() {
    return unbound == 0;
  }

  /**
   * Read by the job, whose program it is a part of by its name.
   *
   * @param what for users
   */
  public void readAsProgram(String what) {
    program = what;
  }

  /** Used as data, whatever its name says. */
  public void usedAsData() {
    isData = true;
  }

  /** What sort of program it is; null when it is data. */
  public String program() {
    return isData ? null : program;
  }

  /** A column that was seen; a type that is known now replaces none. */
  public void addColumn(Column column) {
    Column known = columns.get(column.name());
    if (known == null && columns.size() >= COLUMNS) {
      columnsLeftOut.add(this, column.name());
    } else if (known == null || (known.type() == null && column.type() != null)) {
      columns.put(column.name(), column);
    }
  }

  /** Where the dataset lies: an address without credentials. */
  public void setSource(String uri) {
    source = uri;
  }

  /** The file format, as OpenLineage's storage facet names it. */
  public void setFormat(String name) {
    format = name;
  }

  /** About how many bytes this takes. */
  long heapBytes() {
    long bytes = 400L + id.namespace().length() + id.name().length();
    for (Column column : columns.values()) {
      bytes += 150L + column.name().length();
    }
    return members == null ? bytes : bytes + members.heapBytes();
  }

  void renamed(DatasetId other) {
    id = other;
    if (members != null) {
      members.renamed(other.name());
    }
  }

  void setMembers(Members all) {
    members = all;
  }

  /** The files that the dataset consists of; null when it is one file, or none at all. */
  public Members members() {
    return members;
  }

  /** Lies where a committer gathers files: no output before it puts them into their place. */
  public void setUncommitted(boolean isUncommitted) {
    uncommitted = isUncommitted;
  }

  public boolean isUncommitted() {
    return uncommitted;
  }

  /** The dataset is one that was there before under another name. */
  public void renamedFrom(DatasetId before) {
    previous = before;
  }

  /** The name that it had before the run renamed it; null when it did not. */
  public DatasetId previous() {
    return previous;
  }

  /** What tells this state of the dataset from others. */
  public void setVersion(String text) {
    version = text;
  }

  /** Null when it is not known. */
  public String version() {
    return version;
  }

  /** Where a path with links leads to; null when it has none. */
  public void setLink(DatasetId target) {
    link = target;
  }

  public DatasetId link() {
    return link;
  }

  /** The dataset is a model of a machine-learning library. */
  public void setModel(Facet facet) {
    model = facet;
  }

  /** What is known of the model that it is; null when it is none. */
  public Facet model() {
    return model;
  }

  /** The file begins with an object that Java has serialised. */
  public void setSerialisedClass(String name) {
    serialisedClass = name;
  }

  /** Name of the class of that object; null when there is none. */
  public String serialisedClass() {
    return serialisedClass;
  }

  /** A place in the application that used it, as a stack trace has it. */
  public void addSite(String frame) {
    if (sites.size() < SITES) {
      sites.add(frame);
    }
  }

  /** The first of the places that used it. */
  public Collection<String> sites() {
    return Collections.unmodifiableCollection(sites);
  }

  /** The access that this one has become a part of; itself while it stands for itself. */
  public Access current() {
    Access current = this;
    while (current.heir != null) {
      current = current.heir;
    }
    return current;
  }

  void setGone(boolean isGone) {
    gone = isGone;
  }

  void merge(Access other) {
    long earliest = firstMillis == 0 ? other.firstMillis : Math.min(firstMillis, other.firstMillis);
    used(other.operations, other.first, other.last);
    firstMillis = earliest == 0 ? firstMillis : earliest;
    rows += other.rows;
    bytes += other.bytes;
    rowsKnown |= other.rowsKnown;
    bytesKnown |= other.bytesKnown;
    throughJob |= other.throughJob;
    unbound += other.unbound;
    streams += other.streams;
    countedStreams += other.countedStreams;
    records += other.records;
    estimatedStreams += other.estimatedStreams;
    estimate += other.estimate;
    examined += other.examined;
    opened |= other.opened;
    isData |= other.isData;
    program = program == null ? other.program : program;
    source = source == null ? other.source : source;
    format = format == null ? other.format : format;
    previous = previous == null ? other.previous : previous;
    model = model == null ? other.model : model;
    serialisedClass = serialisedClass == null ? other.serialisedClass : serialisedClass;
    if (other.members != null && members == null) {
      members = other.members;
    } else if (other.members != null) {
      members.merge(other.members);
    }
    other.heir = this;
    for (String site : other.sites) {
      addSite(site);
    }
    for (Column column : other.columns.values()) {
      addColumn(column);
    }
  }

  public DatasetId id() {
    return id;
  }

  public boolean isOutput() {
    return output;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether it is there to be told of: used, or opened at least, and not gone. */
  public boolean isUsed() {
    return (operations > 0 || opened) && !gone && !uncommitted;
  }

  /** Whether the dataset was removed again by the run that made it. */
  public boolean isGone() {
    return gone;
  }

  public boolean isThroughJob() {
    return throughJob;
  }

  /** Tick of the first use; of an input, before which nothing can depend on it. */
  public long first() {
    return first;
  }

  /** Tick of the last use; of an output, after which nothing can feed it. */
  public long last() {
    return last;
  }

  /** When the first operation was seen, in milliseconds since 1970; 0 before. */
  public long firstMillis() {
    return firstMillis;
  }

  /** When the last operation was seen, in milliseconds since 1970; 0 before the first. */
  public long lastMillis() {
    return lastMillis;
  }

  /** Rows, or -1 when they were not counted. */
  public long rows() {
    if (!rowsKnown && streams > 0 && countedStreams == streams) {
      return records;
    }
    return rowsKnown ? rows : -1;
  }

  /** About how many records there are, where they were not all counted; -1 when it is not known. */
  public long estimatedRecords() {
    boolean isKnown =
        !rowsKnown && estimatedStreams > 0 && countedStreams + estimatedStreams == streams;
    return isKnown ? records + estimate : -1;
  }

  /** From how many bytes of those streams that were not seen whole the estimate is. */
  public long examinedBytes() {
    return examined;
  }

  /** Bytes, or -1 when they were not counted. */
  public long bytes() {
    return bytesKnown ? bytes : -1;
  }

  /** Address of the data source; null when unknown. */
  public String source() {
    return source;
  }

  /** File format; null when unknown. */
  public String format() {
    return format;
  }

  /** Columns in the order in which they were seen. */
  public Collection<Column> columns() {
    return Collections.unmodifiableCollection(columns.values());
  }
}
