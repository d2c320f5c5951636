#include "analysis/brief/conclusions.hpp"

#include <algorithm>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/metrics/metric_traits.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

/// Whether `a` stands better than `b`: its box, then how far it is on the right side.
bool stands_better(const Verdict& a, const Verdict& b) {
  if (box_of(a) != box_of(b)) return box_of(a) < box_of(b);
  return a.margin.value_or(-1e300) > b.margin.value_or(-1e300);
}

Reason reason_from(std::string_view word, bool& known) {
  for (int r = 0; r < kReasons; ++r) {
    if (to_text(static_cast<Reason>(r)) == word) {
      known = true;
      return static_cast<Reason>(r);
    }
  }
  known = false;
  return Reason::no_chain;
}

/// The best estimate of a chance: corrected, else the middle of its range, else the share of estimates.
std::optional<double> chance_of(const TargetChance& c) {
  if (is_untouched(c)) return std::nullopt;
  if (c.chance) return c.chance->value;
  if (c.range) return (c.range->low + c.range->high) / 2.0;
  return c.twins > 0 ? std::optional(static_cast<double>(c.twins_met) / c.twins) : std::nullopt;
}

}  // namespace

std::string_view to_text(ReadingsEnd end) {
  switch (end) {
    case ReadingsEnd::one:
      return "one";
    case ReadingsEnd::alike:
      return "alike";
    case ReadingsEnd::differ:
      return "differ";
    case ReadingsEnd::degree:
      return "degree";
  }
  RAILSHIFT_EXPECTS(false, "readings end somehow");
}

ReadingSpread reading_spread(const std::vector<Verdict>& verdicts, const Verdict& main) {
  ReadingSpread spread;
  spread.readings = readings_of(verdicts, main);
  bool same_box = true;
  for (const Verdict* v : spread.readings) {
    spread.met += is_met(*v) ? 1 : 0;
    spread.possible += is_met(*v) || box_of(*v) == StatusBox::impossible || box_of(*v) == StatusBox::undecided ? 0 : 1;
    same_box = same_box && box_of(*v) == box_of(main);
    if (spread.best == nullptr || stands_better(*v, *spread.best)) spread.best = v;
    if (v->value && (spread.worst == nullptr || stands_better(*spread.worst, *v))) spread.worst = v;
  }
  const int all = static_cast<int>(spread.readings.size());
  if (all == 1)
    spread.end = ReadingsEnd::one;
  else if (spread.met > 0 && spread.met < all)
    spread.end = ReadingsEnd::differ;
  else
    spread.end = same_box ? ReadingsEnd::alike : ReadingsEnd::degree;
  return spread;
}

std::optional<WhyRoad> why_road(const Verdict& target, const MetricTable& metrics) {
  if (!traits_of(target.metric).splits_modes) return std::nullopt;
  WhyRoad why;
  const auto who = target.scope.find("firm");
  why.of_list = who != target.scope.end() && !who->second.empty();
  Scope scope;
  if (why.of_list) scope["firm"] = kListedFirms;
  for (const MetricRow& row : metrics) {
    if (row.metric != "tonnes_by_reason" || row.period != to_text(Period{target.judged.year, 0}) || row.value <= 0.0) continue;
    Scope of_row = scope_of(row);
    of_row.erase("numerator_kind");
    bool known = false;
    const Reason reason = reason_from(row.numerator_kind, known);
    if (!known || of_row != scope) continue;
    why.road_t += row.value;
    why.reasons.push_back({reason, &row});
  }
  if (why.reasons.empty()) return std::nullopt;
  std::stable_sort(why.reasons.begin(), why.reasons.end(),
                   [](const RoadReason& a, const RoadReason& b) { return a.row->value > b.row->value; });
  return why;
}

std::string_view to_text(WhatDoes does) {
  switch (does) {
    case WhatDoes::met:
      return "met";
    case WhatDoes::execution:
      return "execution";
    case WhatDoes::one_lever:
      return "one_lever";
    case WhatDoes::lever_set:
      return "lever_set";
    case WhatDoes::beyond:
      return "beyond";
    case WhatDoes::no_lever:
      return "no_lever";
    case WhatDoes::not_asked:
      return "not_asked";
    case WhatDoes::not_tried:
      return "not_tried";
  }
  RAILSHIFT_EXPECTS(false, "something does it or not");
}

