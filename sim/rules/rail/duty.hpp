#pragma once
/// Firms over a yearly tonnage, and what their duties cost them.
#include <vector>

#include "sim/core/turns.hpp"
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/firm_classes.hpp"
#include "sim/rules/rail/base_state.hpp"

namespace railshift::rules {

/// 名单: industrial firms whose in + out tonnes (all modes, without through) reach the threshold in the calendar year before `from`; or the
/// named ones. Sorted by id. Computed from flow_rates of the twelve months of that year (base year's if the run starts later). Every gate
/// that goods pass counts: a flow between two sites of one firm counts out at the one and in at the other.
[[nodiscard]] std::vector<Id<Firm>> bound_firms(const World& world, TonnesPerYear threshold, const std::vector<Id<Firm>>& named, Date from);

/// The frozen list behind firm = "*over_threshold": industrial firms that move at least the threshold (in + out, all modes) in the calendar
/// year before the year of `as_of` (without `as_of`: in the base year). It depends on balances alone, so that it is the same list in the
/// baseline and in every plan. The threshold is the parameter `scope.over_threshold` (t a year; 150万吨 in four of
/// the five city plans). In order of ids.
[[nodiscard]] std::vector<Id<Firm>> listed_firms(const World& world);

/// The level required on a day (0 before the first step).
[[nodiscard]] double required_level(const std::vector<RequiredStep>& steps, Date day);

/// Full price while share < required - fade... : price x clamp((required - share) / fade, 0, 1); the full price while the share is `fade`
/// or more below.
[[nodiscard]] YuanPerTonne duty_price(const RailDuty& duty, double rail_share_12_months, Date day);

/// The frozen list of one rail_duty.
struct DutyRoll {
  Id<Measure> measure;
  std::vector<Id<Firm>> firms;
  /// By position in firms: when its gates let in clean trucks only. Empty: clean trucks do not stand in for rail.
  std::vector<Turns> clean{};
  /// By position in firms: when the other conditions of the duty hold for it. Empty: there are none.
  std::vector<Turns> meant{};
  [[nodiscard]] bool speaks_of(std::size_t position, Date day) const { return meant.empty() || meant[position].on(day); }
  /// Whether a firm is on the list and meant on the day.
  [[nodiscard]] bool speaks_of(Id<Firm> firm, Date day) const;
};
/// Whether a firm of the roll (by position) bears no price on a day because its trucks are clean and the duty takes that instead: without a
/// siding in service, own or shared, or whatever it has, as the duty says.
[[nodiscard]] bool clean_instead(const World& world, const DutyRoll& roll, std::size_t position, Date day);
/// Lists of all rail duties, in the order of measures, without firms that are meant on no day. They depend on the world and on classes of
/// firms: compute once a run.
[[nodiscard]] std::vector<DutyRoll> duty_rolls(const World& world, const FirmClasses& classes);
/// The same with the classes of the scenario's own seed.
[[nodiscard]] std::vector<DutyRoll> duty_rolls(const World& world);

/// Duty prices of all firms this month, by firm index, from the measures in force (from <= first day) and the book's 12-month shares.
/// Several duties on one firm add up.
[[nodiscard]] std::vector<YuanPerTonne> duty_prices(const World& world, const std::vector<DutyRoll>& rolls, const MonthBook& book,
                                                    Month month);
[[nodiscard]] std::vector<YuanPerTonne> duty_prices(const World& world, const MonthBook& book, Month month);

/// The book before the first month: that of the state (base_state.hpp), with the firms' twelve months filled from base-year tonnes and base
/// shares, so that a duty meets a firm where it stood and not at 0.
[[nodiscard]] MonthBook first_book(const World& world, const BaseState& state);
/// The same where nothing is known of the base year.
[[nodiscard]] MonthBook first_book(const World& world);

}  // namespace railshift::rules
