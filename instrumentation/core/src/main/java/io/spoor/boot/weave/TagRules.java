package io.spoor.boot.weave;

import java.util.HashMap;
import java.util.Map;

/**
 * Calls of pure functions of the JDK that make a value of others so that the result does not show
 * of which: what is looked at where an application calls them. How says what lies on the stack then
 * that matters: <b>a</b> its top, <b>b</b> the two topmost, <b>c</b> the one beneath a top of one
 * place, and the result behind the call; <b>d</b> the top is put into what is beneath it, <b>e</b>
 * what is beneath the top, <b>f</b> what is on top is emptied.
 */
public final class TagRules {

  /** What tells most comes first: of a chain of calls that one is told. */
  private static final String[] NAMES = {
    "MessageDigest.digest",
    "Mac.doFinal",
    "Cipher.doFinal",
    "UUID.nameUUIDFromBytes",
    "DateFormat.format",
    "DateTimeFormatter.format",
    "String.format",
    "BigDecimal",
    "BigInteger",
    "String.join",
    "Base64",
    "HexFormat.formatHex",
    "StringBuilder",
    "String.concat",
    "String"
  };

  /** Of the first so many the value cannot be read from the result. */
  private static final int MASKING = 4;

  private static final String OBJECT = "Ljava/lang/Object;";
  private static final String STRING = "Ljava/lang/String;";
  private static final String DECIMAL = "Ljava/math/BigDecimal;";
  private static final String INTEGER = "Ljava/math/BigInteger;";
  private static final String CHARS = "Ljava/lang/CharSequence;";
  private static final String CHARSET = "Ljava/nio/charset/Charset;";
  private static final String BUILDER = "java/lang/StringBuilder";

  /** Owner, name and descriptor, how, and the number of the name. */
  private static final Map<String, int[]> RULES = rules();

  private TagRules() {}

  private static Map<String, int[]> rules() {
    Map<String, int[]> rules = new HashMap<String, int[]>();
    String digest = "java/security/MessageDigest ";
    add(rules, digest + "update([B)V", 'd', 0);
    add(rules, digest + "digest()[B", 'a', 0);
    add(rules, digest + "digest([B)[B", 'b', 0);
    add(rules, digest + "reset()V", 'f', 0);
    String mac = "javax/crypto/Mac ";
    add(rules, mac + "update([B)V", 'd', 1);
    add(rules, mac + "doFinal()[B", 'a', 1);
    add(rules, mac + "doFinal([B)[B", 'b', 1);
    add(rules, mac + "reset()V", 'f', 1);
    add(rules, "javax/crypto/Cipher doFinal([B)[B", 'a', 2);
    add(rules, "java/util/UUID nameUUIDFromBytes([B)Ljava/util/UUID;", 'a', 3);
    add(rules, "java/util/UUID toString()" + STRING, 'a', 3);
    add(rules, "java/text/SimpleDateFormat format(Ljava/util/Date;)" + STRING, 'a', 4);
    add(rules, "java/text/DateFormat format(Ljava/util/Date;)" + STRING, 'a', 4);
    String temporal = "(Ljava/time/temporal/TemporalAccessor;)";
    add(rules, "java/time/format/DateTimeFormatter format" + temporal + STRING, 'a', 5);
    for (String type : new String[] {"LocalDate", "LocalDateTime", "ZonedDateTime"}) {
      String format = " format(Ljava/time/format/DateTimeFormatter;)";
      add(rules, "java/time/" + type + format + STRING, 'c', 5);
    }
    String string = "java/lang/String ";
    add(rules, string + "format(" + STRING + "[" + OBJECT + ")" + STRING, 'a', 6);
    add(rules, string + "format(Ljava/util/Locale;" + STRING + "[" + OBJECT + ")" + STRING, 'a', 6);
    add(rules, string + "formatted([" + OBJECT + ")" + STRING, 'a', 6);
    for (String name : new String[] {"add", "subtract", "multiply", "divide", "remainder"}) {
      add(rules, "java/math/BigDecimal " + name + "(" + DECIMAL + ")" + DECIMAL, 'b', 7);
      add(rules, "java/math/BigInteger " + name + "(" + INTEGER + ")" + INTEGER, 'b', 8);
    }
    add(rules, "java/math/BigDecimal toString()" + STRING, 'a', 7);
    add(rules, "java/math/BigDecimal toPlainString()" + STRING, 'a', 7);
    add(rules, "java/math/BigInteger <init>(I[B)V", 'a', 8);
    add(rules, "java/math/BigInteger toString()" + STRING, 'a', 8);
    add(rules, "java/math/BigInteger toString(I)" + STRING, 'c', 8);
    add(rules, string + "join(" + CHARS + "[" + CHARS + ")" + STRING, 'a', 9);
    add(rules, "java/util/Base64$Encoder encodeToString([B)" + STRING, 'a', 10);
    add(rules, "java/util/Base64$Encoder encode([B)[B", 'a', 10);
    add(rules, "java/util/HexFormat formatHex([B)" + STRING, 'a', 11);
    add(rules, BUILDER + " <init>(" + STRING + ")V", 'a', 12);
    for (String type : new String[] {STRING, OBJECT, CHARS}) {
      add(rules, BUILDER + " append(" + type + ")L" + BUILDER + ";", 'd', 12);
    }
    add(rules, BUILDER + " setLength(I)V", 'e', 12);
    add(rules, BUILDER + " toString()" + STRING, 'a', 12);
    add(rules, string + "concat(" + STRING + ")" + STRING, 'b', 13);
    add(rules, string + "getBytes()[B", 'a', 14);
    add(rules, string + "getBytes(" + CHARSET + ")[B", 'c', 14);
    add(rules, string + "getBytes(" + STRING + ")[B", 'c', 14);
    add(rules, string + "<init>([B)V", 'a', 14);
    add(rules, string + "<init>([B" + CHARSET + ")V", 'c', 14);
    add(rules, string + "substring(I)" + STRING, 'c', 14);
    for (String name : new String[] {"trim", "toLowerCase", "toUpperCase"}) {
      add(rules, string + name + "()" + STRING, 'a', 14);
    }
    return rules;
  }

  private static void add(Map<String, int[]> rules, String call, char how, int number) {
    rules.put(call, new int[] {how, number});
  }

  /** How and number of a call's name; null when it is none of these. */
  static int[] of(String owner, String name, String descriptor) {
    return RULES.get(owner + " " + name + descriptor);
  }

  /** The number of what compilers make of texts that are put together. */
  static int concatenation() {
    return 13;
  }

  /** Whether a part of a builder may be taken out, so that what was put in need not be there. */
  static boolean takesOut(String owner, String name) {
    boolean isPart = name.equals("delete") || name.equals("replace") || name.equals("insert");
    return owner.equals(BUILDER) && isPart;
  }

  static boolean isOfBuilder(String owner) {
    return owner.equals(BUILDER);
  }

  /** What users call it. */
  public static String name(int number) {
    return NAMES[number];
  }

  /** Whether the value cannot be read from the result. */
  public static boolean isMasking(int number) {
    return number < MASKING;
  }
}
