package jobs;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.Collections;

/** ONNX Runtime reads the model in native code, or the job does and gives its bytes. */
public class OnnxScores {
  public static void main(String[] args) throws Exception {
    double[][] rows = Customers.read("in/score.csv");
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session =
        args[0].equals("file")
            ? environment.createSession("in/churn.onnx")
            : environment.createSession(Files.readAllBytes(Paths.get("in/churn.onnx")))) {
      double[] predictions = new double[rows.length];
      for (int i = 0; i < rows.length; i++) {
        float[][] features = new float[1][3];
        for (int k = 0; k < 3; k++) {
          features[0][k] = (float) rows[i][k + 1];
        }
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, features);
            OrtSession.Result result = session.run(Collections.singletonMap("x", tensor))) {
          predictions[i] = ((float[][]) result.get(0).getValue())[0][0];
        }
      }
      Customers.write("out/predictions.csv", predictions);
    }
  }
}
