/// rail_wishes: tonnes wished by rail in a year, all flows, and what each cause brings, let in one after the other. All of it rests on base
/// shares.
#include "analysis/metrics/rail_wishes.hpp"

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/standings.hpp"

namespace railshift::analysis {
void add_rail_wishes(const Gauge& gauge, MetricTable& table) {
  std::map<Period, std::array<std::int64_t, rules::kDriftCauses>> years;
  for (const ledger::DriftRow& row : gauge.ledger().drift) {
    const auto cause = rules::drift_cause_from(row.cause);
    if (gauge.reported(row.month) && cause) years[year_period(row.month)][static_cast<std::size_t>(*cause)] += row.rail_kg;
  }
  const Standing at_base = standing_of_goods(gauge.world());
  const Standing chosen = weakest({at_base, standing_of_choice(gauge.world())});
  for (const auto& [year, kg] : years) {
    table.push_back(gauge.row("rail_wishes", year, "t", tonnes_of(kg.back()), chosen));
    for (std::size_t c = 0; c < kg.size(); ++c) {
      MetricRow row = gauge.row("rail_wishes", year, "t", tonnes_of(c == 0 ? kg[0] : kg[c] - kg[c - 1]), c == 0 ? at_base : chosen);
      row.numerator_kind = to_text(static_cast<rules::DriftCause>(c));
      table.push_back(std::move(row));
    }
  }
}

std::map<std::string, RailWishes> rail_wishes(const MetricTable& table) {
  std::map<std::string, RailWishes> years;
  const YearsRun run = years_run(table);
  for (const MetricRow& row : table) {
    if (row.metric != "rail_wishes") continue;
    RailWishes& wishes = years[row.period];
    wishes.months = months_run(run, row.period);
    const auto cause = rules::drift_cause_from(row.numerator_kind);
    (cause ? wishes.brought[static_cast<std::size_t>(*cause)] : wishes.wished) = row.value;
  }
  return years;
}

}  // namespace railshift::analysis
