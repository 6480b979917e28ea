package io.spoor.build;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** For {@link EnumSwitchesTest}: an enum of the JDK, whose order another release may change. */
public class JdkEnumSwitch implements Function<Object, Object> {

  @Override
  public Object apply(Object unit) {
    switch ((TimeUnit) unit) {
      case DAYS:
        return "days";
      default:
        return "less";
    }
  }
}
