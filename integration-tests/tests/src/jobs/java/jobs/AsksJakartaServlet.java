package jobs;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Paths;

/** Calls a servlet of Jakarta's API as a server would, twice. */
public final class AsksJakartaServlet {

  private AsksJakartaServlet() {}

  /** Copies a file. */
  public static final class CopyServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      Files.write(Paths.get("out/copy.csv"), Files.readAllLines(Paths.get("in/orders.csv")));
    }
  }

  public static void main(String[] args) throws Exception {
    for (int i = 0; i < 2; i++) {
      new CopyServlet().service(stub(HttpServletRequest.class), stub(HttpServletResponse.class));
    }
  }

  private static <T> T stub(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> method.getName().equals("getMethod") ? "POST" : null));
  }
}
