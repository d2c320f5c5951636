/// Years of links and sections, and the layers made of them, on the small city.
#include <catch2/catch.hpp>

#include "analysis/map/map_layers.hpp"
#include "analysis/map/network_years.hpp"
#include "tests/analysis/small_city.hpp"

namespace network_years_test {

using namespace railshift;
using namespace railshift::analysis;
using small_city::id;

namespace {

const Month kJanuary = make_month(2020, 1);
const Month kNextMarch = make_month(2021, 3);

World city() {
  World w = small_city::world();
  Link road;
  road.id = "road";
  road.from = id(w.nodes, "mine-node");
  road.to = id(w.nodes, "plant-node");
  Link quiet = road;
  quiet.id = "quiet";
  w.links = Table<Link>({quiet, road});
  RailSection section = w.rail_sections[Id<RailSection>{0}];
  section.slots_per_day = 20;
  section.background_per_day.from(make_date(2020, 1, 1), 6.0);
  section.background_per_day.from(make_date(2021, 1, 1), 8.0);
  w.rail_sections = Table<RailSection>({section});
  return w;
}

ledger::LinkRow passages(const World& w, Month month, AccessClass access, Owner owner, bool loaded, std::int64_t vehicles) {
  return {month, id(w.links, "road"), 1, access.index(), owner, loaded, vehicles};
}

ledger::RailRow trains(const World& w, Month month, const std::string& chain, std::int64_t departed, std::int64_t kg) {
  ledger::RailRow row;
  row.month = month;
  row.chain = id(w.chains, chain);
  row.trains_departed = departed;
  row.departed_kg = kg;
  return row;
}

const ledger::SpatialLayer& named(const std::vector<ledger::SpatialLayer>& layers, const std::string& name) {
  for (const ledger::SpatialLayer& layer : layers) {
    if (layer.name == name) return layer;
  }
  FAIL("no layer " << name);
  return layers.front();
}

/// The cell of a column in the feature that has this text or number in another one.
double cell(const ledger::SpatialLayer& layer, std::size_t feature, const std::string& column) {
  for (std::size_t c = 0; c < layer.columns.size(); ++c) {
    if (layer.columns[c].name != column) continue;
    const ledger::LayerCell& found = layer.features.at(feature).cells[c];
    if (const auto* whole = std::get_if<std::int64_t>(&found)) return static_cast<double>(*whole);
    return std::get<double>(found);
  }
  FAIL("no column " << column);
  return 0.0;
}

}  // namespace

TEST_CASE("passages over a link are summed by year, owner and standard, and a link that nobody used stands with zeros", "[analysis]") {
  const World w = city();
  ledger::Ledger l;
  l.links = {passages(w, kJanuary, small_city::kDiesel3, Owner::local, true, 100),
             passages(w, kJanuary, small_city::kDiesel5, Owner::through, false, 30),
             passages(w, kNextMarch, small_city::kElectric, Owner::hired, true, 62)};
  const std::vector<LinkYear> years = link_years(w, l);
  REQUIRE(years.size() == 4);  // two links, two years
  const LinkYear &quiet = years[0], &first = years[1], &second = years[3];
  CHECK(w.links[quiet.link].id == "quiet");
  CHECK(quiet.vehicles == 0);
  CHECK(first.year == 2020);
  CHECK(first.months == 1);
  CHECK(first.days == 31);
  CHECK(first.vehicles == 130);
  CHECK(first.loaded == 100);
  CHECK(first.by_owner == std::array<std::int64_t, 3>{100, 0, 30});
  CHECK(first.by_standard == std::array<std::int64_t, kStandardGroups>{100, 0, 30, 0, 0});
  CHECK(first.new_energy == 0);
  CHECK(second.year == 2021);
  CHECK(second.new_energy == 62);
  CHECK(second.per_day(second.vehicles) == 2.0);  // 62 in the 31 days of March
}

TEST_CASE("National III stands with the older ones, IV does not", "[analysis]") {
  CHECK(standard_group(Standard::china0) == standard_group(Standard::china3));
  CHECK(standard_group(Standard::china3) != standard_group(Standard::china4));
  CHECK(standard_group(Standard::zero_exhaust) == kStandardGroups - 1);
}

TEST_CASE("trains load the direction in which they run, beside the trains of others of that year", "[analysis]") {
  const World w = city();
  ledger::Ledger l;
  l.rail = {trains(w, kJanuary, "out-rail", 62, 62'000'000), trains(w, kNextMarch, "out-yard", 93, 93'000'000)};
  l.flows = {{kJanuary, Id<Flow>{0}}, {kNextMarch, Id<Flow>{0}}};
  const std::vector<SectionYear> years = section_years(w, l);
  REQUIRE(years.size() == 2);
  CHECK(years[0].forward.trains == 62);  // station -> gate is from -> to
  CHECK(years[0].backward.trains == 0);
  CHECK(years[0].forward.kg == 62'000'000);
  CHECK(years[0].background_per_day == 6.0);
  const RailSection& section = w.rail_sections[Id<RailSection>{0}];
  CHECK(years[0].load(section) == Approx(0.4));   // (62 / 31 + 6) / 20
  CHECK(years[1].load(section) == Approx(0.55));  // (93 / 31 + 8) / 20
}

TEST_CASE("the difference on the map is plan less baseline, link by link, with nothing where the baseline has no truck", "[analysis]") {
  const World w = city();
  ledger::Ledger plan, baseline;
  plan.links = {passages(w, kJanuary, small_city::kDiesel5, Owner::local, true, 310)};
  baseline.links = {passages(w, kJanuary, small_city::kDiesel4, Owner::local, true, 620)};
  plan.rail = {trains(w, kJanuary, "out-rail", 31, 31'000'000)};
  const auto layers = assessment_layers({&w, &plan}, {&w, &baseline});
  const ledger::SpatialLayer& links = named(layers, "map_links_difference");
  REQUIRE(links.features.size() == 2);
  CHECK(cell(links, 1, "baseline") == 20.0);
  CHECK(cell(links, 1, "plan") == 10.0);
  CHECK(cell(links, 1, "difference") == -10.0);
  CHECK(cell(links, 1, "percent") == -50.0);
  CHECK(cell(links, 1, "older_than_china5") == -20.0);
  for (std::size_t c = 0; c < links.columns.size(); ++c) {
    if (links.columns[c].name == "percent") CHECK(std::holds_alternative<std::monostate>(links.features[0].cells[c]));
  }
  const ledger::SpatialLayer& railway = named(layers, "map_railway_difference");
  CHECK(cell(railway, 0, "difference_t") == 31'000.0);
  CHECK(cell(railway, 0, "load_difference") == Approx(0.05));  // one train a day of twenty slots
}

TEST_CASE("places carry the tonnes of the last year, those by rail apart", "[analysis]") {
  const World w = city();
  ledger::Ledger l;
  l.chains = {small_city::delivered(w, kJanuary, "out-rail", 999), small_city::delivered(w, kNextMarch, "out-rail", 700),
              small_city::delivered(w, kNextMarch, "out-road", 300)};
  const auto layers = run_layers({&w, &l});
  const ledger::SpatialLayer& sites = named(layers, "map_sites");
  const auto mine = static_cast<std::size_t>(id(w.sites, "mine").index), port = static_cast<std::size_t>(id(w.sites, "port").index);
  CHECK(cell(sites, mine, "year") == 2021.0);
  CHECK(cell(sites, mine, "sent_t") == 1000.0);
  CHECK(cell(sites, mine, "sent_rail_t") == 700.0);
  CHECK(cell(sites, port, "received_t") == 1000.0);
  CHECK(cell(named(layers, "map_sidings"), id(w.sidings, "fence").index, "tonnes_t") == 700.0);
  CHECK(cell(named(layers, "map_sidings"), id(w.sidings, "yard").index, "tonnes_t") == 0.0);
}

}  // namespace network_years_test
