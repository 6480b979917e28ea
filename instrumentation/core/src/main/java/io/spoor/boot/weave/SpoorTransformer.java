package io.spoor.boot.weave;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What the JVM asks about every class it loads. It looks at the name first; almost every class is
 * answered by that. The answer for one class is the same for ever, so that another agent's later
 * retransformation meets the same shape.
 *
 * <p>Thread-safe; called inside class loading, so it takes no lock and loads no class of its own
 * after {@link #preload()}.
 */
public final class SpoorTransformer implements ClassFileTransformer {

  private static final String[] NEVER = {
    "java/",
    "javax/",
    "jdk/",
    "sun/",
    "com/sun/",
    "io/spoor/agent/",
    "io/spoor/boot/",
    "io/spoor/instrumentation/",
    "io/spoor/sql/",
    "net/bytebuddy/"
  };

  private final HookIndex index;
  private final boolean fields;
  private final ClassLoader platform;
  private volatile Throwable firstFailure;
  private volatile int failures;
  private volatile String[] forced = {};
  private volatile Runnable onUnits;
  private volatile Runnable onDriver;

  /** Names of the application's classes begin so; empty for those of no package, null for none. */
  private final String application;

  /** Of this type are the loaders of Spoor's own classes; null for none. */
  private final Class<? extends ClassLoader> own;

  /**
   * @param fields whether driver classes may get a state field: not when drivers were loaded
   *     before, since a sub class would then look for the field of a super class that has none
   */
  public SpoorTransformer(HookIndex index, boolean fields) {
    this(index, fields, null, null);
  }

  /**
   * @param application how names of classes begin whose calls are looked at; empty for those of no
   *     package, null for none
   * @param own the type of the loaders of Spoor's own classes, which are looked at no further; null
   *     for none
   */
  public SpoorTransformer(
      HookIndex index, boolean fields, String application, Class<? extends ClassLoader> own) {
    this.application = application;
    this.own = own;
    this.index = index;
    this.fields = fields;
    this.platform = ClassLoader.getSystemClassLoader().getParent();
  }

  /**
   * Loads what transform() may need beyond what weaving the JDK's own classes has loaded: a first
   * load inside class loading can meet the very lock that is held there. A test holds the list
   * against what is loaded while drivers load.
   */
  public static Class<?>[] preload() {
    return new Class<?>[] {
      LibraryShape.class,
      LibraryIndex.class,
      Weaver.class,
      ClassFile.class,
      Constants.class,
      Bytes.class,
      Descriptor.class,
      MethodNames.class,
      MethodCode.class,
      MethodFacts.class,
      HookCode.class,
      WovenCode.class,
      Frames.class,
      ByteArrayOutputStream.class,
      ByteArrayInputStream.class,
      DataInputStream.class
    };
  }

  /** The same for calls of the application. */
  public static Class<?>[] preloadCalls() {
    TagRules.of("", "", "");
    return new Class<?>[] {CallWeaver.class, CallHooks.class, TagRules.class};
  }

  /** Whether a class that is loaded already looks like a part of a JDBC driver. */
  public static boolean mayBeDriver(Class<?> type) {
    if (type.getClassLoader() == null || type.isInterface()) {
      return false;
    }
    String name = type.getName().replace('.', '/');
    return LibraryShape.isCandidate(name) && !isNever(name);
  }

  private static boolean isNever(String className) {
    for (String prefix : NEVER) {
      if (className.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /** What to do when a class of a framework loads whose calls are units of work. */
  public void onUnits(Runnable action) {
    onUnits = action;
  }

  /** What to do when the first class of a JDBC driver loads. */
  public void onDriver(Runnable action) {
    onDriver = action;
  }

  /** See {@link HookIndex#follow}. */
  public List<String> follow() {
    return index.follow();
  }

  /** What made weaving fail for the first time; null when nothing did. */
  public Throwable firstFailure() {
    return firstFailure;
  }

  /** How many classes could not be woven. */
  public int failures() {
    return failures;
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String className,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (className == null) {
      return null;
    }
    try {
      if (loader == null) {
        HookRule[] rules = index.rules(className);
        return rules == null ? null : Weaver.weave(classFile, rules, false, false, false, false);
      }
      if (loader == platform || loader.getClass() == own) {
        return null;
      }
      byte[] woven = woven(loader, className, redefined, classFile);
      return woven == null && application != null && isApplication(className)
          ? CallWeaver.weave(classFile)
          : woven;
    } catch (Throwable t) {
      failures++;
      if (firstFailure == null) {
        firstFailure = t;
      }
      return null;
    }
  }

  private boolean isApplication(String className) {
    return application.isEmpty()
        ? className.indexOf('/') < 0
        : className.startsWith(application) && !isNever(className);
  }

  private byte[] woven(ClassLoader loader, String className, Class<?> redefined, byte[] classFile) {
    // A database within the job is most of a short job's classes: a question less for each.
    boolean isWithinDatabase = LibraryShape.isWithinDatabase(className);
    if (!isWithinDatabase || index.isOfUsers()) {
      HookRule[] described = index.described(className);
      if (described != null) {
        return Weaver.weave(classFile, described, false, false, false, false);
      }
    }
    if (isWithinDatabase && (forced.length == 0 || !isForced(className))) {
      return null;
    }
    Integer known = index.driver(className);
    if (known != null) {
      if (index.hasUnits(className) && onUnits != null) {
        onUnits.run();
      }
      return known == HookIndex.NAMED
          ? Weaver.weave(classFile, index.rules(className), false, false, false, false)
          : library(known, redefined, classFile);
    }
    if (!(LibraryShape.isCandidate(className) || isForced(className)) || isNever(className)) {
      return null;
    }
    return library(LibraryShape.of(loader, classFile), redefined, classFile);
  }

  /** Lets a class pass whatever its name: a driver was seen to use it. */
  public void force(String className) {
    String[] longer = Arrays.copyOf(forced, forced.length + 1);
    longer[forced.length] = className;
    forced = longer;
  }

  /** Whether a class will be looked at by name alone. */
  public boolean passes(String className) {
    return index.driver(className) != null
        || LibraryShape.isCandidate(className)
        || isForced(className);
  }

  private boolean isForced(String className) {
    for (String name : forced) {
      if (name.equals(className)) {
        return true;
      }
    }
    return false;
  }

  private byte[] library(int shape, Class<?> redefined, byte[] classFile) {
    if ((shape & LibraryShape.ROLES) == 0 || (shape & LibraryShape.DELEGATE) != 0) {
      return null;
    }
    Runnable action = onDriver;
    if (action != null) {
      onDriver = null;
      action.run();
    }
    boolean carries = fields && LibraryShape.isCarrier(shape);
    if (redefined != null) {
      // Loaded without us, it cannot get the field any more; loaded with us, it must keep it.
      carries &= SpoorCarrier.class.isAssignableFrom(redefined);
    }
    boolean superIsWoven = (shape & LibraryShape.INHERITS) != 0;
    return Weaver.weave(
        classFile,
        rules(shape),
        carries && !superIsWoven,
        carries && superIsWoven,
        superIsWoven,
        true);
  }

  private HookRule[] rules(int shape) {
    List<HookRule> rules = new ArrayList<HookRule>();
    add(rules, shape, LibraryShape.CONNECTION, "=connection");
    add(rules, shape, LibraryShape.STATEMENT, "=statement");
    add(rules, shape, LibraryShape.PREPARED, "=prepared");
    add(rules, shape, LibraryShape.RESULTS, "=results");
    add(rules, shape, LibraryShape.DRIVER, "=driver");
    add(rules, shape, LibraryShape.PROVIDER, "=provider");
    add(rules, shape, LibraryShape.POOLED, "=pooled");
    add(rules, shape, LibraryShape.RESOURCE, "=resource");
    add(rules, shape, LibraryShape.METADATA, "=metadata");
    add(rules, shape, LibraryShape.BULK, "=bulk");
    return rules.toArray(new HookRule[0]);
  }

  private void add(List<HookRule> rules, int shape, int role, String name) {
    HookRule[] ofRole = (shape & role) == 0 ? null : index.rules(name);
    if (ofRole != null) {
      Collections.addAll(rules, ofRole);
    }
  }
}
