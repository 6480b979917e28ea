package io.spoor.tests;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Models that other tools write, made by hand: who comes often and spends much stays. */
final class ModelFixtures {

  /** Of CatBoost, as its JSON format has it: one tree, which asks for the visits. */
  static final String CATBOOST =
      """
      {
        "features_info": {
          "float_features": [
            {"feature_index": 0, "flat_feature_index": 0, "feature_id": "age", "has_nans": false,
             "nan_value_treatment": "AsIs", "borders": []},
            {"feature_index": 1, "flat_feature_index": 1, "feature_id": "visits", "has_nans": false,
             "nan_value_treatment": "AsIs", "borders": [5.5]},
            {"feature_index": 2, "flat_feature_index": 2, "feature_id": "spend", "has_nans": false,
             "nan_value_treatment": "AsIs", "borders": []}
          ]
        },
        "oblivious_trees": [
          {"leaf_values": [0.9, 0.2], "leaf_weights": [10, 10],
           "splits": [{"border": 5.5, "float_feature_index": 1, "split_index": 0,
                       "split_type": "FloatFeature"}]}
        ],
        "scale_and_bias": [1, [0]]
      }
      """;

  /** A regression as PMML, with a version of its own. */
  static final String PMML =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <PMML xmlns="http://www.dmg.org/PMML-4_4" version="4.4">
        <Header modelVersion="2024-05"><Application name="by hand"/></Header>
        <DataDictionary>
          <DataField name="left" optype="continuous" dataType="double"/>
          <DataField name="age" optype="continuous" dataType="double"/>
          <DataField name="visits" optype="continuous" dataType="double"/>
          <DataField name="spend" optype="continuous" dataType="double"/>
        </DataDictionary>
        <RegressionModel modelName="churn" functionName="regression">
          <MiningSchema>
            <MiningField name="left" usageType="target"/>
            <MiningField name="age"/>
            <MiningField name="visits"/>
            <MiningField name="spend"/>
          </MiningSchema>
          <RegressionTable intercept="1">
            <NumericPredictor name="visits" coefficient="-0.05"/>
            <NumericPredictor name="spend" coefficient="-0.001"/>
          </RegressionTable>
        </RegressionModel>
      </PMML>
      """;

  private ModelFixtures() {}

  /**
   * One matrix product as ONNX has it: a message of protocol buffers, whose fields have these
   * numbers in onnx.proto of the format's version 7.
   */
  static byte[] onnx() {
    Message node = new Message();
    node.text(1, "x").text(1, "w").text(1, "b").text(2, "y").text(4, "Gemm");
    Message graph = new Message();
    graph.message(1, node).text(2, "churn");
    graph.message(5, tensor("w", new long[] {3, 1}, 0f, -0.05f, -0.001f));
    graph.message(5, tensor("b", new long[] {1}, 1f));
    graph.message(11, value("x", 3)).message(12, value("y", 1));
    Message model = new Message();
    model.number(1, 7).text(2, "by hand").number(5, 3).message(7, graph);
    return model.message(8, new Message().number(2, 13)).bytes();
  }

  private static Message tensor(String name, long[] dims, float... values) {
    Message tensor = new Message();
    for (long dim : dims) {
      tensor.number(1, dim);
    }
    tensor.number(2, 1);
    for (float value : values) {
      tensor.fixed(4, Float.floatToIntBits(value));
    }
    return tensor.text(8, name);
  }

  private static Message value(String name, long columns) {
    Message shape = new Message();
    shape.message(1, new Message().text(2, "rows"));
    shape.message(1, new Message().number(1, columns));
    Message tensor = new Message().number(1, 1).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private void varint(long value) {
      long rest = value;
      while (rest >= 0x80) {
        out.write((int) (rest & 0x7f | 0x80));
        rest >>>= 7;
      }
      out.write((int) rest);
    }

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message fixed(int field, int value) {
      varint(field << 3 | 5);
      for (int i = 0; i < 4; i++) {
        out.write(value >>> 8 * i);
      }
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    private Message bytes(int field, byte[] value) {
      varint(field << 3 | 2);
      varint(value.length);
      out.write(value, 0, value.length);
      return this;
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
