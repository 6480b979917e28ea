package jobs;

import java.io.FileOutputStream;
import java.io.ObjectOutputStream;
import smile.data.DataFrame;
import smile.data.formula.Formula;
import smile.data.vector.IntVector;
import smile.regression.RegressionTree;

/** The job makes Smile's table of the rows of a file; of one column its formula makes no use. */
public class SmileArrays {
  public static void main(String[] args) throws Exception {
    double[][] stores = Customers.read("in/stores.csv");
    double[][] rows = Customers.read("in/train.csv");
    double[][] numbers = new double[rows.length][];
    int[] visits = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      numbers[i] = new double[] {rows[i][0], rows[i][1], rows[i][3]};
      visits[i] = (int) rows[i][2];
    }
    DataFrame table = DataFrame.of(numbers, "gone", "years", "money");
    table = table.merge(IntVector.of("visits", visits));
    RegressionTree model = RegressionTree.fit(Formula.of("money", "years", "visits"), table);
    try (ObjectOutputStream out = new ObjectOutputStream(new FileOutputStream("out/money.smile"))) {
      out.writeObject(model);
    }
    System.out.println(stores.length + " stores");
  }
}
