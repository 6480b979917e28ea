package jobs;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.nio.file.Paths;

/** LIBLINEAR reads files of its own format. */
public class LiblinearChurn {
  public static void main(String[] args) throws Exception {
    Linear.disableDebugOutput();
    if (args[0].equals("train")) {
      Problem problem = Problem.readFromFile(Paths.get("in/train.libsvm"), 1);
      Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 1.5, 0.01));
      model.save(Paths.get("out/churn.model"));
    } else {
      Model model = Model.load(Paths.get("in/churn.model"));
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        Feature[] features = new Feature[3];
        for (int k = 0; k < 3; k++) {
          features[k] = new FeatureNode(k + 1, rows[i][k + 1]);
        }
        predictions[i] = Linear.predict(model, features);
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
