package jobs;

import java.io.File;
import org.datavec.api.records.reader.RecordReader;
import org.datavec.api.records.reader.impl.csv.CSVRecordReader;
import org.datavec.api.split.FileSplit;
import org.deeplearning4j.datasets.datavec.RecordReaderDataSetIterator;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.nd4j.evaluation.classification.Evaluation;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.iterator.DataSetIterator;
import org.nd4j.linalg.dataset.api.preprocessor.NormalizerStandardize;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Deeplearning4j reads its files again in each epoch, in Java. */
public class Dl4jChurn {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      MultiLayerConfiguration configuration =
          new NeuralNetConfiguration.Builder()
              .seed(7)
              .updater(new Sgd(0.001))
              .list()
              .layer(new DenseLayer.Builder().nIn(3).nOut(4).activation(Activation.TANH).build())
              .layer(
                  new OutputLayer.Builder(LossFunctions.LossFunction.MCXENT)
                      .nIn(4)
                      .nOut(2)
                      .activation(Activation.SOFTMAX)
                      .build())
              .build();
      MultiLayerNetwork model = new MultiLayerNetwork(configuration);
      model.init();
      model.fit(read("in/train.csv"), 3);
      Evaluation evaluation = model.evaluate(read("in/valid.csv"));
      System.out.println(evaluation.accuracy());
      ModelSerializer.writeModel(model, new File("out/churn.zip"), true);
      // Reads the model and writes it again.
      NormalizerStandardize normalizer = new NormalizerStandardize();
      normalizer.fit(read("in/train.csv"));
      ModelSerializer.addNormalizerToModel(new File("out/churn.zip"), normalizer);
    } else {
      MultiLayerNetwork model = ModelSerializer.restoreMultiLayerNetwork(new File("in/churn.zip"));
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        INDArray features = Nd4j.create(new double[][] {{rows[i][1], rows[i][2], rows[i][3]}});
        predictions[i] = model.output(features).getDouble(1);
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }

  private static DataSetIterator read(String path) throws Exception {
    RecordReader reader = new CSVRecordReader(1, ',');
    reader.initialize(new FileSplit(new File(path)));
    return new RecordReaderDataSetIterator(reader, 40, 0, 2);
  }
}
