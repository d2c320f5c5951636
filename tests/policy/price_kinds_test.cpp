/// What the fields of the kinds that act on prices and choice must not contradict.
#include "sim/policy/kinds.hpp"

#include <catch2/catch.hpp>
#include <set>
#include <string>

namespace price_kinds_test {

using namespace railshift;

namespace {

using Fields = std::vector<std::string>;

/// Where what is found points.
Fields fields_told(Instrument body, const policy::Written& written) {
  Measure m;
  m.id = "m";
  m.body = std::move(body);
  policy::Contradictions found;
  policy::check(m, written, found);
  Fields fields;
  for (const policy::Contradiction& c : found) fields.push_back(c.field);
  return fields;
}

bool all_written(std::string_view) { return true; }

}  // namespace

TEST_CASE("a tariff is stated in one way, over a band that holds something, for trucks only where trucks are paid", "[policy]") {
  const auto fields = [](const Tariff& tariff) { return fields_told(tariff, all_written); };
  Tariff tariff;
  CHECK(fields(tariff) == Fields{""});  // no rate at all
  tariff.factor = 0.9;
  CHECK(fields(tariff).empty());
  tariff.yuan_per_t = YuanPerTonne{-5};
  CHECK(fields(tariff) == Fields{""});
  tariff.yuan_per_t.reset();
  tariff.from_km = Kilometres{500}, tariff.below_km = Kilometres{500};
  CHECK(fields(tariff) == Fields{"below_km"});
  tariff.below_km = Kilometres{500.001};
  CHECK(fields(tariff).empty());
  tariff.from_standard = Standard::china6;
  CHECK(fields(tariff) == Fields{"from_standard"});
  tariff.applies_to = TariffOn::toll;
  CHECK(fields(tariff).empty());
  tariff.truck_classes = {Id<TruckClass>{0}};
  CHECK(fields(tariff).empty());
  tariff.applies_to = TariffOn::handling;
  CHECK(fields(tariff) == Fields{"from_standard", "truck_classes"});
}

TEST_CASE("a band of a tariff holds its first metre and not its last", "[policy]") {
  Tariff tariff;
  tariff.from_km = Kilometres{500}, tariff.below_km = Kilometres{750};
  for (const auto& [km, inside] : {std::pair{499.999, false}, {499.9996, true}, {500.0, true}, {749.999, true}, {750.0, false}})
    CHECK(policy::in_band(tariff, Kilometres{km}) == inside);
  tariff.below_km.reset();
  CHECK(policy::in_band(tariff, Kilometres{5000}));
}

TEST_CASE("an admission names projects in one way, accepts something and neither binds nor excepts a site twice", "[policy]") {
  const auto fields = [](const CleanAdmission& kind, const std::set<std::string>& written) {
    return fields_told(kind, [&](std::string_view field) { return written.contains(std::string(field)); });
  };
  CleanAdmission kind;
  kind.sites = {Id<Site>{1}};
  kind.modes = {CleanMode::rail};
  CHECK(fields(kind, {"sites"}).empty());
  CHECK(fields(kind, {}) == Fields{""});
  CHECK(fields(kind, {"sites", "sectors"}) == Fields{""});
  CHECK(fields(kind, {"sites", "min_growth"}) == Fields{"min_growth"});
  CHECK(fields(kind, {"sectors", "min_growth"}).empty());
  CHECK(fields(kind, {"sites", "new_energy_extra_yuan_per_t"}) == Fields{"new_energy_extra_yuan_per_t"});
  kind.modes = {CleanMode::new_energy_truck};
  CHECK(fields(kind, {"sites", "new_energy_extra_yuan_per_t"}).empty());
  kind.modes = {};
  CHECK(fields(kind, {"sites"}) == Fields{"modes"});
  kind.modes = {CleanMode::rail};
  kind.exceptions = {Id<Site>{2}};
  CHECK(fields(kind, {"sites"}).empty());
  kind.exceptions = {Id<Site>{1}};
  CHECK(fields(kind, {"sites"}) == Fields{"exceptions"});
}

TEST_CASE("a duty of new sites takes something for a connection and is none of places outside or of goods yards", "[policy]") {
  const auto fields = [](const NewSiteDuty& kind) { return fields_told(kind, all_written); };
  NewSiteDuty kind;
  CHECK(fields(kind) == Fields{"modes"});
  kind.modes = {SiteLink::siding};
  kind.sectors = {SiteKind::mine};
  CHECK(fields(kind).empty());
  kind.sectors = {SiteKind::external};
  CHECK(fields(kind) == Fields{"sectors"});
  kind.sectors = {SiteKind::rail_yard};
  CHECK(fields(kind) == Fields{"sectors"});
}

}  // namespace price_kinds_test
