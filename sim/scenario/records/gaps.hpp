#pragma once
/// A row that cannot be read blocks what it belongs to. What of it could be read says to what: a siding and a year, a segment and a county,
/// a firm and a year. What could not be read may be anything.
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// What was written in spite of a gap is not what the record says: derived, never published.
[[nodiscard]] std::string standing_with(const Words& gap);
/// A text of a source or reason with the gap behind it. What the program writes into tables is English.
[[nodiscard]] std::string with_gap(const std::string& text, const Words& gap);
/// A note with the gap behind it.
[[nodiscard]] Words with_gap(const Words& note, const Words& gap);
/// One gap behind others; an empty one says nothing.
void add_gap(Words& gaps, const Words& gap);
/// Each of them once.
[[nodiscard]] Words all_gaps(std::vector<Words> gaps);

template <class A, class B>
class Gaps {
 public:
  void add(std::optional<A> a, std::optional<B> b, int line) { lines_[{std::move(a), std::move(b)}].add(line); }
  [[nodiscard]] bool empty() const { return lines_.empty(); }
  /// "rows 4-6 could not be read" if some of them may belong to both; empty if none does.
  [[nodiscard]] Words of(const A& a, const B& b) const {
    LineRanges lines;
    for (const auto& [key, rows] : lines_) {
      if ((!key.first || *key.first == a) && (!key.second || *key.second == b)) lines.add(rows);
    }
    if (lines.count() == 0) return {};
    return both("第 {1} 行读不出", "{0} {1} could not be read", lines.count() == 1 ? "row" : "rows", lines.text());
  }

 private:
  std::map<std::pair<std::optional<A>, std::optional<B>>, LineRanges> lines_;
};

/// Where a row stands, as messages name it.
[[nodiscard]] Place record_place(const RecordRequest& request, const RecordImport& out, int line, int column);

/// Says that a part is not written because of its gap.
void report_blocked(const Words& part, const Words& gap, RecordImport& out);
/// Rows that cannot be read as errors, each with its place and what would be accepted.
void report_unread(const RecordRequest& request, const RecordImport& out, Problems& problems);
/// The same if they left nothing to write, or if the record is refused for something else: all errors come at once.
void report_all_blocked(const RecordRequest& request, const RecordImport& out, Problems& problems);

}  // namespace railshift::scenario
