#pragma once
/// Wrong input is collected, all of it, and printed with its place; nothing runs on a partly read world.
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace railshift {

/// A place in an input file; line and column count from 1 in characters (not bytes). A line of 0 means the whole file.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// One mistake of the input: what stands there, which rule it breaks, what would be accepted.
struct Problem {
  Place place;
  std::string found;
  std::string rule;
  std::string accept;
};

/// `file:line:column: what stands there (rule broken); what would be accepted`
[[nodiscard]] std::string to_string(const Problem& problem);

class Problems {
 public:
  void add(Problem problem) { all_.push_back(std::move(problem)); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  /// In the order of file, line, column.
  [[nodiscard]] std::vector<Problem> sorted() const;

 private:
  std::vector<Problem> all_;
};

}  // namespace railshift
