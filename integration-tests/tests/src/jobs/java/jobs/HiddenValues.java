package jobs;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes values that do not show of what they were made. Arguments: the way, and, where it is to
 * digest other things before, a second one.
 */
public final class HiddenValues {

  private static final byte[] KEY = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3};

  private final Connection shop;
  private int count;

  private HiddenValues(Connection shop) {
    this.shop = shop;
  }

  public static void main(String[] args) throws Exception {
    try (Connection shop = DriverManager.getConnection("jdbc:h2:./db/shop")) {
      HiddenValues job = new HiddenValues(shop);
      if (args.length > 1) {
        job.digestOthers();
      }
      job.run(args[0]);
    }
  }

  /**
   * For longer than a second, while the first rows of a query are open and no more are asked for.
   */
  private void digestOthers() throws Exception {
    try (Statement other = shop.createStatement();
        ResultSet rows = other.executeQuery("select id from suppliers")) {
      rows.next();
      rows.getInt(1);
    }
    MessageDigest digest = MessageDigest.getInstance("MD5");
    byte[] sum = KEY;
    for (int i = 0; i < 2000000; i++) {
      digest.update(sum);
      sum = digest.digest();
    }
    System.out.println(sum.length + " bytes");
  }

  private void run(String way) throws Exception {
    try (Statement other = shop.createStatement();
        ResultSet rows = other.executeQuery("select id, name, phone from suppliers")) {
      while (rows.next()) {
        rows.getString(2);
      }
    }
    try (Statement statement = shop.createStatement();
        ResultSet from =
            statement.executeQuery("select id, email, city, credit from customers order by id");
        PreparedStatement into =
            shop.prepareStatement("insert into copies (id, mail, town) values (?, ?, ?)")) {
      while (from.next()) {
        String mail = from.getString("email");
        String city = from.getString(3);
        BigDecimal credit = from.getBigDecimal(4);
        into.setInt(1, 7919 * ++count % 100003);
        into.setString(2, hidden(way, mail, city, credit));
        into.setString(3, "Nowhere");
        into.addBatch();
      }
      into.executeBatch();
    }
  }

  private static String hidden(String way, String mail, String city, BigDecimal credit)
      throws GeneralSecurityException, UnsupportedEncodingException {
    SecretKeySpec key = new SecretKeySpec(KEY, "AES");
    switch (way) {
      case "digest":
        MessageDigest salted = MessageDigest.getInstance("SHA-256");
        salted.update(KEY);
        salted.update(mail.getBytes("UTF-8"));
        return shortened(new BigInteger(1, salted.digest()).toString(36));
      case "mac":
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        byte[] sum = mac.doFinal((mail + city).getBytes("UTF-8"));
        return shortened(Base64.getEncoder().encodeToString(sum));
      case "cipher":
        Cipher cipher = Cipher.getInstance("AES");
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return shortened(Base64.getEncoder().encodeToString(cipher.doFinal(mail.getBytes())));
      case "nothing":
        String unused = new BigInteger(1, mail.getBytes()).toString(36);
        return shortened(Integer.toString((unused.length() + 7) * (mail.length() + 77777)) + "x");
      case "throws":
        try {
          return String.format("%d", mail);
        } catch (java.util.IllegalFormatException e) {
          StackTraceElement[] trace = e.getStackTrace();
          for (StackTraceElement each : trace) {
            if (each.getClassName().startsWith("java.lang.Spoor")) {
              throw new IllegalStateException("the agent is in the way");
            }
          }
          System.out.println(e.getMessage().length() + " in " + trace.length);
          return mail.substring(1).replace('@', '_') + trace.length;
        }
      default:
        throw new IllegalArgumentException(way);
    }
  }

  private static String shortened(String text) {
    return text.length() > 38 ? text.substring(text.length() - 38) : text;
  }
}
