package io.spoor.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SchemaTextTest {

  private static List<String> columns(String message) {
    return SchemaText.columns(message).stream().map(c -> c.name() + " " + c.type()).toList();
  }

  @Test
  void columnsOfTheFirstLevel() {
    assertEquals(
        List.of(
            "id int32",
            "name string",
            "price decimal",
            "code fixed_len_byte_array",
            "uuid uuid",
            "tags list",
            "place null"),
        columns(
            """
            message spark_schema {
              required int32 id;
              optional binary name (STRING);
              optional fixed_len_byte_array(16) price (DECIMAL(38,2));
              optional fixed_len_byte_array(8) code = 7;
              optional fixed_len_byte_array(16) uuid (UUID);
              optional group tags (LIST) {
                repeated group list {
                  optional binary element (STRING);
                }
              }
              required group place {
                required double x;
              }
            }
            """));
  }

  @Test
  void columnsOfOrc() {
    assertEquals(
        List.of("id int", "a name string", "price decimal", "tags array", "place struct", "m map"),
        columns(
            "struct<id:int,`a name`:string,price:decimal(38,2),tags:array<string>,"
                + "place:struct<x:double,y:double>,m:map<string,struct<a:int,b:int>>>"));
  }

  @Test
  void whatIsNoSchemaHasNone() {
    for (String text :
        List.of(
            "",
            "message",
            "message x {",
            "{{{",
            "};",
            "message x { a; }",
            "struct<",
            "struct<>",
            "struct<a",
            "int")) {
      assertEquals(List.of(), columns(text), text);
    }
  }
}
