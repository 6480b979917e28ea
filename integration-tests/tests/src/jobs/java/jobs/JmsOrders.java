package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageListener;
import javax.jms.TextMessage;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * Listens to two queues of a broker, with a method and with a listener of JMS's own API, and sends
 * them messages. Arguments: the JDBC URL, and how many each.
 */
public final class JmsOrders {

  private static String url;

  private static CountDownLatch messages;

  private JmsOrders() {}

  /** Copies an order into the stock. */
  @EnableJms
  public static class Orders {
    @JmsListener(destination = "orders")
    public void stock(String order) throws SQLException {
      run("insert into stock (item, units) select id, amount from orders where id = ?", order);
    }
  }

  /** Copies a customer into totals. */
  static final class Customers implements MessageListener {
    @Override
    public void onMessage(Message message) {
      try {
        run(
            "merge into totals (name, total) select name, id from customers where id = ?",
            ((TextMessage) message).getText());
      } catch (SQLException | JMSException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void run(String sql, String id) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        PreparedStatement statement = shop.prepareStatement(sql)) {
      statement.setInt(1, Integer.parseInt(id));
      statement.executeUpdate();
    }
    messages.countDown();
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    int count = Integer.parseInt(args[1]);
    messages = new CountDownLatch(2 * count);
    ConnectionFactory broker =
        new ActiveMQConnectionFactory("vm://shop?broker.persistent=false&broker.useJmx=false");
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(
        "jmsListenerContainerFactory",
        DefaultJmsListenerContainerFactory.class,
        () -> {
          DefaultJmsListenerContainerFactory factory = new DefaultJmsListenerContainerFactory();
          factory.setConnectionFactory(broker);
          return factory;
        });
    context.registerBean(
        DefaultMessageListenerContainer.class,
        () -> {
          DefaultMessageListenerContainer container = new DefaultMessageListenerContainer();
          container.setConnectionFactory(broker);
          container.setDestinationName("customers");
          container.setMessageListener(new Customers());
          return container;
        });
    context.register(Orders.class);
    context.refresh();
    try (Connection shop = DriverManager.getConnection(url)) {
      // The database stays open while messages come and go.
      shop.setReadOnly(true);
      JmsTemplate template = new JmsTemplate(broker);
      for (int i = 0; i < count; i++) {
        template.convertAndSend("orders", String.valueOf(1 + i % 3));
        template.convertAndSend("customers", String.valueOf(1 + i % 2));
      }
      System.out.println(messages.await(60, TimeUnit.SECONDS) ? "done" : "messages are missing");
      context.close();
    }
  }
}
