package com.acme.nightly;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Settings of the job (nightly.properties in the jar) and its database connections. */
final class Config {

  private Config() {}

  static Properties load() throws IOException {
    Properties properties = new Properties();
    InputStream in = Config.class.getResourceAsStream("/nightly.properties");
    try {
      properties.load(in);
    } finally {
      in.close();
    }
    return properties;
  }

  static Connection openFoodMart(Properties config) throws SQLException {
    return DriverManager.getConnection(
        config.getProperty("foodmart.url"),
        config.getProperty("foodmart.user"),
        config.getProperty("foodmart.password"));
  }

  static Connection openMart(Properties config, File output) throws SQLException {
    String file = new File(output, config.getProperty("mart.file")).getAbsolutePath();
    return DriverManager.getConnection(
        "jdbc:h2:" + file, config.getProperty("mart.user"), config.getProperty("mart.password"));
  }
}
