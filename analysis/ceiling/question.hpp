#pragma once
/// What a target asks of the tonnes of a year, chain by chain: its reading as numbers, the same that its metric counts in a run.
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/ceiling/chain_counts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/model/target.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// share: part / whole. tonnes: part. growth: part / base - 1.
enum class QuestionKind : std::uint8_t { share, tonnes, growth };

struct Question {
  std::string target;
  QuestionKind kind = QuestionKind::share;
  int year = 0;                      ///< the judged one
  bool least = false;                ///< the target wants little (<=): the best figure is the least
  bool trucks_count = false;         ///< of clean_share: clean trucks are clean too, which no chain limits
  std::string unit;                  ///< of the target
  double base_tonnes = 0.0;          ///< of growth: the numerator of the base year
  double threshold = 0.0;            ///< that the target accepts, its tolerance used, as a share or in tonnes
  std::vector<ChainCount> of_chain;  ///< by chain index

  /// The figure that a numerator and a denominator (tonnes) make; nothing without a denominator.
  [[nodiscard]] std::optional<double> figure(double part, double whole) const;
  /// The same in the unit of the target.
  [[nodiscard]] std::optional<double> in_unit(double figure) const;
};

/// 基年吨数 - by id of a target of growth, the tonnes of the base year by which its metric divides (base_tonnes_of).
using BaseTonnes = std::map<std::string, double>;
/// What the runs of a world carried in the base year, by which growth is measured: such that growth of the best tonnes over it is the mean
/// of their growth over each run's own. Targets without such a figure have none.
[[nodiscard]] BaseTonnes base_tonnes_of(const World& world, const std::vector<MetricTable>& replications);

/// chain_counts of the target; nothing where they say nothing. Growth without base tonnes of a run is held against the base year at base
/// shares.
[[nodiscard]] std::optional<Question> question_of(const World& world, const Target& target, const BaseTonnes& base_tonnes = {});

/// What a target of the listed firms asks, asked of one of them; nothing if the target is not of the list.
[[nodiscard]] std::optional<Question> question_of_firm(const World& world, const Target& of_list, Id<Firm> firm);

}  // namespace railshift::analysis
