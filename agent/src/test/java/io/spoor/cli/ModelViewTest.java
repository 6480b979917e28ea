package io.spoor.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code show} says of a model. */
class ModelViewTest {

  private static List<String> lines(String json) throws Exception {
    return ModelView.of(new JsonMapper().readTree(json)).lines();
  }

  @Test
  void aTrainedModel() throws Exception {
    assertEquals(
        List.of(
            "model of XGBoost4J 2.1.4, Booster, trained with 1,200 rows in 2,500 ms",
            "predicts left from age, spend",
            "parameters eta=0.3, objective=binary:logistic",
            "measured rmse 0.3500 on train.csv, rmse 0.3800 on valid.csv",
            "checked with /data/valid.csv"),
        lines(
            """
            {"library": "XGBoost4J", "libraryVersion": "2.1.4", "modelClass": "ml.dmlc.Booster",
             "parameters": {"eta": 0.3, "objective": "binary:logistic"},
             "metrics": [
               {"name": "rmse", "value": 0.9, "dataset": "/data/train.csv", "iteration": 0},
               {"name": "rmse", "value": 0.38, "dataset": "/data/valid.csv", "iteration": 1},
               {"name": "rmse", "value": 0.35, "dataset": "/data/train.csv", "iteration": 1}],
             "trainedOn": [{"namespace": "file", "name": "/data/train.csv"}],
             "evaluatedOn": [{"namespace": "file", "name": "/data/valid.csv"}],
             "features": ["age", "spend"], "label": "left", "rows": 1200, "trainingMillis": 2500}
            """));
  }

  @Test
  void aModelThatWasAsked() throws Exception {
    assertEquals(
        List.of("model of ONNX Runtime, OrtSession, asked 3 times"),
        lines(
            """
            {"library": "ONNX Runtime", "modelClass": "ai.onnxruntime.OrtSession",
             "predictions": 3}
            """));
  }

  @Test
  void manyParameters() throws Exception {
    StringBuilder parameters = new StringBuilder();
    for (int i = 0; i < 15; i++) {
      parameters.append(i == 0 ? "" : ", ").append("\"p").append(i).append("\": ").append(i);
    }
    assertEquals(
        "parameters p0=0, p1=1, p2=2, p3=3, p4=4, p5=5, p6=6, p7=7, p8=8, p9=9 and 5 more",
        lines("{\"library\": \"H2O\", \"modelClass\": \"x\", \"parameters\": {" + parameters + "}}")
            .get(1));
  }

  @Test
  void noModel() {
    assertNull(ModelView.of(new JsonMapper().missingNode()));
  }
}
