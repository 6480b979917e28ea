package io.spoor.boot.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HookRuleTest {

  private static final String O = "Ljava/lang/Object;";
  private static final String S = "Ljava/lang/SpoorState;";

  @ParameterizedTest
  @CsvSource({
    "getInt, (I)I, true",
    "getBoolean, (I)Z, true",
    "getByte, (I)B, true",
    "getLong, (I)J, false",
    "getInt, (Ljava/lang/String;)I, false",
    "getInt, (II)I, true",
    "getFetchSize, ()I, false",
    "wasNull, (I)Z, false",
    "get, (I)I, true",
    "getString, (I)Ljava/lang/String;, false",
    "getFloat, (I)F, false",
  })
  void aPrefixWithParametersAndKindOfResult(String method, String descriptor, boolean matches) {
    HookRule rule = HookRule.parse("get*|(I|I|R|get|(J" + S + "I)V|result,state,0");
    assertEquals(matches, rule.matches(method, descriptor));
  }

  @ParameterizedTest
  @CsvSource({
    "setInt, (II)V, J",
    "setByte, (IB)V, J",
    "setBoolean, (IZ)V, J",
    "setLong, (IJ)V, J",
    "setFloat, (IF)V, D",
    "setDouble, (ID)V, D",
    "setString, (ILjava/lang/String;)V, L",
    "setBytes, (I[B)V, L",
    "setObject, (ILjava/lang/Object;I)V, L",
    "setNull, (II)V, none",
    "setMaxRows, (I)V, none",
    "setObject, (Ljava/lang/String;Ljava/lang/Object;)V, none",
    "setPoolable, (Z)V, none",
  })
  void eachBindingMethodMeetsTheHookOfItsKindAlone(String method, String descriptor, String kind) {
    StringBuilder met = new StringBuilder();
    for (String type : new String[] {"J", "D", O}) {
      HookRule rule = HookRule.parse("set*-setNull|(I|V|E|set|(" + S + "I" + type + ")V|state,0,1");
      met.append(rule.matches(method, descriptor) ? type.charAt(0) : "");
    }
    assertEquals(kind, met.length() == 0 ? "none" : met.toString());
  }

  @ParameterizedTest
  @CsvSource({"open, true", "open0, false", "reopen, false"})
  void aNameWithoutStarIsTheWholeName(String method, boolean matches) {
    HookRule rule = HookRule.parse("open|(|*|E|closed|(" + O + ")V|this");
    assertEquals(matches, rule.matches(method, "(Ljava/lang/String;)V"));
  }
}
