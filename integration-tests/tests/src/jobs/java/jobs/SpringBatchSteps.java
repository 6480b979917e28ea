package jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.springframework.batch.core.Job;
import org.springframework.batch.core.JobParameters;
import org.springframework.batch.core.Step;
import org.springframework.batch.core.configuration.annotation.JobBuilderFactory;
import org.springframework.batch.core.configuration.annotation.StepBuilderFactory;
import org.springframework.batch.core.launch.support.SimpleJobLauncher;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.dao.DefaultExecutionContextSerializer;
import org.springframework.batch.core.repository.support.JobRepositoryFactoryBean;
import org.springframework.batch.item.ItemReader;
import org.springframework.batch.item.database.JdbcBatchItemWriter;
import org.springframework.batch.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.item.database.builder.JdbcCursorItemReaderBuilder;
import org.springframework.batch.item.file.builder.FlatFileItemReaderBuilder;
import org.springframework.batch.item.file.mapping.PassThroughFieldSetMapper;
import org.springframework.batch.item.file.transform.FieldSet;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * A Spring Batch job of two steps: a CSV file into a table, a table into another. Arguments: the
 * JDBC URL, the file, and whether the second step "fails".
 */
public final class SpringBatchSteps {

  private SpringBatchSteps() {}

  private static final class Order implements RowMapper<Integer[]> {
    @Override
    public Integer[] mapRow(ResultSet rows, int number) throws SQLException {
      return new Integer[] {rows.getInt("id"), rows.getInt("amount")};
    }
  }

  public static void main(String[] args) throws Exception {
    JdbcConnectionPool source = JdbcConnectionPool.create(args[0], "", "");
    try {
      System.out.println(run(source, args[1], args.length > 2));
    } finally {
      source.dispose();
    }
  }

  private static String run(DataSource source, String file, boolean fails) throws Exception {
    DataSourceTransactionManager transactions = new DataSourceTransactionManager(source);
    JobRepositoryFactoryBean repositories = new JobRepositoryFactoryBean();
    repositories.setDataSource(source);
    repositories.setTransactionManager(transactions);
    repositories.setSerializer(new DefaultExecutionContextSerializer());
    repositories.afterPropertiesSet();
    JobRepository repository = repositories.getObject();
    StepBuilderFactory steps = new StepBuilderFactory(repository, transactions);
    Job job =
        new JobBuilderFactory(repository)
            .get("nightly")
            .start(fileToTable(steps, source, file))
            .next(tableToTable(steps, source, fails))
            .build();
    SimpleJobLauncher launcher = new SimpleJobLauncher();
    launcher.setJobRepository(repository);
    launcher.afterPropertiesSet();
    return launcher.run(job, new JobParameters()).getExitStatus().getExitCode();
  }

  private static Step fileToTable(StepBuilderFactory steps, DataSource source, String file) {
    ItemReader<FieldSet> reader =
        new FlatFileItemReaderBuilder<FieldSet>()
            .name("orders of a file")
            .resource(new FileSystemResource(file))
            .linesToSkip(1)
            .delimited()
            .names("id", "customer", "amount")
            .fieldSetMapper(new PassThroughFieldSetMapper())
            .build();
    JdbcBatchItemWriter<FieldSet> writer =
        new JdbcBatchItemWriterBuilder<FieldSet>()
            .dataSource(source)
            .sql("insert into orders_copy (id, customer, amount) values (?, ?, ?)")
            .itemPreparedStatementSetter(
                (fields, insert) -> {
                  insert.setInt(1, fields.readInt("id"));
                  insert.setString(2, fields.readString("customer"));
                  insert.setInt(3, fields.readInt("amount"));
                })
            .build();
    writer.afterPropertiesSet();
    return steps
        .get("file to table")
        .<FieldSet, FieldSet>chunk(2)
        .reader(reader)
        .writer(writer)
        .build();
  }

  private static Step tableToTable(StepBuilderFactory steps, DataSource source, boolean fails) {
    ItemReader<Integer[]> reader =
        new JdbcCursorItemReaderBuilder<Integer[]>()
            .name("orders of a table")
            .dataSource(source)
            .sql("select id, amount from orders where amount > 10")
            .rowMapper(new Order())
            .build();
    JdbcBatchItemWriter<Integer[]> writer =
        new JdbcBatchItemWriterBuilder<Integer[]>()
            .dataSource(source)
            .sql("insert into stock (item, units) values (?, ?)")
            .itemPreparedStatementSetter(
                (order, insert) -> {
                  insert.setInt(1, order[0]);
                  insert.setInt(2, order[1]);
                  if (fails && order[0] > 200) {
                    throw new IllegalStateException("no secret");
                  }
                })
            .build();
    writer.afterPropertiesSet();
    return steps
        .get("table to table")
        .<Integer[], Integer[]>chunk(2)
        .reader(reader)
        .writer(writer)
        .build();
  }
}
