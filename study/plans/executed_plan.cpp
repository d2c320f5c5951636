#include "study/plans/executed_plan.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "sim/core/both.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::study {
namespace {

constexpr const char* kInService = "in_service";

std::string path_of(const std::string& measure, const std::string& field) { return "measure." + measure + "." + field; }

bool is_assumed(const scenario::Loaded& plan, const std::string& path) {
  return std::any_of(plan.ranged.begin(), plan.ranged.end(),
                     [&](const scenario::RangedInput& input) { return input.path == path && input.standing == "assumed"; });
}

}  // namespace

std::vector<ExecutedChange> executed_changes(const scenario::Loaded& plan) {
  std::vector<ExecutedChange> changes;
  for (const Measure& measure : plan.world->measures) {
    if (measure.layer == Layer::baseline) continue;
    const auto knob = policy::knob_of(measure);
    if (knob && knob->field == policy::KnobField::obedience && knob->value != knob->highest)
      changes.push_back({measure.id, std::string(to_text(knob->field)), fmt::format("{}", knob->value), fmt::format("{}", knob->highest)});
    const SidingOpens* siding = policy::as<SidingOpens>(measure);
    if (siding == nullptr || !is_assumed(plan, path_of(measure.id, kInService))) continue;
    const Date stated = std::max(siding->built, measure.from);
    if (stated < siding->in_service) changes.push_back({measure.id, kInService, to_string(siding->in_service), to_string(stated)});
  }
  return changes;
}

std::vector<std::string> kept_prices(const World& plan) {
  std::vector<std::string> ids;
  for (const Measure& measure : plan.measures) {
    const auto knob = policy::knob_of(measure);
    if (measure.layer != Layer::baseline && knob && knob->field == policy::KnobField::price_yuan_per_t) ids.push_back(measure.id);
  }
  return ids;
}

std::map<std::string, std::string> settings_of(const std::vector<ExecutedChange>& changes) {
  std::map<std::string, std::string> set;
  for (const ExecutedChange& change : changes) set[path_of(change.measure, change.field)] = change.to;
  return set;
}

Words words_of(const ExecutedChange& change) {
  const Words field = change.field == kInService
                          ? Words{"投用日", "in service"}
                          : Words{analysis::word("lever.obedience", Language::zh), analysis::word("lever.obedience", Language::en)};
  return both("{} {} {} → {}", "{} {} {} → {}", change.measure, field, change.from, change.to);
}

Words executed_words(const std::vector<ExecutedChange>& changes, const std::vector<std::string>& kept_prices) {
  const auto said = [&](Language language) {
    const bool zh = language == Language::zh;
    const char* comma = zh ? "、" : ", ";
    std::vector<std::string> list;
    for (const ExecutedChange& change : changes) list.push_back(words_of(change).in(language));
    std::string text = changes.empty() ? analysis::word("executed.none", language)
                                       : fmt::format(fmt::runtime(analysis::word("executed.changes", language)), fmt::join(list, comma));
    if (!kept_prices.empty())
      text +=
          (zh ? "；" : "; ") + fmt::format(fmt::runtime(analysis::word("executed.kept_prices", language)), fmt::join(kept_prices, comma));
    return text;
  };
  return {said(Language::zh), said(Language::en)};
}

}  // namespace railshift::study
