package jobs;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.nio.file.Paths;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Rows of a table become LIBLINEAR's sparse rows; another table is read and of no use. */
public class LiblinearArrays {
  public static void main(String[] args) throws Exception {
    Linear.disableDebugOutput();
    List<Feature[]> rows = new ArrayList<>();
    List<Double> labels = new ArrayList<>();
    double rents = 0;
    try (Connection connection = DriverManager.getConnection("jdbc:h2:./db/shop");
        Statement statement = connection.createStatement()) {
      try (ResultSet stores = statement.executeQuery("SELECT * FROM STORES")) {
        while (stores.next()) {
          rents += stores.getDouble("RENT");
        }
      }
      String sql = "SELECT GONE, AGE, VISITS, SPEND FROM CUSTOMERS";
      try (ResultSet customers = statement.executeQuery(sql)) {
        while (customers.next()) {
          labels.add((double) customers.getInt(1));
          List<Feature> row = new ArrayList<>();
          for (int column = 1; column <= 3; column++) {
            double value = customers.getDouble(column + 1);
            if (value != 0) {
              row.add(new FeatureNode(column, value));
            }
          }
          rows.add(row.toArray(new Feature[0]));
        }
      }
    }
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = 3;
    problem.x = rows.toArray(new Feature[0][]);
    problem.y = new double[problem.l];
    for (int i = 0; i < problem.l; i++) {
      problem.y[i] = labels.get(i);
    }
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, 1.5, 0.01));
    model.save(Paths.get("out/churn.model"));
    System.out.println(Math.round(rents));
  }
}
