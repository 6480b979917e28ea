package jobs;

import java.util.List;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;

/**
 * Reads and writes entities with Hibernate, adds up with an INSERT..SELECT of HQL. Arguments: the
 * JDBC URL.
 */
public final class HibernateEntities {

  private HibernateEntities() {}

  /** A row of orders. */
  @Entity(name = "Order")
  @Table(name = "orders")
  public static class Order {
    @Id Integer id;
    Integer customer;
    Integer amount;
  }

  /** A row of items, keyed by a sequence. */
  @Entity(name = "Item")
  @Table(name = "items")
  public static class Item {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_keys")
    @SequenceGenerator(name = "item_keys", sequenceName = "item_keys", allocationSize = 10)
    Long id;

    Integer units;
  }

  /** A row of totals. */
  @Entity(name = "Total")
  @Table(name = "totals")
  public static class Total {
    @Id String name;

    @Column(name = "total")
    Long amount;
  }

  /** A row of customers. */
  @Entity(name = "Customer")
  @Table(name = "customers")
  public static class Customer {
    @Id Integer id;
    String name;
  }

  public static void main(String[] args) {
    Configuration configuration = new Configuration();
    configuration.setProperty("hibernate.connection.url", args[0]);
    configuration.setProperty("hibernate.jdbc.batch_size", "10");
    configuration.setProperty("hibernate.xml_mapping_enabled", "false");
    for (Class<?> entity : new Class<?>[] {Order.class, Item.class, Total.class, Customer.class}) {
      configuration.addAnnotatedClass(entity);
    }
    try (SessionFactory sessions = configuration.buildSessionFactory();
        Session session = sessions.openSession()) {
      Transaction transaction = session.beginTransaction();
      List<Order> orders =
          session.createQuery("from Order where amount > 10", Order.class).getResultList();
      for (Order order : orders) {
        Item item = new Item();
        item.units = order.amount;
        session.persist(item);
      }
      session.flush();
      int totals =
          session
              .createQuery(
                  "insert into Total (name, amount)"
                      + " select c.name, sum(o.amount) from Order o, Customer c"
                      + " where c.id = o.customer group by c.name")
              .executeUpdate();
      Total changed = session.get(Total.class, "Ann Archer");
      changed.amount++;
      transaction.commit();
      System.out.println(orders.size() + " items, " + totals + " totals, 1 changed");
    }
  }
}
