package io.spoor.memory;

import io.spoor.boot.record.Effort;
import io.spoor.flow.ColumnValues;
import io.spoor.flow.OpenColumns;
import io.spoor.flow.RowFlows;
import io.spoor.flow.RowSide;
import io.spoor.ledger.Access;
import io.spoor.ledger.Column;
import io.spoor.ledger.Ledger;
import io.spoor.model.Belief;
import io.spoor.model.ColumnFlow;
import io.spoor.model.DatasetId;
import io.spoor.model.Evidence;
import io.spoor.model.Flow;
import io.spoor.model.UnexplainedColumn;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes of a run that is over what is remembered of it, beside what was before. */
final class Learnt {

  /** Columns of a dataset, and flows into it, that are remembered. */
  private static final int MOST_COLUMNS = 200;

  private static final String AGREE = "agree ";

  private final JobMemory before;
  private final KeyedHash key;
  private final long now;
  private final RowFlows rows;
  private final List<Flow> flows;
  private final Map<DatasetId, Map<String, RememberedColumn>> values =
      new LinkedHashMap<DatasetId, Map<String, RememberedColumn>>();

  /**
   * @param rows null when none were compared
   * @param flows all that the run told, edges and candidates
   */
  Learnt(JobMemory before, KeyedHash key, long now, RowFlows rows, List<Flow> flows) {
    this.before = before;
    this.key = key;
    this.now = now;
    this.rows = rows;
    this.flows = flows;
  }

  /** Takes values of columns that were written. */
  void take(List<RowSide> outputs) {
    for (RowSide output : outputs) {
      for (ColumnValues column : ColumnValues.of(output)) {
        RememberedColumn remembered = RememberedColumn.of(column, key);
        DatasetId id = column.access().id();
        Map<String, RememberedColumn> ofOutput = values.get(id);
        if (ofOutput == null) {
          ofOutput = new TreeMap<String, RememberedColumn>();
          values.put(id, ofOutput);
        }
        RememberedColumn known = ofOutput.get(column.name());
        boolean isMore = known == null || known.hashes.length < RememberedColumn.MOST;
        if (remembered != null && isMore && ofOutput.size() < MOST_COLUMNS) {
          ofOutput.put(column.name(), remembered);
        }
      }
    }
  }

  /**
   * The job's memory now.
   *
   * @param oldest what was used before that, in milliseconds since 1970, is forgotten
   */
  JobMemory memory(Ledger ledger, long oldest) {
    Map<DatasetId, RememberedInput> inputs = new LinkedHashMap<DatasetId, RememberedInput>();
    Map<DatasetId, RememberedOutput> outputs = new LinkedHashMap<DatasetId, RememberedOutput>();
    for (RememberedInput each : before.inputs.values()) {
      if (each.millis >= oldest) {
        inputs.put(each.id, each);
      }
    }
    for (RememberedOutput each : before.outputs.values()) {
      if (each.millis >= oldest) {
        outputs.put(each.id, each);
      }
    }
    for (Access input : ledger.inputs()) {
      if (input.program() == null) {
        inputs.put(input.id(), new RememberedInput(input.id(), now, schema(input)));
      }
    }
    for (Access output : ledger.outputs()) {
      if (output.program() == null) {
        outputs.put(output.id(), output(output, before.outputs.get(output.id())));
      }
    }
    return new JobMemory(before.namespace, before.name, before.mark, inputs, outputs);
  }

  private static List<String[]> schema(Access access) {
    List<String[]> schema = new ArrayList<String[]>();
    for (Column column : access.columns()) {
      if (schema.size() < MOST_COLUMNS) {
        schema.add(new String[] {column.name(), column.type()});
      }
    }
    return schema;
  }

  private RememberedOutput output(Access output, RememberedOutput known) {
    List<RememberedFlow> columns = new ArrayList<RememberedFlow>();
    Set<DatasetId> sources = new LinkedHashSet<DatasetId>();
    int weakest = Integer.MAX_VALUE;
    boolean isCandidate = false;
    for (Flow flow : flows) {
      if (!flow.output().equals(output.id())) {
        continue;
      }
      sources.add(flow.input());
      isCandidate |= flow.isCandidate();
      for (ColumnFlow column : flow.columns()) {
        List<String> why = evidence(flow, column);
        weakest = Math.min(weakest, agreeing(why));
        if (column.output() != null && columns.size() < MOST_COLUMNS) {
          columns.add(new RememberedFlow(flow.input(), column.input(), column.output(), why));
        }
      }
    }
    List<String> unexplained = new ArrayList<String>();
    for (UnexplainedColumn column :
        rows == null ? Collections.<UnexplainedColumn>emptyList() : rows.unexplained()) {
      if (column.output().equals(output.id()) && OpenColumns.mayBecomeClear(column)) {
        unexplained.add(column.name());
      }
    }
    boolean isExplained = rows != null && rows.isExplained(output) && !isCandidate;
    Verdict verdict =
        isCandidate || !unexplained.isEmpty()
            ? Verdict.AMBIGUOUS
            : isExplained ? Verdict.EXPLAINED : Verdict.OPEN;
    Map<String, RememberedColumn> kept = values.get(output.id());
    RememberedOutput now =
        new RememberedOutput(
            output.id(),
            this.now,
            verdict,
            known == null || known.verdict != verdict ? 1 : known.runs + 1,
            known == null ? Effort.LESS : known.least,
            weakest,
            schema(output),
            sources,
            columns,
            unexplained,
            kept == null
                ? Collections.<RememberedColumn>emptyList()
                : new ArrayList<RememberedColumn>(kept.values()));
    return known == null ? now : after(known, now);
  }

  /** What the effort of the run that is over has done. */
  private static RememberedOutput after(RememberedOutput known, RememberedOutput now) {
    Effort least = known.least;
    int weakest = now.weakest;
    Effort spent = known.effort();
    if (spent == Effort.MORE && now.explained() > known.explained()) {
      least = Effort.MORE;
    } else if (spent == Effort.LESS && now.explained() < known.explained()) {
      least = Effort.USUAL;
    } else if (spent == Effort.LESS) {
      // With half of the rows half as many agree.
      weakest = known.weakest;
    }
    return new RememberedOutput(
        now.id,
        now.millis,
        now.verdict,
        now.runs,
        least,
        weakest,
        now.schema,
        now.sources,
        now.flows,
        now.unexplained,
        now.columns);
  }

  private static List<String> evidence(Flow flow, ColumnFlow column) {
    Belief belief = column.belief();
    List<String> texts = new ArrayList<String>();
    for (Evidence each : belief == null ? flow.evidence() : belief.evidence()) {
      texts.addAll(each.texts());
    }
    return texts;
  }

  /** How many rows agree, by the least of the figures. */
  private static int agreeing(List<String> evidence) {
    int least = Integer.MAX_VALUE;
    for (String text : evidence) {
      int slash = text.indexOf('/');
      if (text.startsWith(AGREE) && slash > 0) {
        least = Math.min(least, Integer.parseInt(text.substring(AGREE.length(), slash)));
      }
    }
    return least;
  }
}
