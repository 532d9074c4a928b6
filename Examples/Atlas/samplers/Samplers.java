import org.apache.commons.math3.distribution.*;
import org.apache.commons.math3.random.Well19937c;

/** Apache Commons Math: NAME LAW SIZE DRAWS. */
final class Samplers {
  public static void main(String[] arguments) {
    boolean isBinomial = arguments[1].equals("binomial");
    int size = Integer.parseInt(arguments[2]), draws = Integer.parseInt(arguments[3]);
    Well19937c generator = new Well19937c(1);
    IntegerDistribution law =
        isBinomial
            ? new BinomialDistribution(generator, size, .5)
            : new PoissonDistribution(generator, size, 1e-12, 10000000);
    double mean = isBinomial ? size / 2. : size, deviation = Math.sqrt(isBinomial ? size / 4. : size);
    double first = 0, second = 0;
    long band = 0, tail = 0;
    for (int i = 0; i < draws; i++) {
      double scaled = (law.sample() - mean) / deviation, far = Math.abs(scaled);
      first += scaled;
      second += scaled * scaled;
      if (far > 2 && far < 4.9) band++;
      if (far > 4) tail++;
    }
    System.out.println(draws + " " + first + " " + second + " " + band + " " + tail);
  }
}
