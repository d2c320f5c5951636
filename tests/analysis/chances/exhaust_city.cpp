#include "tests/analysis/chances/exhaust_city.hpp"

namespace railshift::chances {

World city() {
  World world = small_city::world();
  world.targets = Table<Target>(std::vector<Target>{small_city::target(world, "tg", MetricKind::exhaust, {{"numerator_kind", "NOx"}},
                                                                       Operator::at_most, 5, "t", make_date(2024, 12, 31))});
  world.emission_factors = Table<EmissionFactor>(std::vector<EmissionFactor>{{}});
  world.emission_factors.rows_for_loading()[0].pollutant = "NOx";
  std::vector<Parameter> parameters(world.parameters.begin(), world.parameters.end());
  Parameter& limit = parameters.emplace_back();
  limit.id = "verdict.unserved_limit";
  limit.unit = "1";
  limit.value.from(make_date(2020, 1, 1), 0.01);
  world.parameters = Table<Parameter>(std::move(parameters));
  return world;
}

analysis::MetricRow row(const std::string& metric, const std::string& unit, double value) {
  analysis::MetricRow r;
  r.metric = metric;
  r.period = "2024";
  r.unit = unit;
  r.value = value;
  return r;
}

analysis::MetricTable member(double tonnes) {
  analysis::MetricTable table{row("exhaust", "t", tonnes), row("reported_months", "months", 12)};
  table.front().numerator_kind = "NOx";
  return table;
}

}  // namespace railshift::chances
