package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageListener;
import javax.jms.TextMessage;

/**
 * Gives a listener to a consumer of a queue, receives from another queue, and sends both messages,
 * with nothing but JMS. Arguments: the JDBC URL, how many each, and the API: "javax" or "jakarta".
 */
public final class JmsListeners {

  private static String url;

  private static CountDownLatch messages;

  private JmsListeners() {}

  /** Copies a customer into totals. */
  static final class Customers implements MessageListener {
    @Override
    public void onMessage(Message message) {
      try {
        customer(((TextMessage) message).getText());
      } catch (SQLException | JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The same for a broker of Jakarta's API. */
  static final class JakartaCustomers implements jakarta.jms.MessageListener {
    @Override
    public void onMessage(jakarta.jms.Message message) {
      try {
        customer(((jakarta.jms.TextMessage) message).getText());
      } catch (SQLException | jakarta.jms.JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void customer(String id) throws SQLException {
    run("merge into totals (name, total) select name, id from customers where id = ?", id);
    messages.countDown();
  }

  private static void order(String id) throws SQLException {
    run("insert into stock (item, units) select id, amount from orders where id = ?", id);
  }

  private static void run(String sql, String id) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        PreparedStatement statement = shop.prepareStatement(sql)) {
      statement.setInt(1, Integer.parseInt(id));
      statement.executeUpdate();
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    int count = Integer.parseInt(args[1]);
    messages = new CountDownLatch(count);
    Object factory =
        Class.forName("org.apache.activemq.ActiveMQConnectionFactory")
            .getConstructor(String.class)
            .newInstance("vm://shop?broker.persistent=false&broker.useJmx=false");
    try (Connection shop = DriverManager.getConnection(url)) {
      // The database stays open while messages come and go.
      shop.setReadOnly(true);
      if (args[2].equals("jakarta")) {
        Jakarta.run(factory, count);
      } else {
        Javax.run(factory, count);
      }
    }
  }

  /** With the one API; the job's class itself is to load without either. */
  private static final class Javax {
    static void run(Object factory, int count) throws Exception {
      javax.jms.Connection broker = ((javax.jms.ConnectionFactory) factory).createConnection();
      javax.jms.Session session = broker.createSession(false, javax.jms.Session.AUTO_ACKNOWLEDGE);
      session.createConsumer(session.createQueue("customers")).setMessageListener(new Customers());
      javax.jms.Session own = broker.createSession(false, javax.jms.Session.AUTO_ACKNOWLEDGE);
      javax.jms.MessageConsumer orders = own.createConsumer(own.createQueue("orders"));
      broker.start();
      javax.jms.MessageProducer sender = own.createProducer(null);
      for (int i = 0; i < count; i++) {
        sender.send(own.createQueue("customers"), own.createTextMessage("" + (1 + i % 2)));
      }
      sender.send(own.createQueue("orders"), own.createTextMessage("1"));
      order(((TextMessage) orders.receive()).getText());
      System.out.println(messages.await(60, TimeUnit.SECONDS) ? "done" : "messages are missing");
      broker.close();
    }
  }

  /** With the other one. */
  private static final class Jakarta {
    static void run(Object factory, int count) throws Exception {
      jakarta.jms.Connection broker = ((jakarta.jms.ConnectionFactory) factory).createConnection();
      jakarta.jms.Session session =
          broker.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
      session
          .createConsumer(session.createQueue("customers"))
          .setMessageListener(new JakartaCustomers());
      jakarta.jms.Session own = broker.createSession(false, jakarta.jms.Session.AUTO_ACKNOWLEDGE);
      jakarta.jms.MessageConsumer orders = own.createConsumer(own.createQueue("orders"));
      broker.start();
      jakarta.jms.MessageProducer sender = own.createProducer(null);
      for (int i = 0; i < count; i++) {
        sender.send(own.createQueue("customers"), own.createTextMessage("" + (1 + i % 2)));
      }
      sender.send(own.createQueue("orders"), own.createTextMessage("1"));
      order(((jakarta.jms.TextMessage) orders.receive()).getText());
      System.out.println(messages.await(60, TimeUnit.SECONDS) ? "done" : "messages are missing");
      broker.close();
    }
  }
}
