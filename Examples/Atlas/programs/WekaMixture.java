import java.util.*;
import weka.clusterers.EM;
import weka.core.*;

/** Weka: EM of one cluster, its columns drawn from the means and standard deviations that it gives. */
final class WekaMixture {
  public static void main(String[] arguments) throws Exception {
    Contract.serve(arguments, (header, rows, samples, generator) -> {
      FastVector attributes = new FastVector();
      for (String name : header) attributes.addElement(new Attribute(name));
      Instances points = new Instances("points", attributes, rows.size());
      for (String[] row : rows) {
        Instance instance = new Instance(row.length);
        for (int i = 0; i < row.length; i++) instance.setValue(i, Double.parseDouble(row[i]));
        points.add(instance);
      }
      EM fit = new EM();
      fit.setNumClusters(1);
      fit.buildClusterer(points);
      double[][] model = fit.getClusterModelsNumericAtts()[0];
      List<String[]> drawn = new ArrayList<>();
      for (int i = 0; i < samples; i++) {
        String[] row = new String[header.length];
        for (int j = 0; j < row.length; j++)
          row[j] = Double.toString(model[j][0] + model[j][1] * generator.nextGaussian());
        drawn.add(row);
      }
      return drawn;
    });
  }
}
