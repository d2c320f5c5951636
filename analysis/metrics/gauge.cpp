#include "analysis/metrics/gauge.hpp"

#include <algorithm>

namespace railshift::analysis {

std::string standing_text(Standing standing) {
  switch (standing) {
    case Standing::published:
      return "published";
    case Standing::derived:
      return "derived";
    case Standing::derived_from_assumed:
    case Standing::assumed:
      return "derived(assumed)";
  }
  RAILSHIFT_EXPECTS(false, "a standing has a word");
}

std::string input_standing_text(Standing standing) { return standing == Standing::assumed ? "assumed" : standing_text(standing); }

namespace {

/// A run can stop before the scenario ends (--until): its last month is the last one with flows.
Month end_of(const World& world, const ledger::Ledger& ledger) {
  const Month whole = month_of(world.settings.end - 1) + 1;
  const auto last =
      std::max_element(ledger.flows.begin(), ledger.flows.end(), [](const auto& a, const auto& b) { return a.month < b.month; });
  return last == ledger.flows.end() ? whole : std::min(whole, last->month + 1);
}

}  // namespace

Gauge::Gauge(const World& world, const ledger::Ledger& ledger, const RunLabel& label)
    : world_(&world),
      ledger_(&ledger),
      label_(label),
      first_(month_of(world.settings.start)),
      end_(end_of(world, ledger)),
      haul_classes_(rules::haul_classes(world)) {}

MetricRow Gauge::row(std::string_view metric, Period period, std::string_view unit, double value, Standing standing) const {
  MetricRow row;
  row.scenario = label_.scenario;
  row.layer = label_.layer;
  row.variant = label_.variant;
  row.replication = label_.replication;
  row.metric = metric;
  row.period = to_text(period);
  row.unit = unit;
  row.value = value;
  row.standing = standing_text(standing);
  return row;
}

void set_share(MetricRow& row, Share share) {
  RAILSHIFT_EXPECTS(share.whole > 0.0, "a share has a whole");
  RAILSHIFT_EXPECTS(share.part >= 0.0 && share.part <= share.whole, "a part is no more than its whole");
  row.value = share.part / share.whole;
  row.numerator = share.part;
  row.denominator = share.whole;
}

MetricRow Gauge::share_row(std::string_view metric, Period period, Share share, Standing standing) const {
  MetricRow made = row(metric, period, "1", 0.0, standing);
  set_share(made, share);
  return made;
}

}  // namespace railshift::analysis
