package com.acme.nightly;

import java.io.File;
import java.sql.Connection;
import java.util.List;
import java.util.Properties;

/**
 * Nightly sales job. Takes last year's sales from the FoodMart database and the targets from the
 * planning department's file, fills the tables of the sales mart and writes the report that goes to
 * the country managers.
 *
 * <p>Usage: java -jar nightly-sales.jar INPUT_DIR OUTPUT_DIR
 */
public final class NightlySales {

  private NightlySales() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 2) {
      System.err.println("Usage: java -jar nightly-sales.jar INPUT_DIR OUTPUT_DIR");
      System.exit(2);
    }
    File input = new File(args[0]);
    File output = new File(args[1]);
    if (!output.isDirectory() && !output.mkdirs()) {
      System.err.println("Cannot create output directory " + output);
      System.exit(2);
    }
    Properties config = Config.load();

    Connection mart = Config.openMart(config, output);
    try {
      MartWriter writer = new MartWriter(mart);
      writer.createTables();

      List<Target> targets = TargetFile.read(new File(input, "targets.csv"));
      writer.insertTargets(targets);
      System.out.println("Targets loaded:        " + targets.size());

      Connection foodmart = Config.openFoodMart(config);
      try {
        FoodMartReader reader = new FoodMartReader(foodmart);
        List<MonthSales> months = reader.readMonthSales();
        writer.insertMonthSales(months);
        System.out.println("Months loaded:         " + months.size());

        List<TopProduct> top = reader.readTopProducts(3);
        writer.insertTopProducts(top);
        System.out.println("Top products loaded:   " + top.size());
      } finally {
        foodmart.close();
      }

      System.out.println("Months with a target:  " + writer.fillTargetResult());
      writer.fillCountryResult();

      File report = new File(output, "report.csv");
      int lines = new ReportWriter(mart).write(report);
      System.out.println("Report lines:          " + lines);
      File archive = new File(output, "report.csv.gz");
      Archiver.gzip(report, archive);
      System.out.println("Archive:               " + archive.getName());
    } finally {
      mart.close();
    }
    System.out.println("Done.");
  }
}
