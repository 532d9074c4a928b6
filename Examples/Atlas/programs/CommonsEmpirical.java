import java.util.*;
import org.apache.commons.math3.random.*;

/** Apache Commons Math: EmpiricalDistribution with ten points to a bin, as its documentation advises. */
final class CommonsEmpirical {
  public static void main(String[] arguments) throws Exception {
    Contract.serve(arguments, (header, rows, samples, generator) -> {
      double[] points = rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray();
      EmpiricalDistribution fit =
          new EmpiricalDistribution(points.length / 10, new Well19937c(generator.nextLong()));
      fit.load(points);
      List<String[]> drawn = new ArrayList<>();
      for (int i = 0; i < samples; i++) drawn.add(new String[] {Double.toString(fit.getNextValue())});
      return drawn;
    });
  }
}
