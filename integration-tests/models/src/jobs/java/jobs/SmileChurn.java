package jobs;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Properties;
import org.apache.commons.csv.CSVFormat;
import smile.classification.RandomForest;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.io.Read;
import smile.math.MathEx;

/** Smile in Java, whose models are written by Java's own serialisation. */
public class SmileChurn {
  public static void main(String[] args) throws Exception {
    CSVFormat header = CSVFormat.DEFAULT.withFirstRecordAsHeader();
    if (args[0].equals("train")) {
      MathEx.setSeed(7);
      DataFrame train = Read.csv("in/train.csv", header);
      Properties parameters = new Properties();
      parameters.setProperty("smile.random.forest.trees", "5");
      parameters.setProperty("smile.random.forest.max.depth", "4");
      RandomForest model = RandomForest.fit(Formula.lhs("left"), train, parameters);
      System.out.println(model.metrics().accuracy);
      try (ObjectOutputStream out =
          new ObjectOutputStream(new FileOutputStream("out/churn.smile"))) {
        out.writeObject(model);
      }
    } else {
      RandomForest model;
      try (ObjectInputStream in = new ObjectInputStream(new FileInputStream("in/churn.smile"))) {
        model = (RandomForest) in.readObject();
      }
      DataFrame rows = Read.csv("in/score.csv", header);
      double[] predictions = new double[rows.size()];
      for (int i = 0; i < predictions.length; i++) {
        predictions[i] = model.predict(rows.get(i));
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
