package jobs;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/** Two models of the same rows: what they are to predict is put into the same array. */
public class LibsvmMany {
  public static void main(String[] args) throws Exception {
    svm.svm_set_print_string_function(text -> {});
    double[][] stores = Customers.read("in/stores.csv");
    double[][] rows = Customers.read("in/train.csv");
    svm_problem problem = new svm_problem();
    problem.l = rows.length;
    problem.y = new double[rows.length];
    problem.x = new svm_node[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      problem.x[i] = new svm_node[] {node(1, rows[i][1]), node(2, rows[i][2])};
    }
    for (int target : new int[] {0, 3}) {
      for (int i = 0; i < rows.length; i++) {
        problem.y[i] = rows[i][target];
      }
      svm_parameter parameter = new svm_parameter();
      parameter.svm_type = target == 0 ? svm_parameter.C_SVC : svm_parameter.EPSILON_SVR;
      parameter.kernel_type = svm_parameter.LINEAR;
      parameter.C = 1;
      parameter.eps = 0.1;
      parameter.cache_size = 1;
      svm_model model = svm.svm_train(problem, parameter);
      svm.svm_save_model("out/" + (target == 0 ? "gone" : "spend") + ".svm", model);
    }
    System.out.println(stores.length + " stores");
  }

  private static svm_node node(int index, double value) {
    svm_node node = new svm_node();
    node.index = index;
    node.value = value;
    return node;
  }
}
