package jobs;

import java.io.FileWriter;
import java.io.PrintWriter;
import java.util.logging.Level;
import java.util.logging.Logger;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.trees.J48;
import weka.classifiers.trees.RandomForest;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.NumericToNominal;

/** Weka in Java: a forest, of which each tree is a classifier of its own, or one tree. */
public class WekaChurn {
  /** Kept, so that its level stays. */
  private static final Logger NATIVE = Logger.getLogger("com.github.fommil");

  public static void main(String[] args) throws Exception {
    NATIVE.setLevel(Level.OFF);
    if (args[0].equals("train")) {
      Instances train = read("in/train.csv");
      Instances test = read("in/valid.csv");
      Classifier classifier;
      if (args[1].equals("forest")) {
        RandomForest forest = new RandomForest();
        forest.setNumIterations(10);
        forest.setSeed(7);
        classifier = forest;
      } else {
        J48 tree = new J48();
        tree.setConfidenceFactor(0.1f);
        classifier = tree;
      }
      classifier.buildClassifier(train);
      Evaluation evaluation = new Evaluation(train);
      evaluation.evaluateModel(classifier, test);
      System.out.println(evaluation.errorRate() + " " + evaluation.kappa());
      SerializationHelper.write("out/churn.model", classifier);
    } else {
      Classifier classifier = (Classifier) SerializationHelper.read("in/churn.model");
      Instances rows = read("in/score.csv");
      try (PrintWriter out = new PrintWriter(new FileWriter("out/predictions.csv"))) {
        for (int i = 0; i < rows.numInstances(); i++) {
          out.println(classifier.classifyInstance(rows.instance(i)));
        }
      }
    }
  }

  private static Instances read(String path) throws Exception {
    Instances rows = DataSource.read(path);
    NumericToNominal nominal = new NumericToNominal();
    nominal.setAttributeIndices("1");
    nominal.setInputFormat(rows);
    Instances filtered = Filter.useFilter(rows, nominal);
    filtered.setClassIndex(0);
    return filtered;
  }
}
