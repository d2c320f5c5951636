/// rail_wishes: tonnes wished by rail in a year, all flows, with what differs from the base year let in one cause after another. All of it
/// rests on base shares.
#include "analysis/metrics/rail_wishes.hpp"

#include "analysis/metrics/families.hpp"

namespace railshift::analysis {
namespace {

/// The weakest standing of the rows that the wishes rest on.
Standing standing_of_shares(const World& world) {
  Standing standing = Standing::derived;
  for (const Chain& chain : world.chains) standing = combine(standing, chain.provenance.standing);
  return standing;
}

}  // namespace

void add_rail_wishes(const Gauge& gauge, MetricTable& table) {
  std::map<std::pair<Period, std::string>, std::int64_t> kg;
  for (const ledger::DriftRow& row : gauge.ledger().drift) {
    if (gauge.reported(row.month)) kg[{year_period(row.month), row.cause}] += row.rail_kg;
  }
  const Standing standing = standing_of_shares(gauge.world());
  for (const auto& [key, sum] : kg) {
    MetricRow row = gauge.row("rail_wishes", key.first, "t", tonnes_of(sum), standing);
    row.numerator_kind = key.second;
    table.push_back(std::move(row));
  }
}

std::map<std::string, RailWishes> rail_wishes(const MetricTable& table) {
  std::map<std::string, RailWishes> years;
  for (const MetricRow& row : table) {
    if (row.metric != "rail_wishes") continue;
    for (int c = 0; c < rules::kDriftCauses; ++c) {
      if (row.numerator_kind == to_text(static_cast<rules::DriftCause>(c))) years[row.period][static_cast<std::size_t>(c)] = row.value;
    }
  }
  return years;
}

double brought_by(const RailWishes& wishes, rules::DriftCause cause) {
  const auto c = static_cast<std::size_t>(cause);
  return c == 0 ? wishes[0] : wishes[c] - wishes[c - 1];
}

}  // namespace railshift::analysis
