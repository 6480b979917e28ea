package io.spoor.boot.weave;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Which part a library class plays, of JDBC or as a file system provider, read from its header and
 * those of its super types: many drivers implement java.sql through types of their own (pgjdbc's
 * PgConnection, MySQL's ConnectionImpl). A class that holds a field of the very java.sql type it
 * implements is a delegate (pools, p6spy): its calls reach a driver's class in the end, which is
 * woven, so weaving both would count twice.
 */
final class LibraryShape {

  static final int CONNECTION = 1;
  static final int STATEMENT = 2;
  static final int PREPARED = 4;
  static final int RESULTS = 8;
  static final int DRIVER = 16;

  /** Has a field of a java.sql type that it implements. */
  static final int DELEGATE = 32;

  /** Its default serialVersionUID would change with a field or an interface. */
  static final int SERIALIZABLE = 64;

  /** A java.nio file system of its own. */
  static final int PROVIDER = 128;

  /** Its super class carries the state. */
  static final int INHERITS = 256;

  /** Hands out connections: a javax.sql.PooledConnection. */
  static final int POOLED = 512;

  /** Begins and ends branches of global transactions. */
  static final int RESOURCE = 1024;

  /** Moves rows past java.sql; known by name alone, since such classes have no type in common. */
  static final int BULK = 2048;

  /** Answers questions about the database. */
  static final int METADATA = 4096;

  static final int ROLES =
      CONNECTION
          | STATEMENT
          | PREPARED
          | RESULTS
          | DRIVER
          | PROVIDER
          | POOLED
          | RESOURCE
          | METADATA
          | BULK;

  private static final String[] WORDS = {
    "Connection",
    "Statement",
    "ResultSet",
    "Driver",
    "FileSystemProvider",
    "XAResource",
    "DatabaseMetaData"
  };
  private static final int MAX_DEPTH = 12;

  private static final String DB2 = "com/ibm/db2/jcc/";

  /** Packages of drivers whose classes are called otherwise; DB2's names are obfuscated. */
  private static final String[] CALLED_OTHERWISE = {DB2, "org/mariadb/jdbc/client/result/"};

  /** Packages whose classes are drivers, although some hold a field of the type they implement. */
  private static final String[] DRIVERS = {
    "org/apache/derby/impl/jdbc/",
    "org/apache/derby/client/",
    "org/h2/jdbc/",
    "org/hsqldb/jdbc/",
    "org/mariadb/jdbc/",
    "org/postgresql/jdbc/",
    "org/sqlite/",
    "com/ibm/db2/jcc/",
    "com/microsoft/sqlserver/jdbc/",
    "oracle/jdbc/driver/"
  };

  /** Delegates that a driver brings itself, over types of its own: what they call is woven. */
  private static final String[] WRAPPERS = {
    "org/apache/derby/iapi/jdbc/Brokered",
    "org/apache/derby/client/am/Logical",
    "org/apache/derby/client/am/CachingLogical",
    "com/microsoft/sqlserver/jdbc/SQLServerConnectionPoolProxy",
    "net/sourceforge/jtds/jdbcx/proxy/",
    "oracle/jdbc/driver/LogicalConnection",
    "oracle/jdbc/proxy/",
    "com/mysql/fabric/jdbc/",
    "com/mysql/jdbc/jdbc2/optional/",
    "com/mysql/jdbc/MultiHostMySQLConnection",
    "com/mysql/jdbc/LoadBalancedMySQLConnection",
    "com/mysql/jdbc/ReplicationMySQLConnection",
    "com/mysql/jdbc/JDBC4MultiHostMySQLConnection",
    "com/mysql/jdbc/JDBC4LoadBalancedMySQLConnection",
    "com/mysql/jdbc/JDBC4ReplicationMySQLConnection",
    "com/mysql/cj/jdbc/ConnectionWrapper",
    "com/mysql/cj/jdbc/StatementWrapper",
    "com/mysql/cj/jdbc/PreparedStatementWrapper",
    "com/mysql/cj/jdbc/CallableStatementWrapper",
    "com/mysql/cj/jdbc/SuspendableXAConnection",
    "com/mysql/cj/jdbc/ha/"
  };

  /**
   * Classes of frameworks that play a driver's part in memory, or hand on without a field of the
   * type they implement: what they reach is a driver's class, or no database at all.
   */
  private static final String[] STAND_INS = {
    "org/jooq/tools/jdbc/Mock",
    "org/jooq/impl/CursorImpl$CursorResultSet",
    "software/amazon/jdbc/wrapper/",
    "software/amazon/jdbc/plugin/",
    "com/alibaba/druid/mock/",
    "com/alibaba/druid/util/jdbc/"
  };

  /**
   * Databases that run within the job: a prefix of all their classes, then how the names of their
   * JDBC classes go on. They load a thousand others in a short job, many of them called statements
   * and connections. What else implements java.sql there is no driver: rows that the job itself
   * fills (SimpleResultSet of H2) and tables of diagnosis (Derby).
   */
  private static final String[][] EMBEDDED = {
    {"org/h2/", "jdbc/Jdbc", "jdbcx/", "Driver"},
    {"org/hsqldb/", "jdbc"},
    {"org/apache/derby/", "jdbc/", "impl/jdbc/", "iapi/jdbc/", "client/"}
  };

  /** The letters that these begin with: asked for a thousand classes, long before compilation. */
  private static final char[][] LETTERS = letters();

  private static char[][] letters() {
    char[][] letters = new char[EMBEDDED.length][];
    for (int i = 0; i < letters.length; i++) {
      letters[i] = new char[EMBEDDED[i].length];
      for (int j = 0; j < letters[i].length; j++) {
        letters[i][j] = EMBEDDED[i][j].charAt(0);
      }
    }
    return letters;
  }

  private LibraryShape() {}

  /**
   * Whether a class is one of the thousand of a database within the job and not of its JDBC
   * classes: of itself nothing of it is woven.
   */
  static boolean isWithinDatabase(String className) {
    for (int i = 0; i < EMBEDDED.length; i++) {
      if (className.startsWith(EMBEDDED[i][0])) {
        return !goesOn(className, EMBEDDED[i], LETTERS[i]);
      }
    }
    return false;
  }

  /** The cheap first question: can a class of this name play a part at all? */
  static boolean isCandidate(String className) {
    if (isWithinDatabase(className)) {
      return false;
    }
    return hasWord(className) ? !isOther(className) : startsWithAny(className, CALLED_OTHERWISE);
  }

  private static boolean goesOn(String className, String[] database, char[] letters) {
    int from = database[0].length();
    char letter = from < className.length() ? className.charAt(from) : 0;
    for (int i = 1; i < database.length; i++) {
      if (letters[i] == letter && className.startsWith(database[i], from)) {
        return true;
      }
    }
    return false;
  }

  /** Names that hold one of the words and say by their end that it is no class of that kind. */
  private static boolean isOther(String className) {
    return className.endsWith("Exception") || className.endsWith("ResultSetMetaData");
  }

  private static boolean hasWord(String className) {
    int simple = className.lastIndexOf('/') + 1;
    for (String word : WORDS) {
      if (className.indexOf(word, simple) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The roles and marks of a class; 0 for an interface. */
  static int of(ClassLoader loader, byte[] classFile) {
    ClassFile file = new ClassFile(classFile);
    if ((file.access() & ClassFile.ACC_INTERFACE) != 0) {
      return 0;
    }
    if (startsWithAny(file.className(), WRAPPERS) || startsWithAny(file.className(), STAND_INS)) {
      return 0;
    }
    int shape = ofSuperTypes(loader, file, 0);
    if ((shape & STATEMENT) != 0 && isBehindWrapper(loader, file.className())) {
      return 0;
    }
    if ((shape & ROLES) != 0
        && (startsWithAny(file.className(), DRIVERS)
            ? holdsOwnDelegate(loader, file, shape)
            : holdsDelegate(loader, file, shape))) {
      shape |= DELEGATE;
    }
    if (isCarrier(shape) && superIsCarrier(loader, file)) {
      shape |= INHERITS;
    }
    return shape;
  }

  private static boolean superIsCarrier(ClassLoader loader, ClassFile file) {
    if (!isCandidate(file.superName())) {
      return false;
    }
    ClassFile superClass = header(loader, file.superName());
    return superClass != null && isCarrier(ofSuperTypes(loader, superClass, 0));
  }

  /** The mark behind a word of the index. */
  static int named(String word) {
    switch (word) {
      case "connection":
        return CONNECTION;
      case "statement":
        return STATEMENT;
      case "prepared":
        return PREPARED;
      case "results":
        return RESULTS;
      case "driver":
        return DRIVER;
      case "metadata":
        return METADATA;
      case "inherits":
        return INHERITS;
      case "serializable":
        return SERIALIZABLE;
      case "bulk":
        return BULK;
      default:
        throw new IllegalArgumentException(word);
    }
  }

  static boolean isCarrier(int shape) {
    return (shape & (CONNECTION | STATEMENT | RESULTS | BULK)) != 0 && (shape & SERIALIZABLE) == 0;
  }

  private static boolean startsWithAny(String className, String[] prefixes) {
    for (String prefix : prefixes) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static int ofSuperTypes(ClassLoader loader, ClassFile file, int depth) {
    int shape = 0;
    boolean isObfuscated = file.className().startsWith(DB2);
    for (String type : file.interfaces()) {
      // What DB2's obfuscated classes implement of java.sql has its name; the rest is not read.
      if (!isObfuscated || hasWord(type)) {
        shape |= ofType(loader, type, depth);
      }
    }
    String superName = file.superName();
    return superName == null ? shape : shape | ofType(loader, superName, depth);
  }

  private static int ofType(ClassLoader loader, String type, int depth) {
    if (type.startsWith("java/")) {
      return ofJavaType(type);
    }
    if (type.startsWith("javax/")) {
      return ofJavaxType(type);
    }
    if (depth == MAX_DEPTH) {
      return 0;
    }
    ClassFile file = header(loader, type);
    return file == null ? 0 : ofSuperTypes(loader, file, depth + 1);
  }

  private static int ofJavaxType(String type) {
    switch (type) {
      case "javax/sql/PooledConnection":
      case "javax/sql/XAConnection":
        return POOLED;
      case "javax/transaction/xa/XAResource":
        return RESOURCE;
      default:
        return 0;
    }
  }

  private static int ofJavaType(String type) {
    switch (type) {
      case "java/sql/Connection":
        return CONNECTION;
      case "java/sql/Statement":
        return STATEMENT;
      case "java/sql/PreparedStatement":
      case "java/sql/CallableStatement":
        return STATEMENT | PREPARED;
      case "java/sql/ResultSet":
        return RESULTS;
      case "java/sql/Driver":
        return DRIVER;
      case "java/sql/DatabaseMetaData":
        return METADATA;
      case "java/nio/file/spi/FileSystemProvider":
        return PROVIDER;
      case "java/io/Serializable":
        return SERIALIZABLE;
      default:
        return 0;
    }
  }

  private static boolean holdsDelegate(ClassLoader loader, ClassFile file, int shape) {
    int at = file.fields + 2;
    for (int n = file.u2(file.fields); n > 0; n--, at = file.memberEnd(at)) {
      String type = (file.u2(at) & ClassFile.ACC_STATIC) == 0 ? fieldType(file, at) : "";
      if (type.startsWith("java/sql/")) {
        int role = ofJavaType(type);
        if (role != DRIVER && (role & shape & ROLES) != 0) {
          return true;
        }
      }
    }
    ClassFile superClass =
        file.superName().startsWith("java/") ? null : header(loader, file.superName());
    return superClass != null && holdsDelegate(loader, superClass, shape);
  }

  /** The class of a field; empty for primitive types and arrays. */
  private static String fieldType(ClassFile file, int field) {
    String descriptor = file.utf8(file.u2(field + 4));
    return descriptor.charAt(0) == 'L' ? descriptor.substring(1, descriptor.length() - 1) : "";
  }

  /**
   * Whether a statement of Oracle's driver is hidden behind a wrapper of that driver, as all are
   * since 11.1: the wrapper is what jobs hold and what knows the SQL, so it alone is woven.
   */
  private static boolean isBehindWrapper(ClassLoader loader, String className) {
    return className.startsWith("oracle/jdbc/driver/")
        && !className.endsWith("Wrapper")
        && header(loader, "oracle/jdbc/driver/OracleStatementWrapper") != null;
  }

  /**
   * DB2's logical connections and statements hold the physical ones in private fields whose types
   * are the driver's own; the physical ones know their logical ones by other fields.
   */
  private static boolean holdsOwnDelegate(ClassLoader loader, ClassFile file, int shape) {
    if (!file.className().startsWith(DB2)) {
      return false;
    }
    int at = file.fields + 2;
    for (int n = file.u2(file.fields); n > 0; n--, at = file.memberEnd(at)) {
      int access = file.u2(at) & (ClassFile.ACC_STATIC | ClassFile.ACC_PRIVATE);
      String type = access == ClassFile.ACC_PRIVATE ? fieldType(file, at) : "";
      if (type.startsWith(DB2)
          && (ofType(loader, type, 0) & shape & (CONNECTION | STATEMENT | RESULTS)) != 0
          && !isA(loader, type, file.className())) {
        return true;
      }
    }
    ClassFile superClass = header(loader, file.superName());
    return superClass != null && holdsOwnDelegate(loader, superClass, shape);
  }

  private static boolean isA(ClassLoader loader, String type, String superType) {
    String each = type;
    for (int depth = 0; depth < MAX_DEPTH && each != null; depth++) {
      if (each.equals(superType)) {
        return true;
      }
      ClassFile file = header(loader, each);
      each = file == null ? null : file.superName();
    }
    return false;
  }

  /** The class file of a type as its loader finds it; null when it cannot be read. */
  private static ClassFile header(ClassLoader loader, String type) {
    if (type == null || type.startsWith("java/") || loader == null) {
      return null;
    }
    try (InputStream in = loader.getResourceAsStream(type + ".class")) {
      if (in == null) {
        return null;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(16384);
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return new ClassFile(out.toByteArray());
    } catch (IOException e) {
      return null;
    }
  }
}
