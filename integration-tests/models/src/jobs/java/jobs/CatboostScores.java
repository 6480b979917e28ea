package jobs;

import ai.catboost.CatBoostModel;
import ai.catboost.CatBoostPredictions;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;

/** CatBoost reads the model in native code, or from a stream; it only predicts on the JVM. */
public class CatboostScores {
  public static void main(String[] args) throws Exception {
    double[][] rows = Customers.read("in/score.csv");
    try (CatBoostModel model = load(args[0])) {
      CatBoostPredictions one = new CatBoostPredictions(1, 1);
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        float[] features = new float[3];
        for (int k = 0; k < 3; k++) {
          features[k] = (float) rows[i][k + 1];
        }
        model.predict(features, (String[]) null, one);
        predictions[i] = one.get(0, 0);
      }
      System.out.println(Arrays.toString(model.getFeatureNames()));
      Customers.write("out/predictions.csv", predictions);
    }
  }

  private static CatBoostModel load(String how) throws Exception {
    if (how.equals("file")) {
      return CatBoostModel.loadModel("in/churn.json", "json");
    }
    try (InputStream in = new FileInputStream("in/churn.json")) {
      return CatBoostModel.loadModel(in, "json");
    }
  }
}
