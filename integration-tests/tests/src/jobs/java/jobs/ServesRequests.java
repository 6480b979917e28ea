package jobs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/**
 * A server that is asked so often: what one request reads it writes itself. Argument: how often
 * each.
 */
public final class ServesRequests {

  private static final String URL = "jdbc:h2:./db/shop";

  private ServesRequests() {}

  /** Writes totals of customers, or stock of orders; lists orders. */
  public static final class ShopServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      int id = Integer.parseInt(request.getParameter("id"));
      if (request.getParameter("of").equals("customers")) {
        copy("select name, id from customers where id = ?", id, "insert into names values (?, ?)");
      } else {
        copy("select id, amount from orders where id = ?", id, "insert into stock values (?, ?)");
      }
      response.getWriter().print("posted");
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      try (Connection shop = DriverManager.getConnection(URL);
          PreparedStatement select = shop.prepareStatement("select id, total from totals");
          ResultSet rows = select.executeQuery()) {
        int count = 0;
        while (rows.next()) {
          count += rows.getInt(1);
        }
        response.getWriter().print(count);
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }

    private static void copy(String select, int id, String insert) throws IOException {
      try (Connection shop = DriverManager.getConnection(URL);
          PreparedStatement from = shop.prepareStatement(select);
          PreparedStatement into = shop.prepareStatement(insert)) {
        from.setInt(1, id);
        try (ResultSet row = from.executeQuery()) {
          row.next();
          into.setObject(1, row.getObject(1));
          into.setInt(2, row.getInt(2));
          into.executeUpdate();
        }
      } catch (SQLException e) {
        throw new IOException(e);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Logger.getLogger("org.apache").setLevel(Level.OFF);
    Tomcat tomcat = new Tomcat();
    tomcat.setBaseDir(System.getProperty("java.io.tmpdir") + File.separator + "tomcat");
    tomcat.setPort(0);
    Context context = tomcat.addContext("", null);
    Tomcat.addServlet(context, "shop", new ShopServlet());
    context.addServletMappingDecoded("/shop", "shop");
    tomcat.start();
    try (Connection shop = DriverManager.getConnection(URL)) {
      // The database stays open while requests come and go.
      shop.setReadOnly(true);
      String url = "http://localhost:" + tomcat.getConnector().getLocalPort() + "/shop";
      int answers = 0;
      for (int i = 1; i <= Integer.parseInt(args[0]); i++) {
        int id = 4 + i % 290;
        answers += ask(url + "?of=customers&id=" + id, "POST");
        answers += ask(url + "?of=orders&id=" + id, "POST");
        answers += ask(url, "GET");
      }
      System.out.println(answers + " answers");
    } finally {
      tomcat.stop();
      tomcat.destroy();
    }
  }

  private static int ask(String url, String method) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL(url).openConnection();
    connection.setRequestMethod(method);
    try (InputStream in = connection.getInputStream()) {
      while (in.read() >= 0) {
        continue;
      }
    }
    return connection.getResponseCode() == 200 ? 1 : 0;
  }
}
