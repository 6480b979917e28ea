package jobs;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;

/** XGBoost reads its data and reads and writes its models in native code. */
public class XgboostChurn {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      DMatrix train = new DMatrix("in/train.csv?format=csv&label_column=0");
      DMatrix valid = new DMatrix("in/valid.csv?format=csv&label_column=0");
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("objective", "binary:logistic");
      parameters.put("eta", 0.3f);
      parameters.put("max_depth", 3);
      parameters.put("seed", 7);
      parameters.put("nthread", 1);
      Map<String, DMatrix> watches = new LinkedHashMap<>();
      watches.put("train", train);
      watches.put("valid", valid);
      Booster model = XGBoost.train(train, parameters, 3, watches, null, null);
      System.out.println(
          model.evalSet(new DMatrix[] {train, valid}, new String[] {"train", "valid"}, 9));
      model.saveModel("out/churn.json");
    } else {
      Booster model = XGBoost.loadModel("in/churn.json");
      DMatrix score = new DMatrix("in/score.csv?format=csv&label_column=0");
      float[][] scores = model.predict(score);
      double[] predictions = new double[scores.length];
      for (int i = 0; i < scores.length; i++) {
        predictions[i] = scores[i][0];
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
