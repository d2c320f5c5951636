#include "sim/core/problem.hpp"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

namespace railshift {

std::string to_string(const Problem& p, Language language) {
  std::string where = p.place.file;
  if (p.place.line > 0) where += fmt::format(":{}:{}", p.place.line, p.place.column);
  Words text = both("{}: {}（{}）", "{}: {} ({})", where, p.found, p.rule);
  if (!p.accept.empty()) text = both("{}；{}", "{}; {}", text, p.accept);
  if (p.elsewhere > 0) text = both("{}；另有 {} 处相同", "{}; the same at {} more place(s)", text, p.elsewhere);
  return text.in(language);
}

void Problems::add_place(std::size_t index, const Place& place) {
  Problem& known = all_[index];
  ++known.elsewhere;
  const bool before = place.file == known.place.file && std::tie(place.line, place.column) < std::tie(known.place.line, known.place.column);
  if (before) known.place = place;
}

void Problems::take_from(Problems&& other, const std::function<bool(const Problem&)>& keep) {
  for (; !other.all_.empty(); other.all_.pop_front()) {
    if (keep(other.all_.front())) all_.push_back(std::move(other.all_.front()));
  }
}

std::vector<Problem> Problems::first(std::size_t most) const {
  std::vector<const Problem*> order;
  order.reserve(all_.size());
  for (const Problem& problem : all_) order.push_back(&problem);
  std::stable_sort(order.begin(), order.end(), [](const Problem* a, const Problem* b) {
    return std::tie(a->mistake, a->place.file, a->place.line, a->place.column) <
           std::tie(b->mistake, b->place.file, b->place.line, b->place.column);
  });
  if (order.size() > most) order.resize(most);
  std::vector<Problem> out;
  out.reserve(order.size());
  for (const Problem* problem : order) out.push_back(*problem);
  return out;
}

}  // namespace railshift
