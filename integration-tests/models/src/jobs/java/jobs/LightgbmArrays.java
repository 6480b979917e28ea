package jobs;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMDataset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;

/** The job fills one array, column after column. */
public class LightgbmArrays {
  public static void main(String[] args) throws Exception {
    double[][] stores = Customers.read("in/stores.csv");
    double[][] rows = Customers.read("in/train.csv");
    double[] cells = new double[rows.length * 3];
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = (float) rows[i][0];
      for (int column = 0; column < 3; column++) {
        cells[column * rows.length + i] = rows[i][column + 1];
      }
    }
    LGBMDataset train =
        LGBMDataset.createFromMat(cells, rows.length, 3, false, "verbosity=-1", null);
    train.setField("label", labels);
    LGBMBooster model =
        LGBMBooster.create(train, "objective=binary num_threads=1 verbosity=-1 seed=7");
    model.updateOneIter();
    String text = model.saveModelToString(0, 0, FeatureImportanceType.GAIN);
    Files.write(Paths.get("out/churn.txt"), text.getBytes(StandardCharsets.UTF_8));
    System.out.println(stores.length + " stores");
  }
}
