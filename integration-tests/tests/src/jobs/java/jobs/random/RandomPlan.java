package jobs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the program of a seed does: the dice for sources and steps. Those for columns are in {@link
 * ColumnDice}.
 *
 * <p>What the dice avoid, because no evidence could ever show it: rows that nothing tells apart
 * (each part passes a key-like column on, unless rows of a table are copied one by one on one
 * thread); copies of row numbers under another name, which could be counters; both keys of a lookup
 * in the output; two sources with the same rows (of what was before, a third has changed).
 */
public final class RandomPlan {

  private static final Kind[] KINDS = {
    Kind.EMAIL,
    Kind.PHONE,
    Kind.PERSON,
    Kind.CITY,
    Kind.CODE,
    Kind.STATE,
    Kind.MEMO,
    Kind.AMOUNT,
    Kind.AMOUNT,
    Kind.QUANTITY,
    Kind.UNITS,
    Kind.DAY,
    Kind.STAMP,
    Kind.FLAG
  };

  /** Without numbers, which would make one dataset of several files. */
  private static final String[] NAMES = {
    "ACCOUNTS", "BOOKINGS", "CLAIMS", "DEPOTS", "EVENTS", "FARES"
  };

  final List<Source> sources = new ArrayList<>();
  final List<Step> steps = new ArrayList<>();

  /** Whether sources are read before the first step, not each when it is needed. */
  final boolean readsFirst;

  /** Whether each step is a transaction. */
  final boolean isTransactional;

  private final int staged;
  private final Dice dice;
  private int outputs;

  /**
   * @param older of a hundred sources so many have what another one was before
   * @param staged of a hundred second steps so many go on from what the first has written
   * @param distinct of a hundred programs so many have no other step than one that writes the
   *     different values of a column of a source of its own; all other sources are noise
   */
  public RandomPlan(long seed, int older, int staged, int distinct) {
    this.staged = staged;
    dice = new Dice(seed);
    readsFirst = dice.percent(70);
    isTransactional = dice.percent(40);
    int count = 3 + dice.below(4);
    for (int i = 0; i < count; i++) {
      boolean isOld = i > 1 && dice.percent(older);
      sources.add(
          isOld
              ? older(sources.get(i - 1), NAMES[i])
              : source(NAMES[i], i == 0 || dice.percent(50)));
    }
    int written = 1 + dice.below(2);
    for (int i = 0; i < written; i++) {
      steps.add(step());
    }
    Dice more = new Dice(-seed);
    if (more.percent(distinct)) {
      steps.clear();
      new DistinctDice(more).add(sources, steps);
    }
  }

  private TextFormat format(int percent) {
    return dice.percent(percent) ? new TextFormat(dice) : null;
  }

  private Source source(String name, boolean isNumbered) {
    Source source = new Source(name, format(35), dice);
    source.add(isNumbered ? Kind.NUMBER : Kind.KEY, "ID");
    int width = 3 + dice.below(4);
    int keyed = dice.below(width);
    for (int i = 0; i < width; i++) {
      Kind kind = KINDS[dice.below(KINDS.length)];
      if (i == keyed && isNumbered) {
        kind = dice.percent(60) ? Kind.EMAIL : Kind.PHONE;
      }
      source.add(kind, kind.name() + i);
    }
    source.add(Kind.REFERENCE, "REF");
    boolean[] lacks = new boolean[source.kinds.size()];
    for (int i = 0; i < lacks.length; i++) {
      lacks[i] = source.kinds.get(i).canLack() && dice.percent(15);
    }
    boolean commas = dice.percent(20);
    int rows = Kind.REFERRED + dice.below(1000);
    for (int row = 0; row < rows; row++) {
      source.rows.add(row(source.kinds, row, lacks, commas));
    }
    return source;
  }

  private Object[] row(List<Kind> kinds, int row, boolean[] lacks, boolean commas) {
    Object[] values = new Object[kinds.size()];
    for (int i = 0; i < values.length; i++) {
      boolean isLacking = lacks[i] && dice.percent(10);
      values[i] = isLacking ? null : kinds.get(i).value(dice, row, commas);
    }
    return values;
  }

  /** What another source was before a third of its rows changed. */
  private Source older(Source source, String name) {
    Source older = new Source(name, format(35), dice);
    for (int i = 0; i < source.kinds.size(); i++) {
      older.add(source.kinds.get(i), source.columns.get(i).toUpperCase(Locale.ROOT));
    }
    boolean[] lacks = new boolean[source.kinds.size()];
    for (int i = 0; i < source.rows.size(); i++) {
      boolean isSame = dice.percent(67);
      older.rows.add(isSame ? source.rows.get(i) : row(source.kinds, i, lacks, false));
    }
    return older;
  }

