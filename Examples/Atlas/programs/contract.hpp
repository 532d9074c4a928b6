// The contract of `closedloop drive` for the C++ programs of the atlas: tables of numbers.
//
// With the arguments `train samples seed output` one generation is done; without, one JSON object a line is read from
// standard input and each is answered with one line. What a library prints goes to standard error.
#pragma once

#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <exception>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

namespace contract {

using Table = std::vector<std::vector<double>>;
/// From the training table, the number of samples and the seed to the rows that were drawn.
using Generation = Table (*)(const Table&, std::size_t, std::uint64_t);

inline void once(
    Generation generation, const std::string& train, std::size_t samples, std::uint64_t seed,
    const std::string& output) {
  std::ifstream input(train);
  std::string header, line;
  std::getline(input, header);
  Table table;
  while (std::getline(input, line)) {
    std::istringstream cells(line);
    std::vector<double> row;
    for (std::string cell; std::getline(cells, cell, ',');) row.push_back(std::stod(cell));
    table.push_back(row);
  }
  std::ofstream file(output);
  file << header << '\n' << std::setprecision(17);
  for (const auto& row : generation(table, samples, seed))
    for (std::size_t i = 0; i < row.size(); ++i) file << row[i] << (i + 1 < row.size() ? ',' : '\n');
}

/// The value of a field in an object without nested ones, which is what is sent.
inline std::string field(const std::string& object, const std::string& name) {
  auto place = object.find(':', object.find('"' + name + '"')) + 1;
  while (object[place] == ' ') ++place;
  const bool isText = object[place] == '"';
  std::string value;
  for (place += isText; isText ? object[place] != '"' : std::isdigit(object[place]); ++place) {
    if (object[place] == '\\') ++place;
    value += object[place];
  }
  return value;
}

inline int serve(int count, char** arguments, Generation generation) {
  if (count == 5) {
    once(generation, arguments[1], std::stoul(arguments[2]), std::stoull(arguments[3]), arguments[4]);
    return 0;
  }
  std::FILE* answers = fdopen(dup(1), "w");
  dup2(2, 1);
  for (std::string line; std::getline(std::cin, line);) {
    std::string answer = "{\"done\": true}";
    try {
      once(
          generation, field(line, "train"), std::stoul(field(line, "samples")),
          std::stoull(field(line, "seed")), field(line, "output"));
    } catch (const std::exception& problem) {
      answer = std::string("{\"error\": \"") + problem.what() + "\"}";
    }
    std::fprintf(answers, "%s\n", answer.c_str());
    std::fflush(answers);
  }
  return 0;
}

}  // namespace contract
