#include "CGnuplot.h"

#include <fcntl.h>
#include <gnuplot-iostream.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <string>
#include <vector>

extern char **environ;

namespace {

// gnuplot-iostream reports neither a missing program nor a failed script. So the process is
// started and reaped here, and the library gets the writing end of its pipe.

cgnuplot_outcome report(cgnuplot_outcome outcome, const std::string &text, char *message,
                        size_t capacity) {
  if (message != nullptr && capacity > 0) {
    std::strncpy(message, text.c_str(), capacity - 1);
    message[capacity - 1] = '\0';
  }
  return outcome;
}

cgnuplot_outcome systemError(const std::string &what, int error, char *message, size_t capacity) {
  return report(CGNUPLOT_SYSTEM, what + ": " + std::strerror(error), message, capacity);
}

std::string contents(FILE *file) {
  std::string text;
  std::rewind(file);
  char buffer[4096];
  size_t count;
  while ((count = std::fread(buffer, 1, sizeof buffer, file)) > 0) text.append(buffer, count);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

struct Spawned {
  pid_t process = -1;
  int input = -1;
};

// Starts gnuplot with a pipe as standard input and `output` as standard output and error.
int spawn(const char *argument, const char *directory, FILE *output, Spawned &result) {
  int ends[2];
  if (pipe(ends) != 0) return errno;
  for (const int end : ends) fcntl(end, F_SETFD, FD_CLOEXEC);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(output), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, fileno(output), STDERR_FILENO);
  if (directory != nullptr) posix_spawn_file_actions_addchdir_np(&actions, directory);
  // "-d" leaves out the user's own settings: the same script gives the same picture.
  char *arguments[] = {const_cast<char *>("gnuplot"), const_cast<char *>("-d"),
                       const_cast<char *>(argument), nullptr};
  // Scripts are in UTF-8, whatever the user's locale.
  std::vector<char *> environment = {const_cast<char *>("LC_ALL=C.UTF-8")};
  for (char **variable = environ; *variable != nullptr; ++variable) {
    if (std::strncmp(*variable, "LC_ALL=", 7) != 0) environment.push_back(*variable);
  }
  environment.push_back(nullptr);
  const int error = posix_spawnp(&result.process, "gnuplot", &actions, nullptr, arguments,
                                 environment.data());
  posix_spawn_file_actions_destroy(&actions);
  close(ends[0]);
  if (error != 0) {
    close(ends[1]);
    return error;
  }
  result.input = ends[1];
  return 0;
}

cgnuplot_outcome run(const char *argument, const char *script, const char *directory,
                     std::string &output, char *message, size_t capacity) {
  FILE *log = std::tmpfile();
  if (log == nullptr) return systemError("cannot open a temporary file", errno, message, capacity);
  signal(SIGPIPE, SIG_IGN);  // gnuplot may stop reading at its first error
  Spawned gnuplot;
  const int error = spawn(argument, directory, log, gnuplot);
  if (error != 0) {
    std::fclose(log);
    if (error == ENOENT) {
      return report(CGNUPLOT_MISSING, "the program gnuplot was not found on PATH", message,
                    capacity);
    }
    return systemError("cannot start gnuplot", error, message, capacity);
  }
  FILE *input = fdopen(gnuplot.input, "w");
  try {
    Gnuplot session(input);  // closes the pipe when it goes
    session << script << std::flush;
  } catch (const std::exception &) {
    // The pipe broke; gnuplot's own message below says why.
  }
  int status = 0;
  while (waitpid(gnuplot.process, &status, 0) < 0 && errno == EINTR) {
  }
  output = contents(log);
  std::fclose(log);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    return report(CGNUPLOT_FAILED, output.empty() ? "gnuplot ended without a message" : output,
                  message, capacity);
  }
  return CGNUPLOT_OK;
}

}  // namespace

cgnuplot_outcome cgnuplot_write(const char *script, const char *path, char *message,
                                size_t capacity) {
  try {
    Gnuplot file(std::string(">") + path);
    file << script << std::flush;
    if (!file.good()) return systemError(std::string("cannot write ") + path, errno, message, capacity);
    return CGNUPLOT_OK;
  } catch (const std::exception &) {
    return systemError(std::string("cannot write ") + path, errno, message, capacity);
  }
}

cgnuplot_outcome cgnuplot_run(const char *script, const char *directory, char *message,
                              size_t capacity) {
  std::string output;
  const auto outcome = run("-", script, directory, output, message, capacity);
  return outcome == CGNUPLOT_OK ? report(outcome, output, message, capacity) : outcome;
}

cgnuplot_outcome cgnuplot_version(char *message, size_t capacity) {
  std::string output;
  const auto outcome = run("--version", "", nullptr, output, message, capacity);
  return outcome == CGNUPLOT_OK ? report(outcome, output, message, capacity) : outcome;
}
