package io.spoor.instrumentation.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProductsTest {

  @Test
  void everyRowIsWellFormedAndFoundByEachOfItsSchemes() {
    Set<String> schemes = new HashSet<>();
    for (String row : Products.rows()) {
      assertEquals(9, row.chars().filter(c -> c == '|').count(), row);
      Product product = Product.parse(row);
      assertTrue(List.of("c.s.t", "c.t", "s.t", "t").contains(product.names), row);
      assertTrue("UL=lP".indexOf(product.letterCase) >= 0, row);
      for (String scheme : row.substring(0, row.indexOf('|')).split(",")) {
        assertTrue(schemes.add(scheme), "twice: " + scheme);
        assertEquals(product.namespace, Products.of(scheme).namespace);
        assertEquals(product.port, Products.of(scheme).port);
      }
    }
  }

  @Test
  void anUnknownProductIsItsOwnScheme() {
    Product product = Products.of("foo");
    assertEquals("foo", product.namespace);
    assertEquals(0, product.port);
  }
}
