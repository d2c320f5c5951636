#pragma once
/// Rows of a record that say something the scenario cannot take: kept with their row numbers, never dropped in silence.
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/problem.hpp"

namespace railshift::scenario {

/// Line numbers, kept as runs so that a log of millions of rows needs little room.
class LineRanges {
 public:
  void add(int line);
  void add(const LineRanges& other);
  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] int first() const { return runs_.empty() ? 0 : runs_.front().first; }
  /// "3-5, 9"
  [[nodiscard]] std::string text() const;

 private:
  std::vector<std::pair<int, int>> runs_;
  std::int64_t count_ = 0;
};

/// Why a row cannot be taken: what stands there, what would be accepted, and where.
struct Trouble {
  Words what;  ///< empty: the row can be taken
  Words accept{};
  int column = 0;       ///< of the file; 0: the row as a whole
  bool blocks = false;  ///< the row, or what cannot be read of it, belongs to something that is not written without it
  [[nodiscard]] bool none() const { return what.empty(); }
};

struct Misfit {
  Words what;
  LineRanges lines;
  Words accept;
  int column = 0;  ///< in the first of the lines
  bool blocks = false;
  /// What it is, with its rows if there are several.
  [[nodiscard]] Words found() const;
  /// What would be accepted; if nothing says so, what helps with any row.
  [[nodiscard]] Words advice() const;
};

class Misfits {
 public:
  void add(const Words& what, int line) { add(Trouble{what}, line); }
  void add(const Trouble& trouble, int line);
  void add(const Words& what, const LineRanges& lines);
  void add(const Misfits& others);
  [[nodiscard]] bool empty() const { return by_what_.empty(); }
  [[nodiscard]] std::int64_t rows() const;
  /// By first line.
  [[nodiscard]] std::vector<Misfit> sorted() const;

 private:
  struct Kept {
    Words what;
    LineRanges lines;
    Words accept;
    int column = 0;
    bool blocks = false;
  };
  std::map<std::string, Kept> by_what_;  ///< in English
};

}  // namespace railshift::scenario
