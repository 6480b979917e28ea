package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Properties;

/**
 * Copies what its configuration names while a script says how, as steps of old jobs do; keeps a
 * copy of the script, and a lock while it runs.
 */
public final class RunsScript {

  private RunsScript() {}

  public static void main(String[] args) throws IOException {
    Properties settings = new Properties();
    try (InputStream in = new FileInputStream("in/job.properties")) {
      settings.load(in);
    }
    try (InputStream in = new FileInputStream("in/log4j2.xml")) {
      in.read();
    }
    try (FileOutputStream lock = new FileOutputStream("out/job.lck")) {
      lock.write(1);
    }
    int letters = 0;
    try (Reader script = new FileReader("in/upper.sql")) {
      while (script.read() >= 0) {
        letters++;
      }
    }
    try (Reader in = new FileReader(settings.getProperty("from"));
        Writer out = new FileWriter(settings.getProperty("to"))) {
      for (int c = in.read(); c >= 0; c = in.read()) {
        out.write(Character.toUpperCase(c));
      }
    }
    Files.copy(Paths.get("in/kept.sql"), Paths.get("out/kept.sql"));
    System.out.println("script of " + letters + " letters");
  }
}
