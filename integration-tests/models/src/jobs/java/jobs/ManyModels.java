package jobs;

import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;

/**
 * Trains model after model and keeps none: in a small heap that is possible only if nobody does.
 */
public class ManyModels {
  public static void main(String[] args) throws Exception {
    svm.svm_set_print_string_function(text -> {});
    Customers.read("in/train.csv");
    svm_model model = null;
    for (int i = 0; i < 3000; i++) {
      svm_problem problem = new svm_problem();
      problem.l = 2;
      // Half a megabyte each: fifteen hundred together.
      problem.y = new double[65536];
      problem.y[0] = 1;
      problem.x = new svm_node[][] {{node(1)}, {node(i)}};
      svm_parameter parameter = new svm_parameter();
      parameter.kernel_type = svm_parameter.LINEAR;
      parameter.C = 1;
      parameter.eps = 0.1;
      parameter.cache_size = 1;
      model = svm.svm_train(problem, parameter);
    }
    svm.svm_save_model("out/last.svm", model);
  }

  private static svm_node node(double value) {
    svm_node node = new svm_node();
    node.index = 1;
    node.value = value;
    return node;
  }
}
