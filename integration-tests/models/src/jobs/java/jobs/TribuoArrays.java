package jobs;

import java.nio.file.Paths;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** The job makes Tribuo's examples, of features with names. */
public class TribuoArrays {
  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.tribuo").setLevel(Level.OFF);
    int stores = Customers.read("in/stores.csv").length;
    LabelFactory labels = new LabelFactory();
    MutableDataset<Label> train =
        new MutableDataset<>(new SimpleDataSourceProvenance("customers", labels), labels);
    for (double[] row : Customers.read("in/train.csv")) {
      String[] names = {"age", "spend", "visits"};
      double[] values = {row[1], row[3], row[2]};
      train.add(new ArrayExample<>(new Label(row[0] == 1 ? "1" : "0"), names, values));
    }
    Model<Label> model = new LogisticRegressionTrainer().train(train);
    model.serializeToFile(Paths.get("out/churn.tribuo"));
    System.out.println(stores + " stores");
  }
}
