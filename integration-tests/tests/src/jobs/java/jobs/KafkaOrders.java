package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Listens to two topics of a broker, to the records of one by themselves and to those of the other
 * in batches, and sends them some. Arguments: the JDBC URL, how many each, the broker, and what the
 * names of its topics begin with.
 */
public final class KafkaOrders {

  private static String url;

  private static CountDownLatch records;

  private KafkaOrders() {}

  /** What listens. */
  @EnableKafka
  public static class Orders {

    /** Copies an order into the stock. */
    @KafkaListener(topics = "${shop}-orders", groupId = "${shop}")
    public void stock(String order) throws SQLException {
      run("insert into stock (item, units) select id, amount from orders where id = ?", order);
    }

    /** Copies customers into totals. */
    @KafkaListener(topics = "${shop}-customers", groupId = "${shop}", batch = "true")
    public void totals(List<String> customers) throws SQLException {
      for (String id : customers) {
        run("merge into totals (name, total) select name, id from customers where id = ?", id);
      }
    }
  }

  private static void run(String sql, String id) throws SQLException {
    try (Connection shop = DriverManager.getConnection(url);
        PreparedStatement statement = shop.prepareStatement(sql)) {
      statement.setInt(1, Integer.parseInt(id));
      statement.executeUpdate();
    }
    records.countDown();
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    System.setProperty("shop", args[3]);
    int count = Integer.parseInt(args[1]);
    records = new CountDownLatch(2 * count);
    Map<String, Object> broker = new HashMap<>();
    broker.put("bootstrap.servers", args[2]);
    broker.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(KafkaAdmin.class, () -> new KafkaAdmin(broker));
    context.registerBean(
        "o", NewTopic.class, () -> new NewTopic(args[3] + "-orders", 1, (short) 1));
    context.registerBean(
        "c", NewTopic.class, () -> new NewTopic(args[3] + "-customers", 1, (short) 1));
    context.registerBean(
        "kafkaListenerContainerFactory",
        ConcurrentKafkaListenerContainerFactory.class,
        () -> {
          ConcurrentKafkaListenerContainerFactory<String, String> factory =
              new ConcurrentKafkaListenerContainerFactory<>();
          factory.setConsumerFactory(
              new DefaultKafkaConsumerFactory<>(
                  broker, new StringDeserializer(), new StringDeserializer()));
          return factory;
        });
    context.register(Orders.class);
    DefaultKafkaProducerFactory<String, String> producers =
        new DefaultKafkaProducerFactory<>(broker, new StringSerializer(), new StringSerializer());
    try (Connection shop = DriverManager.getConnection(url)) {
      // The database stays open while records come and go.
      shop.setReadOnly(true);
      context.refresh();
      KafkaTemplate<String, String> template = new KafkaTemplate<>(producers);
      for (int i = 0; i < count; i++) {
        template.send(args[3] + "-orders", String.valueOf(1 + i % 3));
        template.send(args[3] + "-customers", String.valueOf(1 + i % 2));
      }
      System.out.println(records.await(60, TimeUnit.SECONDS) ? "done" : "records are missing");
      context.close();
    } finally {
      producers.destroy();
    }
  }
}
