package jobs;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** The job fills LIBSVM's arrays itself. */
public class LibsvmChurn {
  public static void main(String[] args) throws Exception {
    svm.svm_set_print_string_function(text -> {});
    if (args[0].equals("train")) {
      double[][] rows = Customers.read("in/train.csv");
      svm_problem problem = new svm_problem();
      problem.l = rows.length;
      problem.y = new double[rows.length];
      problem.x = new svm_node[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        problem.y[i] = rows[i][0];
        problem.x[i] = nodes(rows[i]);
      }
      svm_parameter parameter = new svm_parameter();
      parameter.svm_type = svm_parameter.C_SVC;
      parameter.kernel_type = svm_parameter.RBF;
      parameter.gamma = 0.25;
      parameter.C = 2;
      parameter.eps = 0.001;
      parameter.cache_size = 10;
      svm_model model = svm.svm_train(problem, parameter);
      double[][] test = Customers.read("in/valid.csv");
      int right = 0;
      for (double[] row : test) {
        right += svm.svm_predict(model, nodes(row)) == row[0] ? 1 : 0;
      }
      System.out.println(right + " of " + test.length);
      svm.svm_save_model("out/churn.svm", model);
    } else {
      svm_model model = svm.svm_load_model("in/churn.svm");
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        predictions[i] = svm.svm_predict(model, nodes(rows[i]));
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }

  private static svm_node[] nodes(double[] row) {
    svm_node[] nodes = new svm_node[row.length - 1];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new svm_node();
      nodes[i].index = i + 1;
      nodes[i].value = row[i + 1];
    }
    return nodes;
  }
}
