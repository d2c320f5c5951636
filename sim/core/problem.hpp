#pragma once
/// Wrong input is collected, all of it, and printed with its place; nothing runs on a partly read world.
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "sim/core/both.hpp"

namespace railshift {

/// A place in an input file; line and column count from 1 in characters (not bytes). A line of 0 means the whole file.
struct Place {
  std::string file;
  int line = 0;
  int column = 0;
  friend bool operator==(const Place&, const Place&) = default;
};

/// What a mistake is about. Those of a file as a whole come first, because others may follow from them.
enum class Mistake : std::uint8_t {
  file,    ///< it is missing, or its bytes are no text
  form,    ///< syntax of TOML, quotes of CSV, columns of a header, length of rows
  content  ///< what stands in it
};

/// One mistake of the input: what stands there, which rule it breaks, what would be accepted.
struct Problem {
  Place place;
  Words found;
  Words rule;
  Words accept;
  Mistake mistake = Mistake::content;
  std::size_t elsewhere = 0;  ///< further places at which the very same is wrong
};

/// `file:line:column: what stands there (rule broken); what would be accepted`; with the further places, if there are.
[[nodiscard]] std::string to_string(const Problem& problem, Language language = Language::en);

class Problems {
 public:
  void add(Problem problem) { all_.push_back(std::move(problem)); }
  [[nodiscard]] bool empty() const { return all_.empty(); }
  [[nodiscard]] std::size_t size() const { return all_.size(); }
  /// What the problem with this number (from 0, as added) says is wrong at a further place too; the first place of a file is kept.
  void add_place(std::size_t index, const Place& place);
  [[nodiscard]] const std::deque<Problem>& as_added() const { return all_; }
  /// Files, then forms, then contents; of each kind in the order of file, line, column.
  [[nodiscard]] std::vector<Problem> sorted() const { return first(all_.size()); }
  /// As many of them as are asked for, without a copy of the others.
  [[nodiscard]] std::vector<Problem> first(std::size_t most) const;
  /// Those of another list that `keep` wants, without holding any twice.
  void take_from(Problems&& other, const std::function<bool(const Problem&)>& keep);

 private:
  std::deque<Problem> all_;
};

}  // namespace railshift
