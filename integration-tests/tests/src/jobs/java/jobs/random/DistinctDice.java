package jobs.random;

import java.util.ArrayList;
import java.util.List;

/**
 * Throws the dice for a step that writes the different values of columns of a source, and for
 * sources with about the same values that are read and not used. About a quarter of the columns are
 * of a kind with so few values that nothing could show where they are from: of these none should be
 * told.
 */
final class DistinctDice {

  private static final Kind[] KINDS = {
    Kind.EMAIL,
    Kind.PHONE,
    Kind.KEY,
    Kind.PERSON,
    Kind.PERSON,
    Kind.MEMO,
    Kind.AMOUNT,
    Kind.UNITS,
    Kind.STAMP,
    Kind.DAY,
    Kind.CITY,
    Kind.CODE,
    Kind.QUANTITY,
    Kind.REFERENCE
  };

  /** What a source that is not used has in common with the one that is. */
  private enum Noise {
    /** As many values of the same kinds. */
    OTHERS,
    /** Half of the values, and others. */
    HALF,
    /** All of the values, and others. */
    MORE,
    /** The same values. */
    SAME
  }

  private final Dice dice;

  DistinctDice(Dice dice) {
    this.dice = dice;
  }

  void add(List<Source> sources, List<Step> steps) {
    List<Kind> kinds = new ArrayList<>();
    List<List<Object>> pools = new ArrayList<>();
    int width = 1 + dice.below(3);
    for (int i = 0; i < width; i++) {
      kinds.add(KINDS[dice.below(KINDS.length)]);
      pools.add(values(kinds.get(i), 15 + dice.below(dice.percent(30) ? 1200 : 300)));
    }
    Source source = source("SALES", kinds, pools);
    sources.add(source);
    String[] names = {"RETURNS", "GRANTS"};
    int noise = dice.below(names.length + 1);
    for (int i = 0; i < noise; i++) {
      Noise what = dice.weighed(Noise.values(), 35, 35, 20, 10);
      List<List<Object>> others = new ArrayList<>();
      for (int c = 0; c < width; c++) {
        others.add(noise(what, kinds.get(c), pools.get(c)));
      }
      sources.add(source(names[i], kinds, others));
    }
    steps.add(step(source, width));
  }

  private List<Object> values(Kind kind, int count) {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add(kind.value(dice, i, false));
    }
    return values;
  }

  private List<Object> noise(Noise what, Kind kind, List<Object> pool) {
    List<Object> values = new ArrayList<>();
    if (what == Noise.MORE || what == Noise.SAME) {
      values.addAll(pool);
    } else if (what == Noise.HALF) {
      values.addAll(pool.subList(0, pool.size() / 2));
    }
    int more = what == Noise.SAME ? 0 : what == Noise.OTHERS ? pool.size() : pool.size() / 2;
    values.addAll(values(kind, more));
    return values;
  }

  /** With a number for each row, or only a reference to something, which several rows have. */
  private Source source(String name, List<Kind> kinds, List<List<Object>> pools) {
    Source source = new Source(name, dice.percent(40) ? new TextFormat(dice) : null, dice);
    source.add(dice.percent(60) ? Kind.NUMBER : Kind.REFERENCE, "ID");
    for (int i = 0; i < kinds.size(); i++) {
      source.add(kinds.get(i), kinds.get(i).name() + i);
    }
    source.add(Kind.AMOUNT, "AMOUNT");
    int rows = 200 + dice.below(dice.percent(30) ? 8000 : 1500);
    for (int row = 0; row < rows; row++) {
      Object[] values = new Object[kinds.size() + 2];
      values[0] = source.kinds.get(0).value(dice, row, false);
      for (int i = 0; i < kinds.size(); i++) {
        values[i + 1] = dice.one(pools.get(i));
      }
      values[values.length - 1] = Kind.AMOUNT.value(dice, row, false);
      source.rows.add(values);
    }
    return source;
  }

  private Step step(Source source, int width) {
    Step step = new Step(Shape.DISTINCT, dice.weighed(Threading.values(), 70, 10, 20, 0, 0));
    Part part = new Part(source);
    step.parts.add(part);
    step.order = dice.below(3);
    if (dice.percent(40)) {
      part.filter = dice.below(width + 1);
      part.percent = 20 + dice.below(60);
    }
    Output output = new Output("PICKED", dice.percent(50) ? new TextFormat(dice) : null, dice);
    if (dice.percent(20)) {
      add(output, Change.COUNTER, "NUM", null, Type.INT);
    }
    int taken = width > 1 && dice.percent(35) ? 2 : 1;
    int first = 1 + dice.below(width - taken + 1);
    for (int i = 0; i < taken; i++) {
      boolean keepsName = dice.percent(50);
      String name = keepsName ? source.columns.get(first + i) : "VALUE_" + "AB".charAt(i);
      Type type = dice.percent(20) ? Type.VARCHAR : source.kinds.get(first + i).type;
      add(output, Change.COPY, name, new Column.Place(false, first + i), type);
    }
    step.outputs.add(output);
    return step;
  }

  private static void add(
      Output output, Change change, String name, Column.Place place, Type type) {
    Column column = new Column(name, change, 0);
    column.first.add(place);
    column.second.add(null);
    column.type = type;
    output.columns.add(column);
  }
}
