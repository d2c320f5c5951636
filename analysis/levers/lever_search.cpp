#include "analysis/levers/lever_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "sim/core/contract.hpp"

namespace railshift::analysis {

std::string_view to_text(LeverFinding finding) {
  switch (finding) {
    case LeverFinding::reached:
      return "reached";
    case LeverFinding::step:
      return "step";
    case LeverFinding::between:
      return "between";
    case LeverFinding::not_within_range:
      return "not_within_range";
    case LeverFinding::no_effect:
      return "no_effect";
    case LeverFinding::no_figure:
      return "no_figure";
  }
  RAILSHIFT_EXPECTS(false, "a finding has a word");
}

void LeverSearch::add(const Tried& tried) {
  const auto at = std::lower_bound(tried_.begin(), tried_.end(), tried.at, [](const Tried& t, std::size_t p) { return t.at < p; });
  if (at == tried_.end() || at->at != tried.at) tried_.insert(at, tried);
}

bool LeverSearch::is_near(const Tried& tried) const { return tried.value && distance(tried) <= near_; }

double LeverSearch::distance(const Tried& tried) const {
  return tried.value ? std::abs(*tried.value - threshold_) : std::numeric_limits<double>::infinity();
}

LeverFound LeverSearch::found() const {
  RAILSHIFT_EXPECTS(!tried_.empty() && tried_.front().at == 0 && tried_.back().at == last_, "both ends of the range were run");
  const Tried& given = tried_.front();
  const Tried& end = tried_.back();
  if (!given.value || !end.value) return {};
  const auto meets = std::find_if(tried_.begin(), tried_.end(), [](const Tried& t) { return t.meets; });
  if (meets == tried_.end()) {
    const auto best =
        std::min_element(tried_.begin(), tried_.end(), [this](const Tried& a, const Tried& b) { return distance(a) < distance(b); });
    return {best == tried_.begin() ? LeverFinding::no_effect : LeverFinding::not_within_range, std::nullopt, *best};
  }
  RAILSHIFT_EXPECTS(meets != tried_.begin(), "levers are asked for where the plan as given misses");
  const Tried& misses = *(meets - 1);
  if (is_near(*meets)) return {LeverFinding::reached, *meets, misses};
  return {meets->at - misses.at == 1 ? LeverFinding::step : LeverFinding::between, *meets, misses};
}

std::vector<std::size_t> LeverSearch::next() const {
  const LeverFound now = found();
  if (!now.meets || !now.misses || now.meets->at - now.misses->at == 1) return {};
  // An end that is near may be more than is needed: the first round says how much of the range is.
  const bool first_round = tried_.size() == 2;
  if (is_near(*now.meets) && !first_round) return {};
  const std::size_t from = now.misses->at, to = now.meets->at, middle = from + (to - from) / 2;
  std::vector<std::size_t> points;
  for (const std::size_t point : {from + (middle - from) / 2, middle, middle + (to - middle) / 2}) {
    if (point > from && point < to && (points.empty() || points.back() != point)) points.push_back(point);
  }
  return points;
}

}  // namespace railshift::analysis
