package io.spoor.boot.record;

/**
 * Calls in the application's own code that make one value of others, as far as a row is open on the
 * thread whose values are looked at.
 */
abstract class TagRecorder extends BulkRecorder {

  TagRecorder(Runnable work, String javaHome, Thread main) {
    super(work, javaHome, main);
  }

  private TagWindow open() {
    Window window = windows.get();
    TagWindow tags = window == null ? null : window.tags;
    return tags == null || tags.ring == null ? null : tags;
  }

  @Override
  public final void using(Object one, Object other, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.using(one, other, call);
    }
  }

  @Override
  public final void adding(Object to, Object value, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.adding(to, value, call);
    }
  }

  @Override
  public final void emptied(Object object) {
    TagWindow tags = open();
    if (tags != null) {
      tags.emptied(object);
    }
  }

  @Override
  public final void made(Object result, int call) {
    TagWindow tags = open();
    if (tags != null) {
      tags.made(result, call);
    }
  }
}
