package io.spoor.boot.record;

import java.lang.ref.WeakReference;
import java.util.Properties;

/**
 * How the job logged in to a database; kept only where the user lets Spoor ask databases itself, in
 * memory alone. Immutable.
 */
public final class Login {

  private final String url;
  private final Properties properties;
  private final WeakReference<ClassLoader> loader;

  Login(String url, Properties properties, Class<?> connection) {
    this.url = url;
    this.properties = properties == null ? new Properties() : (Properties) properties.clone();
    this.loader = new WeakReference<ClassLoader>(connection.getClassLoader());
  }

  public String url() {
    return url;
  }

  /** A copy. */
  public Properties properties() {
    return (Properties) properties.clone();
  }

  /** The loader of the driver; null when it is gone. */
  public ClassLoader loader() {
    return loader.get();
  }
}
