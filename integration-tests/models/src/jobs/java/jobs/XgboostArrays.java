package jobs;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/**
 * The job fills XGBoost's matrices: one array for all rows, named or not, with a scaled column and
 * one that it makes up, or sparse rows.
 */
public class XgboostArrays {
  public static void main(String[] args) throws Exception {
    double[][] stores = Customers.read("in/stores.csv");
    double[][] rows = Customers.read("in/train.csv");
    if (args[0].equals("split")) {
      Collections.shuffle(Arrays.asList(rows), new Random(3));
      rows = Arrays.copyOf(rows, rows.length * 4 / 5);
    }
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = (float) rows[i][0];
    }
    DMatrix train = args[0].equals("sparse") ? sparse(rows) : dense(rows, args[0]);
    train.setLabel(labels);
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("nthread", 1);
    Booster model = XGBoost.train(train, parameters, 2, new HashMap<>(), null, null);
    model.saveModel("out/churn.json");
    System.out.println(stores.length + " stores");
  }

  private static DMatrix dense(double[][] rows, String how) throws Exception {
    boolean isMade = how.equals("made");
    int width = isMade ? 4 : 3;
    float[] cells = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      cells[i * width] = (float) (isMade ? rows[i][1] / 100 : rows[i][1]);
      cells[i * width + 1] = (float) rows[i][2];
      cells[i * width + 2] = (float) rows[i][3];
      if (isMade) {
        cells[i * width + 3] = (i * 7919 % 104729) / 31f;
      }
    }
    DMatrix matrix = new DMatrix(cells, rows.length, width, Float.NaN);
    if (how.equals("named")) {
      matrix.setFeatureNames(new String[] {"age_in_years", "visits", "money"});
    }
    return matrix;
  }

  private static DMatrix sparse(double[][] rows) throws Exception {
    long[] starts = new long[rows.length + 1];
    int[] columns = new int[rows.length * 3];
    float[] cells = new float[rows.length * 3];
    int at = 0;
    for (int i = 0; i < rows.length; i++) {
      for (int column = 0; column < 3; column++) {
        if (rows[i][column + 1] != 0) {
          columns[at] = column;
          cells[at++] = (float) rows[i][column + 1];
        }
      }
      starts[i + 1] = at;
    }
    columns = Arrays.copyOf(columns, at);
    cells = Arrays.copyOf(cells, at);
    return new DMatrix(starts, columns, cells, DMatrix.SparseType.CSR, 3);
  }
}
