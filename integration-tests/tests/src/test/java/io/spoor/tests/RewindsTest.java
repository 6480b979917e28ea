package io.spoor.tests;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of files whose readers set the position, which says nothing else than that they begin. */
class RewindsTest {

  @TempDir private Path folder;

  static List<Arguments> ways() {
    List<Arguments> all = new ArrayList<>();
    for (Jdk jdk : Jdks.all()) {
      for (String way : List.of("positions", "looks", "looks-through-a-channel")) {
        all.add(Arguments.of(jdk, way));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("ways")
  void rowsAreSeen(Jdk jdk, String way) throws Exception {
    new Trial(jdk, folder)
        .given(
            place -> {
              Random random = new Random(4);
              list(place.work().resolve("in/items.csv"), random);
              list(place.work().resolve("in/others.csv"), random);
            })
        .run(Job.of("Rewinds", way, "in/items.csv", "in/others.csv", "out/prices.csv"))
        .exits(0)
        .recorded(
            """
            jobs.Rewinds COMPLETE
            input file $WORK/in/items.csv
            input file $WORK/in/others.csv
            output file $WORK/out/prices.csv
            file $WORK/in/items.csv -> file $WORK/out/prices.csv [row match]
            file $WORK/in/items.csv.item -> file $WORK/out/prices.csv.name (identity)
            file $WORK/in/items.csv.amount -> file $WORK/out/prices.csv.price (identity)
            """);
  }

  private static void list(Path file, Random random) throws Exception {
    StringBuilder text = new StringBuilder("id,item,amount\n");
    for (int i = 0; i < 60; i++) {
      text.append(i).append(",item ").append(random.nextInt(1 << 30));
      text.append(',').append(random.nextInt(1 << 30) / 100.0).append('\n');
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
