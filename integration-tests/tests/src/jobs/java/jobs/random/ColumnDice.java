package jobs.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Throws the dice for the columns of an output: about six of ten are copied, one is a constant or a
 * counter, the others are changed.
 */
final class ColumnDice {

  private static final int VARIANTS = 4;
  private static final Change[] AGGREGATES = {
    Change.SUM, Change.COUNT, Change.MIN, Change.MAX, Change.AVG
  };

  private final Dice dice;
  private final Step step;
  private final Output output;

  ColumnDice(Dice dice, Step step, Output output) {
    this.dice = dice;
    this.step = step;
    this.output = output;
  }

  void fill() {
    if (step.shape == Shape.AGGREGATE) {
      aggregates();
      return;
    }
    int width = 3 + dice.below(5);
    if (step.shape == Shape.UPDATE) {
      output.updatedBy = step.parts.get(0).source;
    }
    if (needsKey()) {
      copyOfKey();
    }
    boolean looksUp = step.parts.get(0).lookup != null;
    for (int i = output.columns.size(); i < width; i++) {
      int roll = dice.below(100);
      boolean mustLookUp = looksUp && i == width - 1;
      if (roll < 10 && !mustLookUp) {
        Column none = column(roll < 5 ? Change.CONSTANT : Change.COUNTER, null);
        step.parts.forEach(part -> add(none, null, null));
        none.type = none.change.type(Type.VARCHAR);
      } else {
        any(mustLookUp, roll >= 60);
      }
    }
  }

  /** Rows of a table that are copied one by one are told apart by that alone. */
  private boolean needsKey() {
    Source source = step.parts.get(0).source;
    boolean isPlain = step.shape == Shape.STREAM && step.threading == Threading.ONE;
    return !(isPlain && !source.isFile() && dice.percent(40));
  }

  private void copyOfKey() {
    Column column = null;
    for (Part part : step.parts) {
      Column.Place place = own(dice.one(part.source.places(Kind::isKeyLike)));
      column = column == null ? column(Change.COPY, place) : column;
      add(column, place, null);
    }
    column.type = Type.VARCHAR;
  }

  /**
   * A column, half of them called as what they come from. Numbers always are: what counts the rows
   * has the same values, and only the name tells a copy from it.
   *
   * @param place null when it comes from nowhere
   */
  private Column column(Change change, Column.Place place) {
    int variant = dice.below(VARIANTS);
    String name = "C" + output.columns.size() + "_" + dice.below(100);
    if (place != null) {
      Part part = step.parts.get(0);
      String origin = place.source(part).columns.get(place.index).toUpperCase(Locale.ROOT);
      boolean isNumber = place.kind(part) == Kind.NUMBER;
      boolean keepsName = isNumber || dice.percent(50);
      name = !keepsName ? name : isTaken(origin) ? isNumber ? origin + name : name : origin;
    }
    Column column = new Column(name, change, variant);
    output.columns.add(column);
    return column;
  }

  private boolean isTaken(String name) {
    // The key of a table that is updated has that name.
    boolean isTaken = output.updatedBy != null && name.equalsIgnoreCase("ID");
    for (Column each : output.columns) {
      isTaken |= each.name.equalsIgnoreCase(name);
    }
    return isTaken;
  }

  private static Column.Place own(int index) {
    return new Column.Place(false, index);
  }

  private static void add(Column column, Column.Place first, Column.Place second) {
    column.first.add(first);
    column.second.add(second);
  }

  /** A column that comes from somewhere; of a union from each part, alike where that can be. */
  private void any(boolean mustLookUp, boolean changes) {
    Part part = step.parts.get(0);
    Column.Place place = place(part, mustLookUp);
    Change change = Change.COPY;
    if (changes) {
      List<Change> fit = new ArrayList<>();
      for (Change each : Change.values()) {
        if (each.suits(place.kind(part)) && isPossible(each, place)) {
          fit.add(each);
        }
      }
      change = fit.isEmpty() ? change : dice.one(fit);
    }
    Column column = column(change, place);
    Type type = null;
    for (Part each : step.parts) {
      Column.Place first = each == part ? place : placeFor(each, change, place.kind(part));
      add(column, first, change.isOfTwo() ? partner(each, change, first) : null);
      Type own = change.type(first.kind(each).type);
      type = type == null || type == own ? own : Type.VARCHAR;
    }
    column.type = dice.percent(20) ? Type.VARCHAR : type;
  }

  /** Whether each part has what the change needs. */
  private boolean isPossible(Change change, Column.Place place) {
    for (Part each : step.parts) {
      Column.Place first = each == step.parts.get(0) ? place : placeFor(each, change, null);
      if (first == null || change.isOfTwo() && partner(each, change, first) == null) {
        return false;
      }
    }
    return true;
  }

  /** Any place but the keys of a lookup: which of the two it was no value can show. */
  private Column.Place place(Part part, boolean mustLookUp) {
    boolean looksUp = mustLookUp || part.lookup != null && dice.percent(45);
    Source source = looksUp ? part.lookup : part.source;
    int index = dice.below(source.kinds.size());
    boolean isKey = part.lookup != null && index == (looksUp ? 0 : source.reference());
    boolean isMatched = output.updatedBy != null && index == 0;
    return new Column.Place(looksUp, isKey || isMatched ? 1 : index);
  }

  /** A place of the other part of a union; null when none suits. */
  private Column.Place placeFor(Part part, Change change, Kind like) {
    List<Integer> places = part.source.places(kind -> kind == like);
    if (places.isEmpty()) {
      places = part.source.places(kind -> change == Change.COPY || change.suits(kind));
    }
    return places.isEmpty() ? null : own(dice.one(places));
  }

  private Column.Place partner(Part part, Change change, Column.Place first) {
    List<Column.Place> fit = new ArrayList<>();
    for (int i = 0; i < part.source.kinds.size(); i++) {
      if (change.suits(part.source.kinds.get(i)) && (first.isLookedUp || i != first.index)) {
        fit.add(own(i));
      }
    }
    return fit.isEmpty() ? null : dice.one(fit);
  }

  private void aggregates() {
    Source source = step.parts.get(0).source;
    Column key = column(Change.COPY, own(step.group));
    add(key, own(step.group), null);
    key.type = source.kinds.get(step.group).type;
    int width = 1 + dice.below(3);
    for (int i = 0; i < width; i++) {
      Change change = dice.weighed(AGGREGATES, 40, 20, 13, 13, 14);
      int place = dice.one(source.places(Kind::isNumeric));
      Column column = column(change, own(place));
      add(column, own(place), null);
      column.type = change.type(source.kinds.get(place).type);
    }
    if (output.columns.stream().allMatch(each -> each == key || each.change == Change.COUNT)) {
      Column column = column(Change.SUM, null);
      add(column, own(dice.one(source.places(Kind::isNumeric))), null);
      column.type = Type.DECIMAL;
    }
  }
}
