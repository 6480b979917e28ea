package jobs;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.LongWritable;
import org.apache.hadoop.io.NullWritable;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.mapreduce.Job;
import org.apache.hadoop.mapreduce.Mapper;
import org.apache.hadoop.mapreduce.Reducer;
import org.apache.hadoop.mapreduce.lib.input.FileInputFormat;
import org.apache.hadoop.mapreduce.lib.output.FileOutputFormat;

/** A job of Hadoop in this JVM: sorts the lines of a folder. Arguments: from, to, reducers. */
public final class HadoopJob {

  private HadoopJob() {}

  /** Lines as keys. */
  public static final class Lines extends Mapper<LongWritable, Text, Text, NullWritable> {
    @Override
    protected void map(LongWritable key, Text value, Context context)
        throws IOException, InterruptedException {
      context.write(value, NullWritable.get());
    }
  }

  public static void main(String[] args) throws Exception {
    Configuration configuration = new Configuration();
    configuration.set("hadoop.tmp.dir", System.getProperty("java.io.tmpdir") + "/hadoop");
    Job job = Job.getInstance(configuration, "sort");
    job.setJarByClass(HadoopJob.class);
    job.setMapperClass(Lines.class);
    job.setReducerClass(Reducer.class);
    job.setNumReduceTasks(Integer.parseInt(args[2]));
    job.setOutputKeyClass(Text.class);
    job.setOutputValueClass(NullWritable.class);
    FileInputFormat.addInputPath(job, new Path(args[0]));
    FileOutputFormat.setOutputPath(job, new Path(args[1]));
    System.out.println(job.waitForCompletion(false) ? "sorted" : "failed");
  }
}
