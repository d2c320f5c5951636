#include "sim/scenario/records/gate/coverage.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace railshift::scenario {
namespace {

constexpr int kQuietEdge = 3;     // a weekend and a day
constexpr int kQuietInside = 10;  // a holiday

/// Days without a passage, `end` not among them.
struct Silence {
  Date begin;
  Date end;
  [[nodiscard]] int days() const { return end - begin; }
};

std::vector<Silence> inside(const std::set<Date>& days) {
  std::vector<Silence> out;
  for (auto at = days.begin(), next = std::next(at); next != days.end(); ++at, ++next) out.push_back({*at + 1, *next});
  return out;
}

/// The median over the months of the log of the longest silence that touches one.
int usual(const std::set<Date>& days, const std::vector<Silence>& silences) {
  std::map<Month, int> longest;
  for (const Date day : days) longest.emplace(month_of(day), 0);
  for (const Silence& silence : silences) {
    if (silence.days() == 0) continue;
    for (Month month = month_of(silence.begin); month <= month_of(silence.end - 1); month = month + 1) {
      if (const auto at = longest.find(month); at != longest.end()) at->second = std::max(at->second, silence.days());
    }
  }
  std::vector<int> sorted;
  for (const auto& [month, length] : longest) sorted.push_back(length);
  std::sort(sorted.begin(), sorted.end());
  return sorted[sorted.size() / 2];
}

}  // namespace

std::set<Month> partial_months(const std::set<Date>& days) {
  std::set<Month> out;
  if (days.empty()) return out;
  const std::vector<Silence> silences = inside(days);
  const int twice = 2 * usual(days, silences);
  const auto judge = [&](const Silence& silence, int quiet) {
    if (silence.days() <= std::max(quiet, twice)) return;
    for (Month month = month_of(silence.begin); month <= month_of(silence.end - 1); month = month + 1) out.insert(month);
  };
  judge({first_day(month_of(*days.begin())), *days.begin()}, kQuietEdge);
  judge({*days.rbegin() + 1, end_day(month_of(*days.rbegin()))}, kQuietEdge);
  for (const Silence& silence : silences) judge(silence, kQuietInside);
  return out;
}

}  // namespace railshift::scenario
