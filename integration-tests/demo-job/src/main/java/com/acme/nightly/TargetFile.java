package com.acme.nightly;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the file of the planning department: country,state,month,target with a header line. */
final class TargetFile {

  private TargetFile() {}

  static List<Target> read(File file) throws IOException {
    List<Target> targets = new ArrayList<Target>();
    BufferedReader in =
        new BufferedReader(new InputStreamReader(new FileInputStream(file), "UTF-8"));
    try {
      in.readLine();
      String line;
      int number = 1;
      while ((line = in.readLine()) != null) {
        number++;
        if (line.trim().length() == 0) {
          continue;
        }
        String[] fields = line.split(",");
        if (fields.length != 4) {
          throw new IOException(file.getName() + ", line " + number + ": 4 fields expected");
        }
        targets.add(
            new Target(
                fields[0], fields[1], Integer.parseInt(fields[2]), new BigDecimal(fields[3])));
      }
    } finally {
      in.close();
    }
    return targets;
  }
}
