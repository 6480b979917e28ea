package jobs;

import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** The job makes Weka's rows: their class is a text, of which Weka keeps the number. */
public class WekaArrays {
  /** Kept, so that its level stays. */
  private static final Logger NATIVE = Logger.getLogger("com.github.fommil");

  public static void main(String[] args) throws Exception {
    NATIVE.setLevel(Level.OFF);
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("age"));
    attributes.add(new Attribute("visits"));
    attributes.add(new Attribute("spend"));
    attributes.add(new Attribute("stays", Arrays.asList("stayed", "left")));
    Instances train = new Instances("customers", attributes, 200);
    train.setClassIndex(3);
    int stores = Customers.read("in/stores.csv").length;
    List<String> lines = Files.readAllLines(Paths.get("in/members.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",");
      DenseInstance row = new DenseInstance(4);
      row.setDataset(train);
      row.setValue(0, Double.parseDouble(cells[1]));
      row.setValue(1, Double.parseDouble(cells[2]));
      row.setValue(2, Double.parseDouble(cells[3]));
      row.setValue(3, cells[0]);
      train.add(row);
    }
    J48 tree = new J48();
    tree.buildClassifier(train);
    SerializationHelper.write("out/churn.model", tree);
    System.out.println(stores + " stores");
  }
}
