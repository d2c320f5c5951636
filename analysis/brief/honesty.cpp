#include "analysis/brief/honesty.hpp"

#include <string>
#include <vector>

#include "analysis/emissions/inventory.hpp"
#include "analysis/judge/unserved.hpp"
#include "analysis/metrics/gauge.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/operations/pool_runs.hpp"

namespace railshift::analysis {
namespace {

constexpr const char* kHonestPollutant = "NOx";

/// Share of a flow's tonnes that base shares give to the railway.
std::vector<double> stated_rail_shares(const World& world) {
  std::vector<double> rail(world.flows.size(), 0.0), all(world.flows.size(), 0.0);
  for (const Chain& chain : world.chains) {
    all[chain.flow.index] += chain.base_share;
    if (chain.main_mode() == Mode::rail) rail[chain.flow.index] += chain.base_share;
  }
  for (std::size_t f = 0; f < rail.size(); ++f) rail[f] = all[f] > 0.0 ? rail[f] / all[f] : 0.0;
  return rail;
}

std::optional<double> empty_ratio(const World& world, const ledger::Ledger& ledger) {
  double loaded = 0.0, empty = 0.0;
  for (const PoolRuns& pool : pool_runs(world, ledger)) {
    loaded += pool.loaded_km;
    empty += pool.empty_km;
  }
  return loaded > 0.0 ? std::optional(empty / loaded) : std::nullopt;
}

}  // namespace

std::optional<BaseYearGap> base_year_gap(const World& world, const ledger::Ledger& ledger) {
  const Gauge gauge(world, ledger, {});
  const std::vector<ChainFacts> facts = chain_facts(world);
  const std::vector<double> stated = stated_rail_shares(world);
  BaseYearGap gap;
  for (const ledger::ChainRow& row : ledger.chains) {
    const ChainFacts& chain = facts[row.chain.index];
    if (row.month.year() != world.settings.base_year || !gauge.reported(row.month) || !chain.touches_inside(world)) continue;
    const double tonnes = tonnes_of(row.delivered_kg);
    gap.all_t += tonnes;
    gap.stated_rail_t += tonnes * stated[chain.flow.index];
    if (chain.main_mode == Mode::rail) gap.rail_t += tonnes;
  }
  return gap.all_t > 0.0 ? std::optional(gap) : std::nullopt;
}

std::optional<double> Honesty::through_share() const {
  if (through_nox == nullptr || all_nox == nullptr || all_nox->value <= 0.0) return std::nullopt;
  return through_nox->value / all_nox->value;
}

double Honesty::assumed_t() const {
  double sum = 0.0;
  for (const MetricRow* row : assumed) sum += row->value;
  return sum;
}

Honesty honesty(const World& world, const ledger::Ledger& ledger, const MetricTable& metrics, const std::string& year,
                const std::vector<BesideObserved>& observed) {
  Honesty h;
  h.base_year = base_year_gap(world, ledger);
  h.empty_ratio = empty_ratio(world, ledger);
  h.no_chain = find_row(metrics, "tonnes_by_reason", year, {{"numerator_kind", std::string(to_text(Reason::no_chain))}});
  for (const Standing standing : {Standing::derived_from_assumed, Standing::assumed}) {
    const Scope scope{{"basis", "flow"}, {"numerator_kind", input_standing_text(standing)}};
    if (const MetricRow* row = find_row(metrics, "tonnes_by_standing", year, scope)) h.assumed.push_back(row);
  }
  h.not_carried = find_row(metrics, kUnservedShare, year, {});
  h.through_nox = find_row(metrics, "exhaust", year,
                           {{"numerator_kind", kHonestPollutant}, {"basis", std::string(to_text(EmissionSource::through_exhaust))}});
  h.all_nox = find_row(metrics, "exhaust", year, {{"numerator_kind", kHonestPollutant}});
  h.checked = checked(observed);
  return h;
}

}  // namespace railshift::analysis
