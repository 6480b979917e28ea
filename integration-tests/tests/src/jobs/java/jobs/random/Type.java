package jobs.random;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;

/** Types of columns in tables. */
enum Type {
  INT("int"),
  BIGINT("bigint"),
  DECIMAL("decimal(18, 2)"),
  VARCHAR("varchar(200)"),
  DATE("date"),
  TIMESTAMP("timestamp"),
  BOOLEAN("boolean");

  final String sql;

  Type(String sql) {
    this.sql = sql;
  }

  /** By the getter of this type, by position when there is no label. */
  Object get(ResultSet from, int position, String label) throws SQLException {
    switch (this) {
      case INT:
        return label == null ? from.getInt(position) : from.getInt(label);
      case BIGINT:
        return label == null ? from.getLong(position) : from.getLong(label);
      case DECIMAL:
        return label == null ? from.getBigDecimal(position) : from.getBigDecimal(label);
      case DATE:
        return label == null ? from.getDate(position) : from.getDate(label);
      case TIMESTAMP:
        return label == null ? from.getTimestamp(position) : from.getTimestamp(label);
      case BOOLEAN:
        return label == null ? from.getBoolean(position) : from.getBoolean(label);
      default:
        return label == null ? from.getString(position) : from.getString(label);
    }
  }

  /** By the setter of this type. */
  void set(PreparedStatement into, int position, Object value) throws SQLException {
    if (value == null) {
      into.setObject(position, null);
      return;
    }
    String text = text(value);
    switch (this) {
      case INT:
        into.setInt(position, value instanceof Integer ? (Integer) value : Integer.parseInt(text));
        break;
      case BIGINT:
        into.setLong(position, value instanceof Long ? (Long) value : Long.parseLong(text));
        break;
      case DECIMAL:
        into.setBigDecimal(position, decimal(value));
        break;
      case DATE:
        into.setDate(position, value instanceof Date ? (Date) value : Date.valueOf(text));
        break;
      case TIMESTAMP:
        into.setTimestamp(
            position, value instanceof Timestamp ? (Timestamp) value : Timestamp.valueOf(text));
        break;
      case BOOLEAN:
        into.setBoolean(
            position, value instanceof Boolean ? (Boolean) value : Boolean.parseBoolean(text));
        break;
      default:
        into.setString(position, text);
    }
  }

  /** As a job prints it; nothing for null. */
  static String text(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal) {
      return ((BigDecimal) value).toPlainString();
    }
    String text = String.valueOf(value);
    return value instanceof Timestamp && text.endsWith(".0")
        ? text.substring(0, text.length() - 2)
        : text;
  }

  static BigDecimal decimal(Object value) {
    return value instanceof BigDecimal ? (BigDecimal) value : new BigDecimal(text(value));
  }
}
