package io.spoor.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

  @Test
  void structures() {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out)
        .beginObject()
        .member("a", "x")
        .member("absent", null)
        .member("b", -5)
        .name("c")
        .beginArray()
        .value(true)
        .value(0.5)
        .value(Double.NaN)
        .value((String) null)
        .beginObject()
        .endObject()
        .beginArray()
        .endArray()
        .endArray()
        .name("d")
        .value(Long.MIN_VALUE)
        .endObject();

    assertEquals(
        "{\"a\":\"x\",\"b\":-5,\"c\":[true,0.5,null,null,{},[]],\"d\":-9223372036854775808}",
        out.toString());
  }

  /** Every character alone, read back by a parser after a trip through UTF-8. */
  @Test
  void everyCharacterSurvivesButHalvesOfPairs() throws JsonProcessingException {
    ObjectMapper parser = new ObjectMapper();
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "<" + (char) c + ">";
      StringBuilder out = new StringBuilder();
      new JsonWriter(out).value(text);
      String sent =
          new String(out.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);

      String expected = Character.isSurrogate((char) c) ? "<\ufffd>" : text;
      assertEquals(expected, parser.readValue(sent, String.class));
      assertEquals(1, sent.lines().count());
    }
  }

  @Test
  void pairsSurviveAndReversedPairsDoNot() {
    StringBuilder out = new StringBuilder();
    new JsonWriter(out).value("\ud83d\ude00 \ude00\ud83d");

    assertEquals("\"\ud83d\ude00 \ufffd\ufffd\"", out.toString());
  }
}
