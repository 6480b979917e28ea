package jobs;

import ai.djl.Model;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.RandomAccessDataset;
import ai.djl.training.evaluator.Accuracy;
import ai.djl.training.listener.EvaluatorTrainingListener;
import ai.djl.training.loss.Loss;
import ai.djl.translate.NoopTranslator;
import java.nio.file.Paths;

/** DJL with its PyTorch engine: the job fills arrays, the parameters are written by Java. */
public class DjlChurn {
  public static void main(String[] args) throws Exception {
    try (NDManager manager = NDManager.newBaseManager();
        Model model = Model.newInstance("churn")) {
      Block block =
          new SequentialBlock()
              .add(Linear.builder().setUnits(4).build())
              .add(Activation::tanh)
              .add(Linear.builder().setUnits(2).build());
      model.setBlock(block);
      if (args[0].equals("train")) {
        RandomAccessDataset train = read(manager, "in/train.csv");
        RandomAccessDataset valid = read(manager, "in/valid.csv");
        try (Trainer trainer =
            model.newTrainer(
                new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .addEvaluator(new Accuracy())
                    .addTrainingListeners(new EvaluatorTrainingListener()))) {
          trainer.initialize(new Shape(20, 3));
          EasyTrain.fit(trainer, 2, train, valid);
          trainer
              .getTrainingResult()
              .getEvaluations()
              .forEach((name, value) -> System.out.println(name + " " + value));
        }
        model.save(Paths.get("out/model"), "churn");
      } else {
        model.load(Paths.get("in/model"), "churn");
        double[][] rows = Customers.read("in/score.csv");
        double[] predictions = new double[rows.length];
        try (Predictor<NDList, NDList> predictor = model.newPredictor(new NoopTranslator())) {
          for (int i = 0; i < rows.length; i++) {
            float[] features = {(float) rows[i][1], (float) rows[i][2], (float) rows[i][3]};
            NDList scores = predictor.predict(new NDList(manager.create(features).reshape(1, 3)));
            predictions[i] = scores.singletonOrThrow().argMax(1).getLong(0);
          }
        }
        Customers.write("out/predictions.csv", predictions);
      }
    }
  }

  private static RandomAccessDataset read(NDManager manager, String path) throws Exception {
    double[][] rows = Customers.read(path);
    float[][] features = new float[rows.length][3];
    float[] labels = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      labels[i] = (float) rows[i][0];
      for (int k = 0; k < 3; k++) {
        features[i][k] = (float) rows[i][k + 1];
      }
    }
    return new ArrayDataset.Builder()
        .setData(manager.create(features))
        .optLabels(manager.create(labels))
        .setSampling(20, false)
        .build();
  }
}