  private Step step() {
    Shape shape = dice.weighed(Shape.values(), 18, 14, 10, 10, 14, 6, 7, 7, 6, 4, 2, 2, 0);
    Source before = steps.isEmpty() || !dice.percent(staged) ? null : Source.of(steps.get(0), dice);
    if (before != null) {
      shape = dice.weighed(new Shape[] {Shape.STREAM, Shape.BUFFER, Shape.FILTER}, 40, 30, 30);
    }
    Part part = new Part(before == null ? main(shape) : before);
    if (shape.looksUp()) {
      part.lookup = lookup(part.source, shape);
      shape = part.lookup == null ? Shape.BUFFER : shape;
    }
    if (shape == Shape.AGGREGATE && !canGroup(part.source)) {
      shape = Shape.BUFFER;
    }
    Step step = new Step(shape, threading(shape));
    step.parts.add(part);
    if (shape == Shape.FILTER || shape == Shape.JOIN && dice.percent(25)) {
      part.filter = dice.below(part.source.kinds.size());
      part.percent = 20 + dice.below(60);
      if (!part.keepsEnough()) {
        part.filter = part.source.places(Kind::isKeyLike).get(0);
      }
    }
    if (shape.lists()) {
      part.listing = listing();
      part.isAnti = shape == Shape.ANTI_JOIN;
      sources.add(part.listing);
    }
    if (shape == Shape.UNION) {
      step.parts.add(new Part(other(part.source)));
    }
    if (shape == Shape.AGGREGATE) {
      step.group = dice.one(part.source.places(Kind::isGroup));
    }
    int count = shape == Shape.FAN_OUT ? 2 : 1;
    boolean routes = shape == Shape.FAN_OUT && dice.percent(50);
    for (int i = 0; i < count; i++) {
      Output output = output(shape);
      output.routed = routes ? i : -1;
      new ColumnDice(dice, step, output).fill();
      step.outputs.add(output);
    }
    return step;
  }

  /** What a step starts from; an update mostly from a file. */
  private Source main(Shape shape) {
    Source main = dice.one(sources);
    for (int i = 0; i < 3 && shape == Shape.UPDATE && !main.isFile(); i++) {
      main = dice.one(sources);
    }
    return main.reference() < 0 ? sources.get(0) : main;
  }

  private Output output(Shape shape) {
    String name = "OUT" + outputs++;
    return new Output(name, shape == Shape.UPDATE ? null : format(40), dice);
  }

  /** Rows by number; null when there are none. */
  private Source lookup(Source not, Shape shape) {
    List<Source> fit = new ArrayList<>();
    for (Source each : sources) {
      if (each != not
          && each.isNumbered()
          && each.reference() > 0
          && !(shape == Shape.PER_ROW && each.isFile())) {
        fit.add(each);
      }
    }
    return fit.isEmpty() ? null : dice.one(fit);
  }

  private Source other(Source not) {
    int at = dice.below(sources.size());
    Source other = sources.get(at);
    while (other == not || other.reference() < 0) {
      at = (at + 1) % sources.size();
      other = sources.get(at);
    }
    return other;
  }

  private static boolean canGroup(Source source) {
    return !source.places(Kind::isNumeric).isEmpty() && !source.places(Kind::isGroup).isEmpty();
  }

  /** About half of the numbers that others refer to, and what they are called. */
  private Source listing() {
    Source listing = new Source(outputs == 0 ? "CHOSEN" : "LISTED", format(50), dice);
    listing.add(Kind.QUANTITY, "ID");
    listing.add(Kind.PERSON, "OWNER");
    for (int i = 1; i <= Kind.REFERRED; i++) {
      if (dice.percent(50)) {
        listing.rows.add(new Object[] {i, Kind.PERSON.value(dice, i, false)});
      }
    }
    return listing;
  }

  private Threading threading(Shape shape) {
    switch (shape) {
      case STREAM:
      case UNION:
      case FAN_OUT:
        return dice.weighed(Threading.values(), 70, 30, 0, 0, 0);
      case PER_ROW:
        return dice.weighed(Threading.values(), 70, 0, 30, 0, 0);
      case UPDATE:
      case AGGREGATE:
        return dice.weighed(Threading.values(), 80, 20, 0, 0, 0);
      default:
        return dice.weighed(Threading.values(), 55, 10, 12, 11, 12);
    }
  }

  /** Whether any step uses it: the others are noise. */
  boolean isUsed(Source source) {
    for (Step step : steps) {
      for (Part part : step.parts) {
        if (part.source == source || part.lookup == source || part.listing == source) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether some step reads it row by row, so that it is not read before. */
  boolean isStreamed(Source source) {
    for (Step step : steps) {
      for (Part part : step.parts) {
        boolean queried = step.shape == Shape.PER_ROW && part.lookup == source;
        if (queried || step.isStreamed() && part.source == source) {
          return true;
        }
      }
    }
    return false;
  }
}
