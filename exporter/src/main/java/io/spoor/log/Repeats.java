package io.spoor.log;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts how often a sentence came, for the last few hundred sentences. Not thread-safe. */
final class Repeats {

  private static final int MOST = 256;

  private final Map<String, int[]> counts = new LinkedHashMap<String, int[]>();

  /** Whether the sentence is new, or was forgotten since. */
  boolean first(String text) {
    int[] count = counts.get(text);
    if (count != null) {
      count[0]++;
      return false;
    }
    if (counts.size() >= MOST) {
      Iterator<String> oldest = counts.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
    counts.put(text, new int[] {1});
    return true;
  }

  /** The sentences that came more than once, with their counts; counting begins anew. */
  List<String> drain() {
    List<String> repeated = new ArrayList<String>();
    Iterator<Map.Entry<String, int[]>> all = counts.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<String, int[]> one = all.next();
      int count = one.getValue()[0];
      if (count > 1) {
        repeated.add(one.getKey() + " (" + count + " times)");
      }
    }
    counts.clear();
    return repeated;
  }
}
