#include "sim/scenario/records/reading/misfits.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace railshift::scenario {

void LineRanges::add(int line) {
  ++count_;
  if (!runs_.empty() && runs_.back().second + 1 == line)
    runs_.back().second = line;
  else if (runs_.empty() || runs_.back().second != line)
    runs_.emplace_back(line, line);
}

void LineRanges::add(const LineRanges& other) {
  runs_.insert(runs_.end(), other.runs_.begin(), other.runs_.end());
  std::sort(runs_.begin(), runs_.end());
  count_ += other.count_;
}

std::string LineRanges::text() const {
  std::string out;
  for (const auto& [from, to] : runs_) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", from);
    if (to > from) out += fmt::format("-{}", to);
  }
  return out;
}

Words Misfit::found() const { return lines.count() > 1 ? both("{}（第 {} 行）", "{} (rows {})", what, lines.text()) : what; }

Words Misfit::advice() const {
  return accept.empty() ? Words{"改正该行，或在列名对照表中写明该词", "correct the row, or name the word in a column map"} : accept;
}

void Misfits::add(const Trouble& trouble, int line) {
  Kept& kept = by_what_[trouble.what.en];
  if (kept.lines.count() == 0) kept = {trouble.what, {}, trouble.accept, trouble.column, false};
  kept.blocks = kept.blocks || trouble.blocks;
  kept.lines.add(line);
}

void Misfits::add(const Words& what, const LineRanges& lines) {
  Kept& kept = by_what_[what.en];
  kept.what = what;
  kept.lines = lines;
}

void Misfits::add(const Misfits& others) {
  for (const auto& [what, kept] : others.by_what_) {
    Kept& here = by_what_[what];
    if (here.lines.count() == 0) here = {kept.what, {}, kept.accept, kept.column, false};
    here.blocks = here.blocks || kept.blocks;
    here.lines.add(kept.lines);
  }
}

std::int64_t Misfits::rows() const {
  std::int64_t rows = 0;
  for (const auto& [what, kept] : by_what_) rows += kept.lines.count();
  return rows;
}

std::vector<Misfit> Misfits::sorted() const {
  std::vector<Misfit> out;
  for (const auto& [en, kept] : by_what_) out.push_back({kept.what, kept.lines, kept.accept, kept.column, kept.blocks});
  std::stable_sort(out.begin(), out.end(), [](const Misfit& a, const Misfit& b) { return a.lines.first() < b.lines.first(); });
  return out;
}

}  // namespace railshift::scenario
