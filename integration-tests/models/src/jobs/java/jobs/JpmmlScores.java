package jobs;

import java.io.File;
import java.util.HashMap;
import java.util.Map;
import org.jpmml.evaluator.Evaluator;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;

/** JPMML reads a model that another tool wrote. */
public class JpmmlScores {
  public static void main(String[] args) throws Exception {
    Evaluator model = new LoadingModelEvaluatorBuilder().load(new File("in/churn.pmml")).build();
    double[][] rows = Customers.read("in/score.csv");
    double[] predictions = new double[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Map<String, Object> row = new HashMap<>();
      row.put("age", rows[i][1]);
      row.put("visits", rows[i][2]);
      row.put("spend", rows[i][3]);
      predictions[i] = ((Number) model.evaluate(row).get("left")).doubleValue();
    }
    Customers.write("out/predictions.csv", predictions);
  }
}
