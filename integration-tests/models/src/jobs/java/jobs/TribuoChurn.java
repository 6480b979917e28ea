package jobs;

import java.io.FileWriter;
import java.io.PrintWriter;
import java.nio.file.Paths;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.evaluation.LabelEvaluation;
import org.tribuo.classification.evaluation.LabelEvaluator;
import org.tribuo.classification.sgd.linear.LogisticRegressionTrainer;
import org.tribuo.data.csv.CSVLoader;
import org.tribuo.provenance.ModelProvenance;

/** Tribuo in Java, whose models know by themselves where they come from. */
public class TribuoChurn {
  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.tribuo").setLevel(Level.OFF);
    CSVLoader<Label> loader = new CSVLoader<>(new LabelFactory());
    if (args[0].equals("train")) {
      MutableDataset<Label> train = loader.load(Paths.get("in/train.csv"), "left");
      MutableDataset<Label> test = loader.load(Paths.get("in/valid.csv"), "left");
      Model<Label> model = new LogisticRegressionTrainer().train(train);
      LabelEvaluation evaluation = new LabelEvaluator().evaluate(model, test);
      ModelProvenance provenance = model.getProvenance();
      String source = provenance.getDatasetProvenance().getSourceProvenance().toString();
      System.out.println(source.replaceAll("(?s).*dataPath=([^,]+).*", "$1"));
      System.out.println(source.replaceAll("(?s).*SHA-256\\[(\\w+)\\].*", "$1"));
      provenance
          .getTrainerProvenance()
          .getConfiguredParameters()
          .forEach((name, value) -> System.out.println(name + "=" + value));
      System.out.println(evaluation.accuracy());
      model.serializeToFile(Paths.get("out/churn.tribuo"));
    } else {
      Model<Label> model =
          Model.deserializeFromFile(Paths.get("in/churn.tribuo")).castModel(Label.class);
      try (PrintWriter out = new PrintWriter(new FileWriter("out/predictions.csv"))) {
        for (Example<Label> row : loader.load(Paths.get("in/score.csv"), "left")) {
          out.println(model.predict(row).getOutput().getLabel());
        }
      }
    }
  }
}
