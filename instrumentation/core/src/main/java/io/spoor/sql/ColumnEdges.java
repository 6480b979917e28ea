package io.spoor.sql;

import io.spoor.model.Transformation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Takes the edges of a statement as they are found, up to a limit. */
final class ColumnEdges {

  static final int MAX_EDGES = 10_000;
  private static final Transformation[] KINDS = Transformation.values();

  private final ColumnWork work;
  final List<ColumnLineage> edges = new ArrayList<ColumnLineage>();
  final List<ParameterColumn> parameters = new ArrayList<ParameterColumn>();

  ColumnEdges(ColumnWork work) {
    this.work = work;
  }

  /** Adds what flows into a column, or what influences a whole output. */
  void add(TargetColumn target, Sources sources) {
    add(target, sources, edges);
    for (int i = 0; i < sources.columns.length && target.table != null; i++) {
      int parameter = sources.columns[i].parameter;
      int ways = sources.ways[i];
      boolean named = target.name != null && !target.derived;
      if (parameter > 0 && named && Ways.isDirect(ways) && hasRoom(parameters.size())) {
        parameters.add(new ParameterColumn(parameter, target, direct(ways)));
      }
    }
  }

  private static Transformation direct(int ways) {
    if (Ways.has(ways, Transformation.IDENTITY)) {
      return Transformation.IDENTITY;
    }
    return Ways.has(ways, Transformation.TRANSFORMATION)
        ? Transformation.TRANSFORMATION
        : Transformation.AGGREGATION;
  }

  /** The edges into a column, without keeping them. */
  List<ColumnLineage> of(TargetColumn target, Sources sources) {
    List<ColumnLineage> out = new ArrayList<ColumnLineage>(sources.columns.length);
    add(target, sources, out);
    return out;
  }

  private void add(TargetColumn target, Sources sources, List<ColumnLineage> out) {
    for (int i = 0; i < sources.columns.length; i++) {
      BaseColumn base = sources.columns[i];
      if (base.parameter > 0) {
        continue;
      }
      int ways = sources.ways[i];
      for (Transformation kind : KINDS) {
        if (Ways.has(ways, kind) && hasRoom(out.size())) {
          boolean masking = Ways.isMasking(ways, kind);
          out.add(new ColumnLineage(base.table, base.name, base.quoted, target, kind, masking));
        }
      }
    }
  }

  /** All columns of a table, each into the column of its own name. */
  static ColumnLineage star(OutColumn star, TableName target) {
    return new ColumnLineage(
        star.table.name,
        "*",
        false,
        new TargetColumn(target, "*", false, true),
        Transformation.IDENTITY,
        false);
  }

  void addStar(OutColumn star, TableName target) {
    work.partial("the columns of a star are not known");
    if (isWhole(star) && hasRoom(edges.size())) {
      edges.add(star(star, target));
    }
  }

  /** Whether a star stands for all columns of a table that is known. */
  static boolean isWhole(OutColumn star) {
    return star.table != null && (star.excluded == null || star.excluded.length == 0);
  }

  /** Each edge once: the branches of a MERGE and an upsert may say the same. */
  void removeRepeated() {
    Set<ColumnLineage> onceEdges = new LinkedHashSet<ColumnLineage>(edges);
    edges.clear();
    edges.addAll(onceEdges);
    Set<ParameterColumn> onceParameters = new LinkedHashSet<ParameterColumn>(parameters);
    parameters.clear();
    parameters.addAll(onceParameters);
  }

  private boolean hasRoom(int size) {
    if (size < MAX_EDGES) {
      return true;
    }
    work.partial("the statement has more column edges than the limit");
    return false;
  }
}
