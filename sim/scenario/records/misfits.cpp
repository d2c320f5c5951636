#include "sim/scenario/records/misfits.hpp"

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

std::string LineRanges::text() const {
  std::string out;
  for (const auto& [from, to] : runs_) {
    out += fmt::format("{}{}", out.empty() ? "" : ", ", from);
    if (to > from) out += fmt::format("-{}", to);
  }
  return out;
}

std::int64_t Misfits::rows() const {
  std::int64_t rows = 0;
  for (const auto& [what, lines] : by_what_) rows += lines.count();
  return rows;
}

std::vector<Misfit> Misfits::sorted() const {
  std::vector<Misfit> out;
  for (const auto& [what, lines] : by_what_) out.push_back({what, lines});
  std::stable_sort(out.begin(), out.end(), [](const Misfit& a, const Misfit& b) { return a.lines.first() < b.lines.first(); });
  return out;
}

}  // namespace railshift::scenario
