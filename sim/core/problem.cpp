#include "sim/core/problem.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace railshift {

std::string to_string(const Problem& p) {
  std::string where = p.place.file;
  if (p.place.line > 0) where += fmt::format(":{}:{}", p.place.line, p.place.column);
  std::string text = fmt::format("{}: {} ({})", where, p.found, p.rule);
  if (!p.accept.empty()) text += "; " + p.accept;
  if (p.elsewhere > 0) text += fmt::format("; the same at {} more place(s)", p.elsewhere);
  return text;
}

void Problems::add_place(std::size_t index, const Place& place) {
  Problem& known = all_[index];
  ++known.elsewhere;
  const bool before = place.file == known.place.file && std::tie(place.line, place.column) < std::tie(known.place.line, known.place.column);
  if (before) known.place = place;
}

std::vector<Problem> Problems::sorted() const {
  std::vector<Problem> out = all_;
  std::stable_sort(out.begin(), out.end(), [](const Problem& a, const Problem& b) {
    return std::tie(a.mistake, a.place.file, a.place.line, a.place.column) <
           std::tie(b.mistake, b.place.file, b.place.line, b.place.column);
  });
  return out;
}

}  // namespace railshift
