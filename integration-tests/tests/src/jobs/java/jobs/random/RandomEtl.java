package jobs.random;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the program of a seed: reads sources, some of which it does not use, and writes outputs in
 * ways that its plan has thrown dice for. Arguments: those of the plan.
 */
public final class RandomEtl {

  private final RandomPlan plan;
  private final Connection database;
  private final Reading reading;

  private RandomEtl(RandomPlan plan, Connection database) {
    this.plan = plan;
    this.database = database;
    this.reading = new Reading(database);
  }

  public static void main(String[] args) throws Exception {
    RandomPlan plan =
        new RandomPlan(
            Long.parseLong(args[0]),
            Integer.parseInt(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]));
    try (Connection database = DriverManager.getConnection("jdbc:h2:./db/data")) {
      database.setAutoCommit(!plan.isTransactional);
      new RandomEtl(plan, database).run();
    }
  }

  private void run() throws Exception {
    for (Source source : plan.sources) {
      if (!plan.isUsed(source) || plan.readsFirst && !plan.isStreamed(source)) {
        reading.all(source);
      }
    }
    for (Step step : plan.steps) {
      List<Writing> outputs = new ArrayList<>();
      for (Output each : step.outputs) {
        outputs.add(new Writing(each, database));
      }
      AtomicInteger rows = new AtomicInteger();
      for (int i = 0; i < step.parts.size(); i++) {
        run(step, i, outputs, rows);
      }
      for (Writing each : outputs) {
        each.close();
      }
      if (plan.isTransactional) {
        database.commit();
      }
    }
  }

  private void run(Step step, int number, List<Writing> outputs, AtomicInteger taken)
      throws Exception {
    Part part = step.parts.get(number);
    if (step.shape == Shape.AGGREGATE) {
      Groups groups = new Groups(step.group);
      Workers.run(step.threading, rows -> feed(step, part, rows), groups);
      groups.to(step.outputs.get(0), outputs.get(0));
      return;
    }
    if (step.shape == Shape.DISTINCT) {
      Distinct distinct = new Distinct(step.outputs.get(0), step.order);
      Rows work = row -> takeKept(part, row, distinct);
      Workers.run(step.threading, rows -> feed(step, part, rows), work);
      for (Object[] row : distinct.rows()) {
        write(step, number, row, null, outputs, taken.incrementAndGet());
      }
      return;
    }
    Map<String, Object[]> lookup = lookup(step, part);
    Set<String> listed = listed(part);
    Rows work =
        row -> {
          Object[] other = null;
          if (part.lookup != null) {
            Object key = row[part.source.reference()];
            other =
                step.shape == Shape.PER_ROW
                    ? reading.find(part.lookup, key)
                    : lookup.get(Type.text(key));
          }
          if (isKept(part, row, listed) && (part.lookup == null || other != null)) {
            write(step, number, row, other, outputs, taken.incrementAndGet());
          }
        };
    Workers.run(step.threading, rows -> feed(step, part, rows), work);
  }

  private static void takeKept(Part part, Object[] row, Rows rows) throws Exception {
    if (part.keeps(row)) {
      rows.take(row);
    }
  }

  private static boolean isKept(Part part, Object[] row, Set<String> listed) {
    return part.keeps(row)
        && (listed == null
            || listed.contains(Type.text(row[part.source.reference()])) != part.isAnti);
  }

  private static void write(
      Step step, int part, Object[] row, Object[] other, List<Writing> outputs, int number)
      throws Exception {
    for (int i = 0; i < outputs.size(); i++) {
      Output output = step.outputs.get(i);
      if (output.routed >= 0 && output.routed != number % 2) {
        continue;
      }
      int width = output.columns.size();
      int count = outputs.get(i).next();
      Object[] values = new Object[output.updatedBy == null ? width : width + 1];
      for (int c = 0; c < width; c++) {
        values[c] = output.columns.get(c).value(part, row, other, count);
      }
      if (output.updatedBy != null) {
        values[width] = row[0];
      }
      outputs.get(i).take(values);
    }
  }

  private void feed(Step step, Part part, Rows rows) throws Exception {
    if (step.isStreamed()) {
      reading.each(part.source, rows);
      return;
    }
    List<Object[]> all = new ArrayList<>(reading.all(part.source));
    if (step.shape == Shape.SHUFFLE) {
      Collections.shuffle(all, new Random(all.size()));
    }
    for (Object[] row : all) {
      rows.take(row);
    }
  }

  private Map<String, Object[]> lookup(Step step, Part part) throws Exception {
    Map<String, Object[]> lookup = new HashMap<>();
    if (part.lookup != null && step.shape == Shape.JOIN) {
      for (Object[] row : reading.all(part.lookup)) {
        lookup.put(Type.text(row[0]), row);
      }
    }
    return lookup;
  }

  /** Null when all rows go on. */
  private Set<String> listed(Part part) throws Exception {
    if (part.listing == null) {
      return null;
    }
    Set<String> listed = new HashSet<>();
    for (Object[] row : reading.all(part.listing)) {
      listed.add(Type.text(row[0]));
    }
    return listed;
  }
}
