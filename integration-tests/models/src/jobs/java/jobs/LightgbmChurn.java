package jobs;

import com.microsoft.ml.lightgbm.PredictionType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

/** LightGBM reads its data in native code; the job writes the model as text. */
public class LightgbmChurn {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      String format = "header=true label_column=name:left verbosity=-1";
      LGBMDataset train = LGBMDataset.createFromFile("in/train.csv", format, null);
      LGBMDataset valid = LGBMDataset.createFromFile("in/valid.csv", format, train);
      LGBMBooster model =
          LGBMBooster.create(
              train,
              "objective=binary metric=binary_logloss num_leaves=7 learning_rate=0.1 seed=7"
                  + " num_threads=1 verbosity=-1");
      model.addValidData(valid);
      for (int i = 0; i < 3; i++) {
        model.updateOneIter();
        System.out.println(model.getEval(0)[0] + " " + model.getEval(1)[0]);
      }
      String text = model.saveModelToString(0, 0, FeatureImportanceType.GAIN);
      Files.write(Paths.get("out/churn.txt"), text.getBytes(StandardCharsets.UTF_8));
    } else {
      LGBMBooster model = LGBMBooster.createFromModelfile("in/churn.txt");
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        double[] features = java.util.Arrays.copyOfRange(rows[i], 1, 4);
        predictions[i] =
            model.predictForMatSingleRow(features, PredictionType.C_API_PREDICT_NORMAL);
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
