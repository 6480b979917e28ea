package com.acme.nightly;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.sql.Connection;
import java.util.List;

/**
 * Monthly forecast for the loyalty program: which customers of FoodMart would take a golden card.
 * Writes the features of all customers, trains a model on them, and then asks it about those who
 * have another card.
 *
 * <p>Usage: java -cp nightly-sales.jar com.acme.nightly.CardForecast OUTPUT_DIR
 */
public final class CardForecast {

  private CardForecast() {}

  public static void main(String[] args) throws Exception {
    if (args.length != 1) {
      System.err.println("Usage: java -cp nightly-sales.jar ...CardForecast OUTPUT_DIR");
      System.exit(2);
    }
    File output = new File(args[0]);
    if (!output.isDirectory() && !output.mkdirs()) {
      System.err.println("Cannot create output directory " + output);
      System.exit(2);
    }
    List<Customer> customers;
    Connection foodmart = Config.openFoodMart(Config.load());
    try {
      customers = Customer.readAll(foodmart);
    } finally {
      foodmart.close();
    }
    File features = new File(output, "customers.libsvm");
    writeFeatures(customers, features);
    System.out.println("Customers:             " + customers.size());

    Linear.disableDebugOutput();
    Problem problem = Problem.readFromFile(features.toPath(), 1);
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 1, 0.01));
    model.save(new File(output, "golden-card.model").toPath());

    int wanted = writeForecast(customers, model, new File(output, "golden-card.csv"));
    System.out.println("Worth a golden card:   " + wanted);
    System.out.println("Done.");
  }

  private static PrintWriter open(File file) throws IOException {
    return new PrintWriter(
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file), "UTF-8")));
  }

  /** LIBLINEAR's own format: the label, then number and value of each feature. */
  private static void writeFeatures(List<Customer> customers, File file) throws IOException {
    PrintWriter out = open(file);
    try {
      for (Customer customer : customers) {
        out.print(customer.golden ? "1" : "0");
        for (int i = 0; i < customer.features.length; i++) {
          out.print(" " + (i + 1) + ":" + customer.features[i]);
        }
        out.print('\n');
      }
    } finally {
      out.close();
    }
  }

  private static int writeForecast(List<Customer> customers, Model model, File file)
      throws IOException {
    int wanted = 0;
    PrintWriter out = open(file);
    try {
      out.print("customer,golden_card\n");
      double[] probabilities = new double[2];
      for (Customer customer : customers) {
        if (!customer.golden) {
          Feature[] features = new Feature[customer.features.length + 1];
          for (int i = 0; i < customer.features.length; i++) {
            features[i] = new FeatureNode(i + 1, customer.features[i]);
          }
          features[features.length - 1] = new FeatureNode(features.length, 1);
          boolean wants = Linear.predictProbability(model, features, probabilities) > 0.5;
          wanted += wants ? 1 : 0;
          out.print(customer.id + "," + (wants ? "yes" : "no") + "\n");
        }
      }
    } finally {
      out.close();
    }
    return wanted;
  }
}
