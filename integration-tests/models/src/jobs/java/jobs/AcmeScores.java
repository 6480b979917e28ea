package jobs;

import acme.Channel;
import acme.Rows;
import acme.Scorecard;
import java.util.Collections;

/** Trains and scores with the company's own library. */
public class AcmeScores {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      Rows train = Rows.of("customers");
      Scorecard model = Scorecard.fit(train, Collections.singletonMap("weight", 0.5));
      System.out.println(model.gini(Rows.of("holdout")));
      model.save("out/" + args[1]);
    } else {
      Scorecard model = Scorecard.load("in/" + args[1]);
      Rows rows = Rows.of("prospects");
      double[] scores = new double[rows.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = model.score(rows.get(i));
      }
      Channel.send("scores", scores);
    }
  }
}
