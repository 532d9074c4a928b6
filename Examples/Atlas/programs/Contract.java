import java.io.*;
import java.util.*;
import java.util.regex.*;

/**
 * The contract of `closedloop drive` for the Java programs of the atlas: tables of text.
 *
 * With the arguments `train samples seed output` one generation is done; without, one JSON object a line is read from
 * standard input and each is answered with one line. What a library prints goes to standard error.
 */
final class Contract {
  interface Generation {
    List<String[]> draw(String[] header, List<String[]> rows, int samples, Random generator) throws Exception;
  }

  static void serve(String[] arguments, Generation generation) throws Exception {
    if (arguments.length > 0) {
      once(generation, arguments[0], Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]), arguments[3]);
      return;
    }
    PrintStream answers = System.out;
    System.setOut(System.err);
    BufferedReader input = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
    for (String line; (line = input.readLine()) != null; ) {
      String answer = "{\"done\": true}";
      try {
        once(
            generation, field(line, "train"), Integer.parseInt(field(line, "samples")),
            Long.parseLong(field(line, "seed")), field(line, "output"));
      } catch (Exception problem) {
        answer = "{\"error\": \"" + problem.toString().replace('"', '\'').replace('\n', ' ') + "\"}";
      }
      answers.println(answer);
      answers.flush();
    }
  }

  private static void once(Generation generation, String train, int samples, long seed, String output)
      throws Exception {
    List<String[]> rows = new ArrayList<>();
    try (BufferedReader reader = new BufferedReader(new FileReader(train))) {
      for (String line; (line = reader.readLine()) != null; ) rows.add(line.split(","));
    }
    String[] header = rows.remove(0);
    List<String[]> drawn = generation.draw(header, rows, samples, new Random(seed));
    try (PrintWriter writer = new PrintWriter(output)) {
      writer.println(String.join(",", header));
      for (String[] row : drawn) writer.println(String.join(",", row));
    }
  }

  /** The value of a field in an object without nested ones, which is what is sent. */
  private static String field(String object, String name) {
    Matcher matcher =
        Pattern.compile("\"" + name + "\"\\s*:\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(\\d+))").matcher(object);
    if (!matcher.find()) throw new IllegalArgumentException("no " + name);
    return matcher.group(2) != null ? matcher.group(2) : matcher.group(1).replaceAll("\\\\(.)", "$1");
  }
}
