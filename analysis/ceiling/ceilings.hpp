#pragma once
/// 可达上限 - what targets of tonnes can reach before any what-if: by the chain table, with capacity, firm by firm, and all together. Pure:
/// a world in, figures out; no run. Prices, waits for trucks, contracts and obedience are left out: whoever can, does.
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analysis/ceiling/question.hpp"
#include "sim/rules/rail/rail_limits.hpp"

namespace railshift::analysis {

/// A limit that is full in the best use of the year, and what a tonne more of it would be worth.
struct BindingLimit {
  std::string what;  ///< as rules::RailLimit::what
  rules::LimitKind kind = rules::LimitKind::siding;
  int months = 0;  ///< in which a tonne more of it would add something
  /// 影子价格: tonnes of the numerator (less share x tonnes of the denominator) for each tonne that it could take more, spread over the
  /// year as its capacity is. Where several limits are full at once their worths are not unique.
  double worth = 0.0;
  double tonnes_a_slot = 0.0;  ///< of a section: the train load at which a slot counts; 0 of others
};

struct MonthOfBest {
  Month month;
  double part = 0.0;  ///< tonnes (tonne-kilometres)
  double whole = 0.0;
};

/// 逐家判定: how many firms of the list can reach the target's share at their own gates.
struct FirmsCeiling {
  int firms = 0;      ///< with goods that count
  int by_chains = 0;  ///< that can by the chain table, each alone
  int together = 0;   ///< that can at once, with capacity: the best that was found
  int bound = 0;      ///< no more can
  [[nodiscard]] bool proven() const { return together == bound; }
};

struct TargetCeiling {
  std::string target;
  std::string reading_of{};  ///< as in Target
  int year = 0;
  QuestionKind kind = QuestionKind::share;
  std::string unit;
  bool least = false;         ///< figures are floors: the target wants little
  bool trucks_count = false;  ///< figures are what rail, belts and pipes carry alone; clean trucks can carry the rest
  /// Of the year's own goods, in the unit of the target; `capacity` is never above `chains` (below, of floors).
  std::optional<double> chains, capacity;
  /// The same with what is under way at the year's beginning (YearOffer::under_way_t): what a run of the year delivers is not above.
  std::optional<double> chains_bound, capacity_bound;
  double not_carried_t = 0.0;         ///< of all goods: what no chain can carry in the year
  std::vector<BindingLimit> binding;  ///< of `capacity`, the worthiest first
  std::vector<MonthOfBest> months;    ///< of `capacity`
  std::optional<FirmsCeiling> firms;  ///< of shares of the listed firms, and of firms that pass; of no other reading
};

/// A target in the programme of all.
struct TogetherTarget {
  std::string target;
  std::string unit;
  bool alone = false;            ///< can be met if nothing else is wished
  bool met = false;              ///< in the best use of the year for all
  std::optional<double> figure;  ///< there, in the unit of the target
};

/// 全部目标: one programme for the targets of a year. It meets as many targets as can be met at once; of the ways to do so it takes one
/// with the least sum of shortfalls (a share's in points, a tonnage's in per cent of what is wished). clean_share is not in it: trucks can
/// meet it.
struct Together {
  int year = 0;
  std::vector<TogetherTarget> targets;
  std::vector<std::pair<std::string, std::string>> exclusive;  ///< each can be met alone, both cannot
  int met = 0;
  int bound = 0;  ///< no more can be met
  [[nodiscard]] bool proven() const { return met == bound; }
};

struct Ceilings {
  std::vector<TargetCeiling> targets;  ///< those of tonnes, in the order of the table; others have no ceiling
  std::vector<Together> years;         ///< with two targets or more
  std::vector<std::string> failed;     ///< targets, and years of all targets together, of which the solver gave no sound answer
  [[nodiscard]] const TargetCeiling* of(const std::string& target) const;
};

/// A solver that fails (SolverFailed) costs the ceiling that it was asked for and no other.
[[nodiscard]] Ceilings ceilings_of(const World& world, const BaseTonnes& base_tonnes = {});

}  // namespace railshift::analysis
