package jobs;

import hex.genmodel.MojoModel;
import hex.genmodel.easy.EasyPredictModelWrapper;
import hex.genmodel.easy.RowData;
import hex.tree.gbm.GBM;
import hex.tree.gbm.GBMModel;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import water.H2O;
import water.H2OStarter;
import water.Key;
import water.fvec.Frame;
import water.fvec.NFSFileVec;
import water.parser.ParseDataset;

/** H2O trains on threads of its own; scoring needs no more than a small library. */
public class H2oChurn {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      H2OStarter.start(
          new String[] {
            "-name",
            "churn",
            "-ip",
            "127.0.0.1",
            "-ice_root",
            "ice",
            "-nthreads",
            "1",
            "-disable_web",
            "-log_level",
            "FATAL",
            "-quiet"
          },
          false);
      GBMModel.GBMParameters parameters = new GBMModel.GBMParameters();
      parameters._train = read("in/train.csv", "train")._key;
      parameters._valid = read("in/valid.csv", "valid")._key;
      parameters._response_column = "left";
      parameters._ntrees = 5;
      parameters._max_depth = 3;
      parameters._seed = 7;
      GBMModel model = new GBM(parameters).trainModel().get();
      System.out.println(model._output._validation_metrics.mse());
      try (OutputStream out = new FileOutputStream("out/churn.zip")) {
        model.getMojo().writeTo(out);
      }
      H2O.exit(0);
    } else {
      EasyPredictModelWrapper model = new EasyPredictModelWrapper(MojoModel.load("in/churn.zip"));
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        RowData row = new RowData();
        row.put("age", rows[i][1]);
        row.put("visits", rows[i][2]);
        row.put("spend", rows[i][3]);
        predictions[i] = model.predictRegression(row).value;
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }

  private static Frame read(String path, String name) {
    NFSFileVec file = NFSFileVec.make(new File(path));
    return ParseDataset.parse(Key.make(name + ".hex"), file._key);
  }
}
