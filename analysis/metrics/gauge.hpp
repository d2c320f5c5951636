#pragma once
/// What every family of metrics needs: the world, the ledger, which months count, and a row with the label of the run on it.
#include <string>
#include <string_view>
#include <vector>

#include "analysis/metrics/metrics.hpp"
#include "analysis/metrics/period.hpp"
#include "sim/core/standing.hpp"
#include "sim/rules/roads/haul_class.hpp"

namespace railshift::analysis {

/// Standing of a computed figure: "derived", or "derived(assumed)" when any row it rests on is assumed or derived from assumed ones.
[[nodiscard]] std::string standing_text(Standing standing);
/// Of an input, which unlike a figure can be assumed itself.
[[nodiscard]] std::string input_standing_text(Standing standing);
[[nodiscard]] constexpr bool rests_on_assumed(Standing s) { return s >= Standing::derived_from_assumed; }

/// A share whose parts are known: nothing if the whole is 0.
struct Share {
  double part = 0.0;
  double whole = 0.0;
};

/// Makes a figure a share: value = part / whole, both printed. A part over its whole, or no whole, is a broken promise.
void set_share(MetricRow& row, Share share);

class Gauge {
 public:
  Gauge(const World& world, const ledger::Ledger& ledger, const RunLabel& label);

  [[nodiscard]] const World& world() const { return *world_; }
  [[nodiscard]] const ledger::Ledger& ledger() const { return *ledger_; }

  /// The haul class of every flow, by index.
  [[nodiscard]] const std::vector<rules::HaulClass>& haul_classes() const { return haul_classes_; }

  /// Inside start .. end, or what was run of it: warm-up months run before `start` and are in no figure. A year's figure sums its reported
  /// months (metric reported_months counts them).
  [[nodiscard]] bool reported(Month month) const { return first_ <= month && month < end_; }
  [[nodiscard]] Month first_reported() const { return first_; }
  [[nodiscard]] Month end() const { return end_; }

  /// A row with the run's label; the caller fills the scope.
  [[nodiscard]] MetricRow row(std::string_view metric, Period period, std::string_view unit, double value, Standing standing) const;
  /// A share row: value = part / whole, both printed. Precondition: whole > 0.
  [[nodiscard]] MetricRow share_row(std::string_view metric, Period period, Share share, Standing standing) const;

 private:
  const World* world_;
  const ledger::Ledger* ledger_;
  RunLabel label_;
  Month first_;
  Month end_;
  std::vector<rules::HaulClass> haul_classes_;
};

/// Kilograms as tonnes, the canonical unit of the tables.
[[nodiscard]] inline double tonnes_of(std::int64_t kg) { return to_tonnes(Kilograms{kg}).value; }
/// Metres as kilometres, likewise.
[[nodiscard]] constexpr double kilometres_of(std::int64_t metres) { return static_cast<double>(metres) / 1000.0; }

}  // namespace railshift::analysis
