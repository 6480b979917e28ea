package jobs;

import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.evaluation.BinaryClassificationEvaluator;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Spark's MLlib in local mode: files are read and written by threads of Spark's own. */
public class SparkChurn {
  public static void main(String[] args) throws Exception {
    SparkSession spark =
        SparkSession.builder()
            .master("local[1]")
            .appName("churn")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.shuffle.partitions", "1")
            .getOrCreate();
    if (args[0].equals("train")) {
      Dataset<Row> train = read(spark, "in/train.csv");
      VectorAssembler features =
          new VectorAssembler()
              .setInputCols(new String[] {"age", "visits", "spend"})
              .setOutputCol("features");
      LogisticRegression regression =
          new LogisticRegression().setLabelCol("left").setMaxIter(5).setRegParam(0.01);
      PipelineModel model =
          new Pipeline().setStages(new PipelineStage[] {features, regression}).fit(train);
      double auc =
          new BinaryClassificationEvaluator()
              .setLabelCol("left")
              .evaluate(model.transform(read(spark, "in/valid.csv")));
      System.out.println(auc);
      model.write().overwrite().save("out/model");
    } else {
      PipelineModel model = PipelineModel.load("in/model");
      model
          .transform(read(spark, "in/score.csv"))
          .select("age", "prediction")
          .coalesce(1)
          .write()
          .option("header", "true")
          .csv("out/predictions");
    }
    spark.stop();
  }

  private static Dataset<Row> read(SparkSession spark, String path) {
    return spark.read().option("header", "true").option("inferSchema", "true").csv(path);
  }
}
