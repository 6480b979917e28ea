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
import org.apache.activemq.ActiveMQConnectionFactory;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jms.annotation.EnableJms;
import org.springframework.jms.annotation.JmsListener;
import org.springframework.jms.config.DefaultJmsListenerContainerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.listener.DefaultMessageListenerContainer;

/**
 * Listens to two queues of a broker, with a method and with a listener of JMS's own API, and sends
 * them messages. Arguments: the JDBC URL, how many each, and the API: "javax" or "jakarta".
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
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBeanDefinition(
        "broker",
        BeanDefinitionBuilder.rootBeanDefinition(ActiveMQConnectionFactory.class)
            .addConstructorArgValue("vm://shop?broker.persistent=false&broker.useJmx=false")
            .getBeanDefinition());
    context.registerBeanDefinition(
        "jmsListenerContainerFactory",
        connected(DefaultJmsListenerContainerFactory.class).getBeanDefinition());
    context.registerBeanDefinition(
        "customers",
        connected(DefaultMessageListenerContainer.class)
            .addPropertyValue("destinationName", "customers")
            .addPropertyValue(
                "messageListener",
                args[2].equals("jakarta") ? new JakartaCustomers() : new Customers())
            .getBeanDefinition());
    context.registerBeanDefinition("template", connected(JmsTemplate.class).getBeanDefinition());
    context.register(Orders.class);
    context.refresh();
    try (Connection shop = DriverManager.getConnection(url)) {
      // The database stays open while messages come and go.
      shop.setReadOnly(true);
      JmsTemplate template = context.getBean(JmsTemplate.class);
      for (int i = 0; i < count; i++) {
        template.convertAndSend("orders", String.valueOf(1 + i % 3));
        template.convertAndSend("customers", String.valueOf(1 + i % 2));
      }
      System.out.println(messages.await(60, TimeUnit.SECONDS) ? "done" : "messages are missing");
      context.close();
    }
  }

  /** By the names of properties: their types are those of one of the two APIs. */
  private static BeanDefinitionBuilder connected(Class<?> type) {
    return BeanDefinitionBuilder.rootBeanDefinition(type)
        .addPropertyReference("connectionFactory", "broker");
  }
}
