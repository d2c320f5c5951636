#pragma once
/// Rows of a record that say something the scenario cannot take: kept with their row numbers, never dropped in silence.
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace railshift::scenario {

/// Line numbers, kept as runs so that a log of millions of rows needs little room.
class LineRanges {
 public:
  void add(int line);
  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] int first() const { return runs_.empty() ? 0 : runs_.front().first; }
  /// "3-5, 9"
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::pair<int, int>> runs_;
  std::int64_t count_ = 0;
};

struct Misfit {
  std::string what;
  LineRanges lines;
};

class Misfits {
 public:
  void add(const std::string& what, int line) { by_what_[what].add(line); }
  void add(const std::string& what, const LineRanges& lines) { by_what_[what] = lines; }
  [[nodiscard]] bool empty() const { return by_what_.empty(); }
  [[nodiscard]] std::int64_t rows() const;
  /// By first line.
  [[nodiscard]] std::vector<Misfit> sorted() const;

 private:
  std::map<std::string, LineRanges> by_what_;
};

}  // namespace railshift::scenario
