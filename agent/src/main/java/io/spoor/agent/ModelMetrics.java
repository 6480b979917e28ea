package io.spoor.agent;

import io.spoor.openlineage.ModelDatasetFacet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures of a model's quality: of each measure and data set some of the iterations evenly spread,
 * and always the last. Spoor's thread only.
 */
final class ModelMetrics {

  private static final int SERIES = 50;
  private static final int POINTS = 50;

  private static final class Series {
    final String name;
    final Object set;
    final List<long[]> kept = new ArrayList<long[]>();
    long stride = 1;
    long count;
    long lastIteration;
    double last;

    Series(String name, Object set) {
      this.name = name;
      this.set = set;
    }

    void add(double value, long iteration) {
      if (count % stride == 0) {
        kept.add(new long[] {iteration, Double.doubleToRawLongBits(value)});
      }
      count++;
      last = value;
      lastIteration = iteration;
      if (kept.size() > POINTS) {
        for (int i = kept.size() - 1; i > 0; i--) {
          if (i % 2 == 1) {
            kept.remove(i);
          }
        }
        stride *= 2;
      }
    }
  }

  /** Gives a set of data its name in events. */
  interface Names {
    String of(Object set);
  }

  private final Map<String, Series> series = new LinkedHashMap<String, Series>();

  /**
   * @param set what it was measured on: a ModelData, a name, or null
   * @param iteration from 0; -1 for the whole model, whose later value replaces the one before
   */
  void add(String name, double value, Object set, long iteration) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      // Libraries say so of what they did not measure.
      return;
    }
    String key = name + "\n" + (set instanceof String ? set : System.identityHashCode(set));
    Series known = series.get(key);
    if (known == null || iteration < 0) {
      if (known == null && series.size() >= SERIES) {
        return;
      }
      known = new Series(name, set);
      series.put(key, known);
    }
    known.add(value, iteration);
  }

  List<ModelDatasetFacet.Metric> told(Names names) {
    List<ModelDatasetFacet.Metric> told = new ArrayList<ModelDatasetFacet.Metric>();
    for (Series each : series.values()) {
      String set = names.of(each.set);
      for (long[] point : each.kept) {
        if (point[0] != each.lastIteration) {
          told.add(
              new ModelDatasetFacet.Metric(
                  each.name, Double.longBitsToDouble(point[1]), set, point[0]));
        }
      }
      told.add(new ModelDatasetFacet.Metric(each.name, each.last, set, each.lastIteration));
    }
    return told;
  }
}
