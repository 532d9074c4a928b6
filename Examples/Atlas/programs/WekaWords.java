import java.util.*;
import weka.estimators.DiscreteEstimator;

/** Weka: DiscreteEstimator with Laplace's correction, as its NaiveBayes uses it, for two words. */
final class WekaWords {
  public static void main(String[] arguments) throws Exception {
    List<String> words = Arrays.asList("a", "b");
    Contract.serve(arguments, (header, rows, samples, generator) -> {
      DiscreteEstimator fit = new DiscreteEstimator(words.size(), true);
      for (String[] row : rows) fit.addValue(words.indexOf(row[0]), 1);
      List<String[]> drawn = new ArrayList<>();
      for (int i = 0; i < samples; i++)
        drawn.add(new String[] {words.get(generator.nextDouble() < fit.getProbability(0) ? 0 : 1)});
      return drawn;
    });
  }
}
