package jobs;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Polls a topic that it subscribes to, then one whose partition it is assigned, in loops of its
 * own. Arguments: the JDBC URL, how many records each, the broker, and what the names of its topics
 * begin with.
 */
public final class KafkaPolls {

  private static String url;

  private KafkaPolls() {}

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
    String orders = args[3] + "-orders";
    String customers = args[3] + "-customers";
    Properties broker = new Properties();
    broker.put("bootstrap.servers", args[2]);
    broker.put("group.id", args[3]);
    broker.put("auto.offset.reset", "earliest");
    broker.put("max.poll.records", "10");
    try (Admin admin = Admin.create(broker);
        KafkaProducer<String, String> producer =
            new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer())) {
      if (!admin.listTopics().names().get().contains(orders)) {
        admin
            .createTopics(
                Arrays.asList(
                    new NewTopic(orders, 1, (short) 1), new NewTopic(customers, 1, (short) 1)))
            .all()
            .get();
      }
      for (int i = 0; i < count; i++) {
        producer.send(new ProducerRecord<>(orders, String.valueOf(1 + i % 3)));
        producer.send(new ProducerRecord<>(customers, String.valueOf(1 + i % 2)));
      }
    }
    try (Connection shop = DriverManager.getConnection(url)) {
      // The database stays open while records come and go.
      shop.setReadOnly(true);
      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer())) {
        consumer.subscribe(Collections.singleton(orders));
        poll(
            consumer,
            count,
            "insert into stock (item, units) select id, amount from orders where id = ?");
      }
      // What comes behind a loop belongs to no poll.
      run("insert into stock (item, units) select id, amount from orders where id = ?", "1");
      try (KafkaConsumer<String, String> consumer =
          new KafkaConsumer<>(broker, new StringDeserializer(), new StringDeserializer())) {
        consumer.assign(Collections.singleton(new TopicPartition(customers, 0)));
        poll(
            consumer,
            count,
            "merge into totals (name, total) select name, id from customers where id = ?");
      }
    }
    System.out.println("done");
  }

  private static void poll(KafkaConsumer<String, String> consumer, int count, String sql)
      throws SQLException {
    for (int seen = 0; seen < count; ) {
      for (ConsumerRecord<String, String> each : consumer.poll(Duration.ofMillis(500))) {
        run(sql, each.value());
        seen++;
      }
    }
  }
}
