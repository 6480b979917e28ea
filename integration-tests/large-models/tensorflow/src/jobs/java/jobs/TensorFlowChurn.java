package jobs;

import java.util.Collections;
import org.tensorflow.Graph;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.op.math.Add;
import org.tensorflow.types.TFloat32;

/** TensorFlow: training is an operation of a graph like any other; models are folders. */
public class TensorFlowChurn {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      double[][] rows = Customers.read("in/train.csv");
      double left = 0;
      for (double[] row : rows) {
        left += row[0];
      }
      try (Graph graph = new Graph();
          Session session = new Session(graph)) {
        Ops tf = Ops.create(graph);
        Placeholder<TFloat32> x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.scalar()));
        Variable<TFloat32> bias = tf.variable(tf.constant((float) (left / rows.length)));
        Add<TFloat32> y = tf.math.add(tf.math.mul(x, tf.constant(-0.05f)), bias);
        session.initialize();
        Signature signature = Signature.builder().input("x", x).output("y", y).build();
        SavedModelBundle.exporter("out/model")
            .withFunction(SessionFunction.create(signature, session))
            .export();
      }
    } else {
      double[][] rows = Customers.read("in/score.csv");
      double[] predictions = new double[rows.length];
      try (SavedModelBundle model = SavedModelBundle.load("in/model")) {
        for (int i = 0; i < rows.length; i++) {
          try (TFloat32 x = TFloat32.scalarOf((float) rows[i][2]);
              Result result = model.call(Collections.<String, Tensor>singletonMap("x", x))) {
            TFloat32 y = (TFloat32) result.get("y").get();
            predictions[i] = y.getFloat();
          }
        }
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
