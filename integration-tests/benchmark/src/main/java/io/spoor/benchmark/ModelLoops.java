package io.spoor.benchmark;

import com.microsoft.ml.lightgbm.PredictionType;
import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Map;
import java.util.Random;

/** Predictions a row each, in Java and in native code, and iterations of a training. */
final class ModelLoops implements AutoCloseable {

  private static final int ROWS = 200;
  private static final int COLUMNS = 5;

  private final Model linear;
  private final Feature[] row = new Feature[COLUMNS];
  private final double[] values = new double[COLUMNS];
  private final LGBMDataset data;
  private final LGBMBooster trees;
  private LGBMBooster trained;
  private int iterations;

  ModelLoops() throws LGBMException {
    Random random = new Random(1);
    Problem problem = new Problem();
    problem.l = ROWS;
    problem.n = COLUMNS;
    problem.x = new Feature[ROWS][COLUMNS];
    problem.y = new double[ROWS];
    double[] matrix = new double[ROWS * COLUMNS];
    float[] labels = new float[ROWS];
    for (int i = 0; i < ROWS; i++) {
      for (int k = 0; k < COLUMNS; k++) {
        double value = random.nextDouble();
        problem.x[i][k] = new FeatureNode(k + 1, value);
        matrix[i * COLUMNS + k] = value;
      }
      problem.y[i] = problem.x[i][0].getValue() > 0.5 ? 1 : 0;
      labels[i] = (float) problem.y[i];
    }
    Linear.disableDebugOutput();
    linear = Linear.train(problem, new Parameter(SolverType.L2R_LR, 1, 0.1));
    for (int k = 0; k < COLUMNS; k++) {
      row[k] = new FeatureNode(k + 1, 0.3);
      values[k] = 0.3;
    }
    data = LGBMDataset.createFromMat(matrix, ROWS, COLUMNS, true, "verbosity=-1", null);
    data.setField("label", labels);
    trees = booster();
    for (int i = 0; i < 5; i++) {
      trees.updateOneIter();
    }
    trained = booster();
  }

  private LGBMBooster booster() throws LGBMException {
    return LGBMBooster.create(data, "objective=binary num_leaves=4 num_threads=1 verbosity=-1");
  }

  void addTo(Map<String, Loop> loops) {
    loops.put("a prediction of LIBLINEAR, 5 features", this::linear);
    loops.put("a prediction of LightGBM, 5 features", this::trees);
    loops.put("an iteration of LightGBM's training, 200 rows", this::train);
  }

  private long linear(int times) {
    double sum = 0;
    for (int i = 0; i < times; i++) {
      sum += Linear.predict(linear, row);
    }
    return (long) sum;
  }

  private long trees(int times) throws LGBMException {
    double sum = 0;
    for (int i = 0; i < times; i++) {
      sum += trees.predictForMatSingleRow(values, PredictionType.C_API_PREDICT_NORMAL);
    }
    return (long) sum;
  }

  private long train(int times) throws LGBMException {
    for (int i = 0; i < times; i++) {
      // A model that grows without end would make later iterations dearer than earlier ones.
      if (++iterations % 200 == 0) {
        trained.close();
        trained = booster();
      }
      trained.updateOneIter();
    }
    return times;
  }

  @Override
  public void close() throws LGBMException {
    trees.close();
    trained.close();
    data.close();
  }
}
