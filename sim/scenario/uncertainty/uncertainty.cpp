#include "sim/scenario/uncertainty/uncertainty.hpp"

#include <algorithm>
#include <map>

#include "sim/scenario/uncertainty/group_name.hpp"
#include "sim/scenario/uncertainty/patterns.hpp"

namespace railshift::scenario {
namespace {

/// What numbers that no section names move with.
std::string default_id(const RangedInput& input) {
  const std::string column = input.path.substr(input.path.rfind('.') + 1);
  return input.table == "values" ? "values." + input.row : input.table + "." + column;
}

/// How it is judged is no input of what happens: such numbers stand unless a section names them.
bool is_of_judging(const RangedInput& input) {
  return input.table == "clean_rules" ||
         (input.table == "values" && (input.row.starts_with("verdict.") || input.row.starts_with("scope.")));
}

UncertaintyGroup default_group(const RangedInput& input) {
  UncertaintyGroup group;
  group.id = default_id(input);
  group.name = default_group_name(input);
  group.stage = input.table == "measure" ? Stage::later : Stage::base;
  group.by_default = true;
  return group;
}

class Grouping {
 public:
  Grouping(const UncertaintySources& sources, const std::vector<UncertaintyRow>& rows)
      : sources_(sources), rows_(rows), patterns_(sources.tables, sources.root) {
    for (const UncertaintyRow& row : rows)
      named_.push_back({row.id,
                        {row.name_zh, row.name_en},
                        {row.law, row.low_high, row.values, row.weights},
                        row.stage,
                        row.reason,
                        false,
                        {},
                        {row.office_zh, row.office_en}});
  }

  Uncertainty done() {
    all_.wholes = wholes_of(sources_.tables, sources_.world);
    for (Whole& whole : all_.wholes) {
      for (WholePart& part : whole.parts) {
        part.stands = part.stands || is_set(sources_.set_by_hand, part.path);
        in_wholes_.insert(part.path);
      }
    }
    for (const RangedInput& input : sources_.taking_part) place(input);
    for (UncertaintyGroup& group : named_) keep(std::move(group));
    for (auto& [id, group] : defaults_) keep(std::move(group));
    return std::move(all_);
  }

 private:
  void place(const RangedInput& input) {
    const auto range = drawn_range(input);
    if (!range || is_set(sources_.set_by_hand, input.path)) {
      all_.standing.push_back(input.path);
      return;
    }
    MovedInput moved{input.path, *range, input.written, input.least, input.most, false};
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      moved.against = patterns_.fits_any(rows_[i].against, rows_[i], input);
      if (!moved.against && !patterns_.fits_any(rows_[i].inputs, rows_[i], input)) continue;
      return put(named_[i], moved);
    }
    if (in_wholes_.count(input.path) > 0 || is_of_judging(input))
      all_.standing.push_back(input.path);
    else
      put(defaults_.try_emplace(default_id(input), default_group(input)).first->second, moved);
  }

  /// A variant may have put a value outside of its range: it says what holds, and no law fits it.
  void put(UncertaintyGroup& group, const MovedInput& moved) {
    if (reason_against(group.law, moved.range))
      all_.standing.push_back(moved.path);
    else
      group.inputs.push_back(moved);
  }

  void keep(UncertaintyGroup group) {
    if (!group.inputs.empty()) all_.groups.push_back(std::move(group));
  }

  const UncertaintySources& sources_;
  const std::vector<UncertaintyRow>& rows_;
  Patterns patterns_;
  std::vector<UncertaintyGroup> named_;
  std::map<std::string, UncertaintyGroup> defaults_;
  std::set<std::string> in_wholes_;
  Uncertainty all_;
};

}  // namespace

Uncertainty uncertainty_of(const UncertaintySources& sources, const std::vector<UncertaintyRow>& rows) {
  return Grouping(sources, rows).done();
}

std::optional<Uncertainty> under_second_law(const Uncertainty& uncertainty) {
  Uncertainty second = uncertainty;
  bool any = false;
  for (UncertaintyGroup& group : second.groups) {
    const Law other = second_law(group.law);
    any = any || other != group.law;
    group.law = other;
  }
  return any ? std::optional(std::move(second)) : std::nullopt;
}

}  // namespace railshift::scenario
