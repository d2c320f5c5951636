/// The variants frozen-base.toml: three years in which nothing is dated must stay at the base year.
#include <cmath>
#include <numeric>

#include <catch2/catch.hpp>

#include "sim/ledger/run_file.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "study/single_run.hpp"
#include "tests/study/scene.hpp"

namespace frozen_base_test {

using namespace railshift;
using namespace railshift::study;
using namespace railshift::studies;
namespace fs = std::filesystem;

namespace {

constexpr int kBaseYear = 2020;

Request frozen(const std::string& city) {
  Request request;
  request.scenario = fs::path(RAILSHIFT_SOURCE_DIR) / "scenarios" / city;
  request.layer = Layer::baseline;
  request.variant = (request.scenario / "frozen-base.toml").string();
  request.language = Language::en;
  return request;
}

World world_of(Request request, Layer layer) {
  request.layer = layer;
  return *load_scenario(request.scenario, load_request(request)).world;
}

struct Wishes {
  double rail = 0.0;
  double offered = 0.0;
};

/// The rail share of a flow in the base year.
double base_rail_share(const World& world, Id<Flow> flow) {
  double share = 0.0;
  for (const Id<Chain> c : world.chains_of(flow)) {
    if (world.chains[c].main_mode() == Mode::rail) share += world.chains[c].base_share;
  }
  return share;
}

/// Every year's wishes of every flow, by flow index.
std::map<int, std::vector<Wishes>> wishes_of(const World& world, const ledger::Ledger& book) {
  std::map<int, std::vector<Wishes>> years;
  for (const ledger::ChainRow& row : book.chains) {
    if (row.month < month_of(world.settings.start)) continue;
    auto& flows = years.try_emplace(row.month.year(), world.flows.size()).first->second;
    Wishes& of = flows[world.chains[row.chain].flow.index];
    const auto kg = static_cast<double>(row.wished_kg);
    of.offered += kg;
    if (world.chains[row.chain].main_mode() == Mode::rail) of.rail += kg;
  }
  return years;
}

void check_year(const World& world, const std::vector<Wishes>& flows) {
  double wished = 0.0, at_base = 0.0;
  for (const Flow& flow : world.flows) {
    const Id<Flow> id = world.flows.id_of(flow);
    const Wishes& of = flows[id.index];
    const double share = base_rail_share(world, id);
    wished += of.rail;
    at_base += share * of.offered;
    if (share <= 0.05 || share >= 0.95 || of.offered <= 0.0) continue;
    INFO(flow.id << " at " << share);
    CHECK(of.rail / of.offered == Approx(share).epsilon(0.02));
  }
  CHECK(wished == Approx(at_base).epsilon(0.005));
}

/// A month's wishes by rail over its days, and what base shares would give.
struct Day {
  double wished = 0.0;
  double at_base = 0.0;
};
Day rail_day(const World& world, const ledger::Ledger& book, Month month) {
  Day day;
  const Month common = make_month(kBaseYear + 1, month.number());  // profiles are shares of a year of 365 days
  const double days = days_in(common);
  for (const ledger::ChainRow& row : book.chains) {
    if (row.month == month && world.chains[row.chain].main_mode() == Mode::rail) day.wished += static_cast<double>(row.wished_kg) / days;
  }
  for (const ledger::FlowRow& row : book.flows) {
    if (row.month == month) day.at_base += base_rail_share(world, row.flow) * static_cast<double>(row.offered_kg) / days;
  }
  return day;
}

/// Every month offers the same tonnes a day, so what moves is the wish alone; it stays where base shares put it from the first month on.
void check_months(const World& world, const ledger::Ledger& book) {
  const Month first = make_month(kBaseYear, 1);
  const Day january = rail_day(world, book, first);
  for (int m = 0; m < 36; ++m) {
    INFO(to_string(first + m));
    const Day day = rail_day(world, book, first + m);
    CHECK(day.at_base == Approx(january.at_base).epsilon(0.0005));
    CHECK(day.wished == Approx(day.at_base).epsilon(0.001));
  }
  CHECK(rail_day(world, book, first + 35).wished == Approx(january.wished).epsilon(0.001));
  CHECK(rail_day(world, book, first + 35).wished == Approx(rail_day(world, book, first + 11).wished).epsilon(0.001));
}

void check_reproduces_itself(const std::string& city) {
  const Scratch scratch;
  Request request = frozen(city);
  request.out = scratch / city;
  REQUIRE(run(request, {}).records.front().breaches.empty());
  const ledger::Ledger book = ledger::read_run_file(scratch / city / "run.gpkg").ledger;
  const World world = world_of(request, Layer::baseline);
  const auto years = wishes_of(world, book);
  REQUIRE(years.size() == 3);
  for (const auto& [year, flows] : years) {
    INFO(year);
    check_year(world, flows);
  }
  check_months(world, book);
}

/// Neither on the first day nor before it, and not within the run: a date that changes nothing in it.
bool flat(const std::optional<Date>& day, const Settings& settings) { return !day || *day <= settings.start || *day >= settings.end; }

void check_nothing_dated(const World& world) {
  const Settings& s = world.settings;
  CHECK(s.start == make_date(kBaseYear, 1, 1));
  CHECK(s.end == make_date(kBaseYear + 3, 1, 1));
  CHECK(world.measures.size() == 0);
  for (const Site& site : world.sites) {
    INFO(site.id);
    CHECK((flat(site.opens, s) && flat(site.closes, s)));
  }
  for (const Siding& siding : world.sidings) {
    INFO(siding.id);
    CHECK(flat(siding.in_service, s));
  }
  for (const Link& link : world.links) {
    INFO(link.id);
    CHECK((flat(link.opens, s) && flat(link.closes, s)));
  }
  for (const RailSection& section : world.rail_sections) {
    INFO(section.id);
    CHECK(section.background_per_day.on(s.start) == section.background_per_day.on(s.end - 1));
  }
  for (const Parameter& number : world.parameters) {
    if (number.id.rfind("choice.", 0) != 0 && number.id.rfind("rail.", 0) != 0 && number.id.rfind("road.", 0) != 0) continue;
    INFO(number.id);
    CHECK(number.value.on(s.start) == number.value.on(s.end - 1));
  }
  for (const Process& process : world.processes) {
    INFO(process.id);
    for (const int year : {kBaseYear + 1, kBaseYear + 2})
      CHECK(process.activity.in_year(year).value == process.activity.in_year(kBaseYear).value);
  }
  const rules::FlowRates first = rules::flow_rates(world, make_month(kBaseYear, 1));
  for (const Month month : {make_month(kBaseYear, 7), make_month(kBaseYear + 1, 1), make_month(kBaseYear + 2, 12)}) {
    const rules::FlowRates rates = rules::flow_rates(world, month);
    for (const Flow& flow : world.flows) {
      const std::size_t f = world.flows.id_of(flow).index;
      INFO(flow.id << " in " << to_string(month));
      CHECK(rates.of_flow[f].value == Approx(first.of_flow[f].value).epsilon(1e-12));
    }
  }
}

}  // namespace

TEST_CASE("frozen-base.toml leaves no measure of any layer, no date of a site, siding or road, and the same tonnes every year", "[study]") {
  for (const std::string city : {"taiyuan", "shuozhou", "yangquan", "pingcheng", "xinzhou"}) {
    INFO(city);
    for (const Layer layer : {Layer::baseline, Layer::plan}) check_nothing_dated(world_of(frozen(city), layer));
  }
}

TEST_CASE("Taiyuan's base year reproduces itself for three years: wishes by rail stay at base shares, flow by flow", "[study][slow]") {
  check_reproduces_itself("taiyuan");
}

TEST_CASE("Shuozhou's base year reproduces itself for three years: wishes by rail stay at base shares, flow by flow", "[study][.cities]") {
  check_reproduces_itself("shuozhou");
}

TEST_CASE("the base years of the other cities reproduce themselves for three years: wishes by rail stay at base shares, flow by flow",
          "[study][.cities]") {
  check_reproduces_itself(GENERATE(as<std::string>{}, "yangquan", "pingcheng", "xinzhou"));
}

}  // namespace frozen_base_test
