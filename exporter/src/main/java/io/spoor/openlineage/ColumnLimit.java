package io.spoor.openlineage;

import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the column flows of one event within a limit. Each flow gets an even share of what flows
 * with fewer columns leave; within a flow, columns that values are made from come before those that
 * only decide on rows. What is kept is the same for the same flows in any order. Immutable.
 */
public final class ColumnLimit {

  /** Column flows in one event: at common lengths of names about 4 MB. */
  public static final int COLUMNS = 10000;

  /** Characters of names and evidence in them; each is written in two facets. */
  public static final int CHARACTERS = 2000000;

  private final List<Flow> flows;
  private final long leftOut;

  /**
   * @param flows all flows of the event
   */
  public ColumnLimit(List<Flow> flows) {
    this(flows, COLUMNS, CHARACTERS);
  }

  ColumnLimit(List<Flow> flows, int columns, long characters) {
    Flow[] bounded = flows.toArray(new Flow[0]);
    Integer[] order = byNumberOfColumns(bounded);
    int left = columns;
    long charactersLeft = characters;
    long out = 0;
    for (int i = 0; i < order.length; i++) {
      Flow flow = bounded[order[i].intValue()];
      int has = flow.columns().size();
      if (has == 0) {
        continue;
      }
      int flowsLeft = order.length - i;
      List<ColumnFlow> kept = first(flow, left / flowsLeft, charactersLeft / flowsLeft);
      for (int k = 0; k < kept.size(); k++) {
        charactersLeft -= characters(flow, kept.get(k));
      }
      left -= kept.size();
      if (kept.size() < has) {
        out += has - kept.size();
        bounded[order[i].intValue()] =
            new Flow(
                flow.input(),
                flow.output(),
                flow.evidence(),
                flow.confidence(),
                kept,
                flow.isDirect());
      }
    }
    this.flows = Collections.unmodifiableList(Arrays.asList(bounded));
    this.leftOut = out;
  }

  /** The flows, in the order given, with the columns that are kept. */
  public List<Flow> flows() {
    return flows;
  }

  /** How many column flows are left out. */
  public long leftOut() {
    return leftOut;
  }

  private static List<ColumnFlow> first(Flow flow, int most, long mostCharacters) {
    List<ColumnFlow> sorted = new ArrayList<ColumnFlow>(flow.columns());
    Collections.sort(sorted, new DirectFirst());
    long characters = 0;
    int kept = 0;
    while (kept < sorted.size() && kept < most) {
      characters += characters(flow, sorted.get(kept));
      if (characters > mostCharacters) {
        break;
      }
      kept++;
    }
    return sorted.subList(0, kept);
  }

  private static int characters(Flow flow, ColumnFlow column) {
    DatasetId input = flow.input();
    int output = column.output() == null ? 0 : column.output().length();
    int evidence = 0;
    if (column.belief() != null) {
      List<Evidence> own = column.belief().evidence();
      for (int i = 0; i < own.size(); i++) {
        List<String> texts = own.get(i).texts();
        for (int k = 0; k < texts.size(); k++) {
          evidence += texts.get(k).length();
        }
      }
    }
    int name = input.namespace().length() + input.name().length();
    return name + column.input().length() + output + evidence;
  }

  private static Integer[] byNumberOfColumns(final Flow[] flows) {
    Integer[] order = new Integer[flows.length];
    for (int i = 0; i < order.length; i++) {
      order[i] = Integer.valueOf(i);
    }
    Arrays.sort(
        order,
        new Comparator<Integer>() {
          @Override
          public int compare(Integer a, Integer b) {
            Flow one = flows[a.intValue()];
            Flow other = flows[b.intValue()];
            int result = Integer.compare(one.columns().size(), other.columns().size());
            if (result == 0) {
              result = one.output().compareTo(other.output());
            }
            return result == 0 ? one.input().compareTo(other.input()) : result;
          }
        });
    return order;
  }

  private static final class DirectFirst implements Comparator<ColumnFlow> {
    @Override
    public int compare(ColumnFlow a, ColumnFlow b) {
      boolean direct = a.transformation().isDirect();
      if (direct != b.transformation().isDirect()) {
        return direct ? -1 : 1;
      }
      return a.compareTo(b);
    }
  }
}
