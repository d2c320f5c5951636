#include "analysis/contributions/waterfall.hpp"

#include <algorithm>
#include <cmath>

namespace railshift::analysis {

std::optional<Waterfall> waterfall_of(const std::vector<Contribution>& all, const std::string& target, std::size_t most) {
  std::vector<PlanPart> parts;
  for (const Contribution& c : all) {
    if (c.figure.target == target) parts.push_back(c.part);
  }
  std::vector<const Contribution*> clauses;
  for (const Contribution& c : all) {
    if (c.figure.target == target && is_whole_clause(c.part, parts)) clauses.push_back(&c);
  }
  const auto known = [](const Contribution* c) { return c->plan && c->baseline && c->one_in; };
  if (clauses.empty() || !std::all_of(clauses.begin(), clauses.end(), known)) return std::nullopt;
  Waterfall fall;
  fall.target = target;
  fall.unit = clauses.front()->figure.unit;
  fall.baseline = *clauses.front()->baseline;
  fall.plan = *clauses.front()->plan;
  fall.together = fall.plan - fall.baseline;
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Contribution* a, const Contribution* b) { return std::abs(*a->one_in) > std::abs(*b->one_in); });
  for (const Contribution* c : clauses) {
    fall.together -= *c->one_in;
    if (!c->in_is_small() && fall.steps.size() < most) {
      fall.steps.push_back({c, *c->one_in});
    } else {
      ++fall.others_count;
      fall.others += *c->one_in;
    }
  }
  return fall;
}

}  // namespace railshift::analysis
