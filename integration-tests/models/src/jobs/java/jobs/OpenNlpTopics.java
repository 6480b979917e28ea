package jobs;

import java.io.File;
import java.io.FileOutputStream;
import java.io.FileWriter;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerEvaluator;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.DocumentSampleStream;
import opennlp.tools.util.MarkableFileInputStreamFactory;
import opennlp.tools.util.ObjectStream;
import opennlp.tools.util.PlainTextByLineStream;
import opennlp.tools.util.TrainingParameters;

/** OpenNLP in Java: which topic a text has. */
public class OpenNlpTopics {
  public static void main(String[] args) throws Exception {
    if (args[0].equals("train")) {
      TrainingParameters parameters = new TrainingParameters();
      parameters.put(TrainingParameters.ITERATIONS_PARAM, 20);
      parameters.put(TrainingParameters.CUTOFF_PARAM, 1);
      parameters.put("PrintMessages", false);
      DoccatModel model;
      try (ObjectStream<DocumentSample> train = read("in/train.txt")) {
        model = DocumentCategorizerME.train("en", train, parameters, new DoccatFactory());
      }
      DocumentCategorizerEvaluator evaluator =
          new DocumentCategorizerEvaluator(new DocumentCategorizerME(model));
      try (ObjectStream<DocumentSample> test = read("in/valid.txt")) {
        evaluator.evaluate(test);
      }
      System.out.println(evaluator.getAccuracy());
      try (OutputStream out = new FileOutputStream("out/topics.bin")) {
        model.serialize(out);
      }
    } else {
      DocumentCategorizerME model =
          new DocumentCategorizerME(new DoccatModel(new File("in/topics.bin")));
      try (PrintWriter out = new PrintWriter(new FileWriter("out/topics.csv"))) {
        for (String line : Files.readAllLines(Paths.get("in/texts.txt"), StandardCharsets.UTF_8)) {
          double[] scores = model.categorize(line.split(" "));
          out.println(model.getBestCategory(scores));
        }
      }
    }
  }

  private static ObjectStream<DocumentSample> read(String path) throws Exception {
    return new DocumentSampleStream(
        new PlainTextByLineStream(
            new MarkableFileInputStreamFactory(new File(path)), StandardCharsets.UTF_8));
  }
}
