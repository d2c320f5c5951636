// The audit of published exhaust: a second account of kilometres, hours and tonne-kilometres times factors, source by source.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/audit/audit.hpp"
#include "analysis/metrics/families.hpp"
#include "tests/analysis/audit_fixture.hpp"

namespace audit_exhaust_test {

using namespace railshift;
using analysis::Breach;
using analysis::MetricTable;

namespace {

/// The audit's world with factors of its only truck, National V diesel, and what idling and trains emit.
World world() {
  World w = audit_fixture::world();
  std::vector<EmissionFactor> factors;
  for (const auto& [pollutant, loaded] : {std::pair{"NOx", 4.0}, {"CO2_ttw", 900.0}, {"CO2_wtw", 1080.0}}) {
    EmissionFactor f;
    f.id = pollutant;
    f.standard = Standard::china5;
    f.powertrain = Powertrain::diesel;
    f.pollutant = pollutant;
    f.loaded = GramsPerKilometre{loaded};
    f.empty = GramsPerKilometre{loaded / 2.0};
    factors.push_back(f);
  }
  w.emission_factors = Table<EmissionFactor>(factors);
  std::vector<Parameter> values;
  for (const auto& [name, value] : {std::pair{"scope.over_threshold", 1.5e6},
                                    std::pair{"scope.yard_km", 10.0},
                                    {"fault.tampered_share", 0.1},
                                    {"fault.tampered_factor", 3.0},
                                    {"fault.no_urea_share", 0.1},
                                    {"fault.no_urea_factor", 2.0},
                                    {"road.idle_nox_g_per_h", 3600.0},
                                    {"road.idle_pm25_g_per_h", 1.0},
                                    {"road.idle_co2_g_per_h", 3.6e6},
                                    {"rail.gross_net", 2.0},
                                    {"rail.electric_kwh_per_10kgtkm", 100.0},
                                    {"grid.co2_kg_per_kwh", 0.5},
                                    {"rail.diesel_kg_per_10kgtkm", 25.0},
                                    {"rail.diesel_nox_g_per_kg", 50.0},
                                    {"rail.diesel_pm25_g_per_kg", 2.0},
                                    {"rail.diesel_co2_kg_per_kg", 3.0}}) {
    Parameter p;
    p.id = name;
    p.value.from(make_date(2020, 1, 1), value);
    values.push_back(p);
  }
  w.parameters = Table<Parameter>(values);
  return w;
}

MetricTable published(const World& w, const ledger::Ledger& l) {
  MetricTable table;
  analysis::add_exhaust(analysis::Gauge(w, l, {}), table);
  return table;
}

analysis::MetricRow& nox(MetricTable& table, const std::string& source) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const analysis::MetricRow& r) {
    return r.metric == "exhaust" && r.numerator_kind == "NOx" && r.basis == source && r.county.empty() && r.ring.empty() &&
           r.standard.empty();
  });
  REQUIRE(at != table.end());
  return *at;
}

std::vector<std::string> broken(const World& w, const ledger::Ledger& l, const MetricTable& table) {
  std::vector<std::string> found;
  for (const Breach& b : analysis::audit(w, l, table).breaches) {
    if (b.table == "exhaust") found.push_back(b.key + " " + std::to_string(b.residual));
  }
  return found;
}

}  // namespace

TEST_CASE("sound figures of exhaust pass, and by hand they are kilometres times factors", "[analysis]") {
  const World w = world();
  const ledger::Ledger l = audit_fixture::balanced();
  MetricTable table = published(w, l);
  CHECK(broken(w, l, table).empty());
  // A sound truck emits 1 / 1.3 of the mean: 450 km empty and 500 + 20 + 320 loaded; counted 100 km at the mean, through 100 km.
  CHECK(nox(table, "modelled_exhaust").value * 1e6 == Approx((450 * 2.0 + 840 * 4.0) / 1.3));
  CHECK(nox(table, "counted_exhaust").value * 1e6 == Approx(400.0));
  CHECK(nox(table, "through_exhaust").value * 1e6 == Approx(400.0));
}

TEST_CASE("a figure of a source that is wrong by a gram is a breach that names year, pollutant and source", "[analysis]") {
  const World w = world();
  const ledger::Ledger l = audit_fixture::balanced();
  for (const std::string source : {"modelled_exhaust", "counted_exhaust", "other_exhaust", "through_exhaust", "idling"}) {
    MetricTable table = published(w, l);
    nox(table, source).value += 1e-6;
    nox(table, "").value += 1e-6;  // the sum over sources holds
    const auto found = broken(w, l, table);
    REQUIRE(found.size() == 2);
    CHECK(found[0] == "pollutant=NOx source=" + source + " 1");
    CHECK(found[1] == "pollutant=NOx 1");  // and the counties do not
  }
}

TEST_CASE("a total that is not the sum of its sources and counties is a breach", "[analysis]") {
  const World w = world();
  const ledger::Ledger l = audit_fixture::balanced();
  MetricTable table = published(w, l);
  nox(table, "").value -= 2e-6;
  CHECK(broken(w, l, table) == std::vector<std::string>{"pollutant=NOx -2", "pollutant=NOx -2"});
}

TEST_CASE("figures of other factors or of fewer kilometres than the ledger has are breaches", "[analysis]") {
  const World w = world();
  const ledger::Ledger l = audit_fixture::balanced();
  World other = w;
  other.emission_factors.rows_for_loading()[0].loaded = GramsPerKilometre{4.1};
  CHECK_FALSE(broken(w, l, published(other, l)).empty());
  // As if kilometres of local trucks beyond the gateways were left out.
  ledger::Ledger beyond = l;
  beyond.traffic[4].inside = false;
  ledger::Ledger without = beyond;
  without.traffic.erase(without.traffic.begin() + 4);
  CHECK(broken(w, beyond, published(w, beyond)).empty());
  CHECK_FALSE(broken(w, beyond, published(w, without)).empty());
}

TEST_CASE("a figure that is missing, or one that nothing explains, is a breach", "[analysis]") {
  const World w = world();
  const ledger::Ledger l = audit_fixture::balanced();
  MetricTable table = published(w, l);
  std::erase_if(table, [](const analysis::MetricRow& r) { return r.metric == "exhaust" && r.basis == "through_exhaust"; });
  CHECK_FALSE(broken(w, l, table).empty());
  table = published(w, l);
  table.push_back(nox(table, "through_exhaust"));
  table.back().basis = "hired_exhaust";
  CHECK_FALSE(broken(w, l, table).empty());
}

}  // namespace audit_exhaust_test
