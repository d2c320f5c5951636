#include "sim/policy/site_change.hpp"

#include <algorithm>

namespace railshift::policy {

void About<SiteChange>::check(const SiteChange& kind, const Written& written, Contradictions& found) {
  if (!kind.opens && !kind.closes && kind.rates.empty())
    found.push_back({"",
                     {"opens（开工日）、closes（关停日）、rates（开工比例）都没写", "neither opens nor closes nor rates stands here"},
                     {"厂区开停要写开工、关停或开工比例中的一项", "a site change opens a site, closes it or changes its rates"},
                     {"写 closes = 2025-12-31，或另外两项之一", "write closes = 2025-12-31, or one of the other two"}});
  if (kind.opens && kind.closes && *kind.closes <= *kind.opens)
    found.push_back(
        {"closes",
         both("opens（开工日）为 {}，closes（关停日）为 {}", "opens is {}, closes is {}", to_string(*kind.opens), to_string(*kind.closes)),
         {"厂区先开工，后关停", "a site opens before it closes"},
         {"改正其中一个日期", "correct one of the days"}});
  if (written("processes") && kind.rates.empty())
    found.push_back({"processes",
                     {"写了 processes（工序），没写 rates（开工比例）", "processes stand here without rates"},
                     {"工序只与开工比例有关；开工、关停针对整个厂区", "processes go with rates; opening and closing are of the whole site"},
                     {"补上 rates，或去掉 processes", "add rates, or leave processes out"}});
  if (!kind.rates.empty()) check_steps("rates", kind.rates, found);
}

std::vector<Declared> About<SiteChange>::orders(const SiteChange&) { return {}; }

bool About<SiteChange>::orders_asked(const SiteChange&, const Asked&) { return true; }

std::optional<Knob> About<SiteChange>::knob(const SiteChange&) { return std::nullopt; }

// The month of a day is offered as a whole: rules look from the first of it on, and nothing happens before `from`.
Date About<SiteChange>::first_look(const SiteChange&, Date from, int) { return from; }

std::optional<Date> About<SiteChange>::first_act(const SiteChange& kind, Date from, const RoadOpening&) {
  std::optional<Date> first;
  const auto earliest = [&](Date day) { first = std::min(first.value_or(day), day); };
  if (kind.opens) earliest(*kind.opens);
  if (kind.closes) earliest(*kind.closes);
  for (const RequiredStep& step : kind.rates) {
    if (step.level != 1.0) earliest(step.due);
  }
  return first ? std::optional(std::max(from, *first)) : std::nullopt;
}

IdleReason About<SiteChange>::why_idle(const SiteChange& kind, const Seen& seen) {
  const bool asks = kind.opens || kind.closes ||
                    std::any_of(kind.rates.begin(), kind.rates.end(), [](const RequiredStep& step) { return step.level != 1.0; });
  if (!asks && !kind.rates.empty()) return IdleReason::demands_nothing;
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  return seen.in_scope > 0 ? IdleReason::already_so : IdleReason::nothing_in_scope;
}

}  // namespace railshift::policy
