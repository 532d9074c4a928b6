#ifndef C_GNUPLOT_H
#define C_GNUPLOT_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What came of a session with gnuplot.
typedef enum {
  CGNUPLOT_OK = 0,
  /// The program is not on PATH.
  CGNUPLOT_MISSING = 1,
  /// A script, pipe or process could not be opened or written; `errno` text in the message.
  CGNUPLOT_SYSTEM = 2,
  /// gnuplot ended with an error; its words in the message.
  CGNUPLOT_FAILED = 3
} cgnuplot_outcome;

/// Writes `script` to the file `path` through gnuplot-iostream.
/// `message` receives at most `capacity` bytes, terminated, if the outcome is not CGNUPLOT_OK.
cgnuplot_outcome cgnuplot_write(
    const char *script, const char *path, char *message, size_t capacity);

/// Runs `script` in gnuplot, with `directory` as its working directory, through gnuplot-iostream.
/// `message` receives at most `capacity` bytes, terminated: where the outcome is CGNUPLOT_OK, what gnuplot
/// printed, which are warnings unless the script prints.
cgnuplot_outcome cgnuplot_run(
    const char *script, const char *directory, char *message, size_t capacity);

/// The line gnuplot prints for `--version`, in `message`.
cgnuplot_outcome cgnuplot_version(char *message, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
