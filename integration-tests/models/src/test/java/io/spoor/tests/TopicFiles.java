package io.spoor.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** Short texts about food or machines, most with words of their topic. The same at each call. */
final class TopicFiles {

  private static final List<String> FOOD =
      List.of("bread", "milk", "cheese", "apple", "butter", "soup");
  private static final List<String> MACHINES =
      List.of("cable", "screen", "phone", "laptop", "mouse", "engine");

  private TopicFiles() {}

  static void in(Path folder) throws IOException {
    Files.writeString(folder.resolve("train.txt"), texts(1, 60, true));
    Files.writeString(folder.resolve("valid.txt"), texts(2, 20, true));
    Files.writeString(folder.resolve("texts.txt"), texts(3, 10, false));
  }

  private static String texts(long seed, int count, boolean withTopic) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      boolean isFood = random.nextBoolean();
      text.append(!withTopic ? "" : isFood ? "food " : "machines ");
      for (int word = 0; word < 6; word++) {
        boolean fits = random.nextInt(5) > 0;
        List<String> words = isFood == fits ? FOOD : MACHINES;
        text.append(word == 0 ? "" : " ").append(words.get(random.nextInt(6)));
      }
      text.append('\n');
    }
    return text.toString();
  }
}
