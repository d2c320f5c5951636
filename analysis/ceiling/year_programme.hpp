#pragma once
/// 年度运力规划 - the months of a year as one programme: tonnes of every flow by chain and month, within what is offered, what is open, and
/// what sidings, loading tracks and sections can take. All flows are in it, also those that a target does not count: they use the same
/// tracks.
///
/// Unknowns, thousands of tonnes: x[chain, month] >= 0; w[flow, month] >= 0, what waits at the month's end, of flows that have no road,
/// belt or pipe that is open all month in some month of the year; u, which is 1, but for shares (see below).
///   every flow and month      sum over chains x + w - w(month before) = offered u
///   chain open in part        x <= open share x offered u + w(month before)
///   siding, tracks, section   sum of use x <= capacity u
///   under way                 x <= what was on its way by the chain at the year's beginning, u; it takes nothing of the year's limits
///   waiting                   sum over flows of w at the year's end <= the least that the year allows, u
/// The last row is found first: goods that no road can take are carried by rail if they can be, whatever a target would like better.
/// A share part / whole is a linear-fractional aim: with u free, whole fixed at a reference and part as the aim (Charnes and Cooper), the
/// solution divided by u is the best one.
#include <optional>
#include <string>
#include <vector>

#include "analysis/ceiling/chain_table.hpp"
#include "analysis/programme/programme.hpp"

namespace railshift::analysis {

/// A limit of one month and its row.
struct LimitRow {
  std::size_t row = 0;
  std::size_t limit = 0;  ///< index in YearOffer::limits
  std::size_t month = 0;
};

/// The best use of a year for one question.
struct BestUse {
  PartOfWhole sum;
  std::vector<PartOfWhole> months;
  std::vector<double> worth;  ///< by limit row: tonnes of the numerator, less share x tonnes of the denominator, per tonne of capacity
};

class YearProgramme {
 public:
  YearProgramme(const World& world, const YearOffer& offer);

  /// The ceiling with capacity. Nothing if nothing is counted.
  [[nodiscard]] std::optional<BestUse> best(const Question& question) const;

  /// The rows as they stand, u = 1, no aim: for programmes of several questions, which add columns and rows of their own.
  [[nodiscard]] Programme plain() const;
  /// Terms of part - price x whole, thousands of tonnes.
  [[nodiscard]] std::vector<ProgrammeTerm> terms(const Question& question, double price) const;
  /// Numerator and denominator of a solution with u = 1.
  [[nodiscard]] PartOfWhole measured(const Question& question, const std::vector<double>& columns) const;

  [[nodiscard]] const YearOffer& offer() const { return offer_; }
  [[nodiscard]] const std::vector<LimitRow>& limit_rows() const { return limit_rows_; }
  /// Tonnes that no chain can carry by the year's end, however it is used.
  [[nodiscard]] double not_carried() const { return waiting_kt_ * kTonnesPerUnit; }

 private:
  static constexpr double kTonnesPerUnit = 1000.0;
  /// A column that carries: a chain in a month.
  struct Carried {
    Id<Chain> chain;
    std::size_t month = 0;
    std::size_t column = 0;
  };
  void add_flow(const Flow& flow);
  void add_month(Id<Flow> flow, std::size_t month, std::optional<std::size_t> before, std::optional<std::size_t> after);
  void add_limits();
  void add_under_way();
  void settle_waiting();
  std::size_t add_column(double low, double high);
  [[nodiscard]] bool may_wait(Id<Flow> flow) const;
  [[nodiscard]] bool has_other_than_belts(Id<Flow> flow, std::size_t month) const;

  const World& world_;
  const YearOffer& offer_;
  Programme rows_;
  std::vector<Carried> carried_;
  std::vector<LimitRow> limit_rows_;
  std::vector<std::size_t> waits_at_end_;
  double waiting_kt_ = 0.0;
};

}  // namespace railshift::analysis
