package io.spoor.testing;

import io.openlineage.client.OpenLineage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks an event as OpenLineage's client understood it, and finds what it did not understand. */
final class ClientWalk {

  /** Members that Spoor adds to a transformation. */
  static final Set<String> OURS = Set.of("confidence", "evidence");

  /** Members that Spoor adds to a subset. */
  private static final Set<String> OF_SUBSET = Set.of("count", "reason");

  /** Objects whose members are named after the columns of a dataset. */
  private static final Set<String> BY_COLUMN =
      Set.of("LineageDatasetEntryFields", "ColumnLineageDatasetFacetFields");

  private final List<String> problems;

  ClientWalk(List<String> problems) {
    this.problems = problems;
  }

  void walk(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(this::walk);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::walk);
    } else if (value != null && value.getClass().getEnclosingClass() == OpenLineage.class) {
      for (Method method : value.getClass().getMethods()) {
        if (method.getName().startsWith("get")
            && method.getParameterCount() == 0
            && !Modifier.isStatic(method.getModifiers())) {
          member(value, method);
        }
      }
    }
  }

  private void member(Object owner, Method getter) {
    Object value;
    try {
      value = getter.invoke(owner);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
    if (!getter.getName().equals("getAdditionalProperties")) {
      walk(value);
      return;
    }
    String kind = owner.getClass().getSimpleName();
    if (BY_COLUMN.contains(kind)) {
      walk(value);
      return;
    }
    for (Object key : ((Map<?, ?>) value).keySet()) {
      boolean ours =
          kind.endsWith("Facets") && !kind.equals("JobFacets")
              ? key.toString().startsWith("spoor_")
              : kind.contains("Transformation") && OURS.contains(key)
                  || kind.contains("Subset") && OF_SUBSET.contains(key);
      if (kind.equals("OutputDatasetOutputFacets") && key.equals("subset")) {
        // So the schema calls it; the client 1.55 looks for outputSubset.
        continue;
      }
      if (!ours) {
        problems.add(kind + " does not know " + key);
      }
    }
  }
}
