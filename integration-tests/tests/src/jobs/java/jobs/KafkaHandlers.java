package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.annotation.KafkaHandler;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * A class that listens to a topic with methods by the type of the record. Arguments: the JDBC URL,
 * how many records, the broker, and the topic.
 */
public final class KafkaHandlers {

  private static String url;

  private static CountDownLatch records;

  private KafkaHandlers() {}

  /** What listens. */
  @EnableKafka
  @KafkaListener(topics = "${shop}", groupId = "${shop}")
  public static class Orders {

    /** Copies an order into the stock. */
    @KafkaHandler
    public void stock(String order) throws SQLException {
      try (Connection shop = DriverManager.getConnection(url);
          PreparedStatement statement =
              shop.prepareStatement(
                  "insert into stock (item, units) select id, amount from orders where id = ?")) {
        statement.setInt(1, Integer.parseInt(order));
        statement.executeUpdate();
      }
      records.countDown();
    }

    /** Of other records nothing is made. */
    @KafkaHandler(isDefault = true)
    public void others(Object other) {
      records.countDown();
    }
  }

  public static void main(String[] args) throws Exception {
    url = args[0];
    System.setProperty("shop", args[3]);
    int count = Integer.parseInt(args[1]);
    records = new CountDownLatch(count);
    Map<String, Object> broker = new HashMap<>();
    broker.put("bootstrap.servers", args[2]);
    broker.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(KafkaAdmin.class, () -> new KafkaAdmin(broker));
    context.registerBean(NewTopic.class, () -> new NewTopic(args[3], 1, (short) 1));
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
        template.send(args[3], String.valueOf(1 + i % 3));
      }
      System.out.println(records.await(60, TimeUnit.SECONDS) ? "done" : "records are missing");
      context.close();
    } finally {
      producers.destroy();
    }
  }
}