WhatWouldDo what_would_do(const Verdict& target, const LeverAnswer* levers) {
  if (is_met(target)) return {WhatDoes::met, nullptr};
  if (target.status == Status::if_executed) return {WhatDoes::execution, nullptr};
  if (levers == nullptr) return {};
  const auto of = std::find_if(levers->targets.begin(), levers->targets.end(),
                               [&](const TargetLevers& t) { return t.verdict.target == target.target; });
  if (of == levers->targets.end()) return {WhatDoes::not_asked, nullptr};
  switch (of->finding) {
    case SetFinding::single:
      return {WhatDoes::one_lever, &*of};
    case SetFinding::found:
      return {WhatDoes::lever_set, &*of};
    case SetFinding::none:
      return {WhatDoes::beyond, &*of};
    case SetFinding::no_lever:
      return {WhatDoes::no_lever, &*of};
  }
  RAILSHIFT_EXPECTS(false, "a search of levers ends somehow");
}

HowSure how_sure(const Verdict& target, const std::optional<ChancesSaid>& chances) {
  HowSure sure;
  if (!chances) return sure;
  for (const TargetChance& c : chances->chances) {
    if (c.asked.target == target.target && !is_untouched(c)) sure.chance = &c;
  }
  for (const Deciding& d : chances->deciding) {
    if (sure.chance != nullptr && d.target == target.target && !d.groups.empty()) sure.deciding = &d;
  }
  return sure;
}

std::string_view to_text(Risk risk) {
  switch (risk) {
    case Risk::low:
      return "low";
    case Risk::middle:
      return "middle";
    case Risk::high:
      return "high";
    case Risk::unknown:
      return "unknown";
  }
  RAILSHIFT_EXPECTS(false, "a risk has a word");
}

Risk risk_of(const Verdict& verdict, const TargetChance* chance) {
  switch (box_of(verdict)) {
    case StatusBox::on_track: {
      const auto how = chance == nullptr ? std::nullopt : chance_of(*chance);
      if (!how || *how >= kSafeChance) return Risk::low;
      return *how < kEvenChance ? Risk::high : Risk::middle;
    }
    case StatusBox::if_executed:
      return Risk::middle;
    case StatusBox::late_or_missed:
    case StatusBox::impossible:
      return Risk::high;
    case StatusBox::undecided:
      return Risk::unknown;
  }
  RAILSHIFT_EXPECTS(false, "a target has a risk");
}

std::string_view to_text(MustBe must) {
  switch (must) {
    case MustBe::as_arranged:
      return "as_arranged";
    case MustBe::executed:
      return "executed";
    case MustBe::other_reading:
      return "other_reading";
    case MustBe::possible_reading:
      return "possible_reading";
    case MustBe::other_demand:
      return "other_demand";
    case MustBe::more_capacity:
      return "more_capacity";
    case MustBe::lever:
      return "lever";
    case MustBe::levers:
      return "levers";
    case MustBe::more_than_levers:
      return "more_than_levers";
    case MustBe::earlier:
      return "earlier";
    case MustBe::unknown_lever:
      return "unknown_lever";
    case MustBe::more_data:
      return "more_data";
    case MustBe::outside_model:
      return "outside_model";
  }
  RAILSHIFT_EXPECTS(false, "what must be has a word");
}

MustBe must_be(const Verdict& target, const ReadingSpread& readings, const WhatWouldDo& would) {
  switch (box_of(target)) {
    case StatusBox::on_track:
      return MustBe::as_arranged;
    case StatusBox::if_executed:
      return MustBe::executed;
    case StatusBox::impossible:
    case StatusBox::late_or_missed:
      break;
    case StatusBox::undecided:
      return target.outcome == Outcome::not_testable ? MustBe::outside_model : MustBe::more_data;
  }
  if (would.does == WhatDoes::one_lever) return MustBe::lever;
  if (would.does == WhatDoes::lever_set) return MustBe::levers;
  if (readings.end == ReadingsEnd::differ) return MustBe::other_reading;
  if (box_of(target) == StatusBox::impossible && readings.possible > 0) return MustBe::possible_reading;
  if (target.status == Status::impossible_reading) return MustBe::other_demand;
  if (target.status == Status::impossible_capacity) return MustBe::more_capacity;
  if (would.does == WhatDoes::beyond) return MustBe::more_than_levers;
  return target.status == Status::late ? MustBe::earlier : MustBe::unknown_lever;
}

}  // namespace railshift::analysis
