#include "bench/city_case.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

namespace railshift::bench {
namespace {

constexpr int kSide = 8;  ///< crossings along one side of the grid
constexpr double kBlockKm = 15.0;
constexpr int kFirstYear = 2020;
constexpr double kHoursAYear = 8760.0;
/// Share of the time that servers are in use.
constexpr double kUse = 0.6;

struct TruckKind {
  const char* name;
  const char* segment;
  double payload;
  double share;  ///< of the trucks and of the flows
};
constexpr std::array<TruckKind, 2> kTruckKinds = {
    {{"semi", "freight-heavy", 32.0, 2.0 / 3.0}, {"tipper30", "freight-tipper", 30.0, 1.0 / 3.0}}};

std::string whole(double value) { return fmt::format("{:.0f}", value); }
std::string crossing(int x, int y) { return fmt::format("nd-{}-{}", x, y); }
/// Sites lie scattered over the crossings: 13 and 64 have no common factor, so that no crossing has two.
std::string crossing_of_site(int site) { return crossing(site * 13 % (kSide * kSide) % kSide, site * 13 % (kSide * kSide) / kSide); }

void add_link(ScenarioFolder& folder, int x, int y, int to_x, int to_y) {
  const auto inner = [](int at) { return at >= 3 && at <= 4; };
  const bool ring = inner(x) && inner(y) && inner(to_x) && inner(to_y);
  folder.add("link", {{"link_id", fmt::format("lk-{}-{}-{}-{}", x, y, to_x, to_y)},
                      {"name_zh", "路"},
                      {"road", fmt::format("road-{}-{}", x, y)},
                      {"from_node_id", crossing(x, y)},
                      {"to_node_id", crossing(to_x, to_y)},
                      {"directed", "0"},
                      {"length", whole(kBlockKm)},
                      {"lanes", "2"},
                      {"capacity", "2000"},
                      {"free_speed", ring ? "40" : "60"},
                      {"facility_type", ring ? "urban" : "trunk"},
                      {"county", fmt::format("99010{}", 1 + x / 2)},
                      {"ring", ring ? "1" : "0"},
                      {"tolled", "no"}});
}

void add_roads(ScenarioFolder& folder) {
  for (int y = 0; y < kSide; ++y) {
    for (int x = 0; x < kSide; ++x) {
      folder.add("node", {{"node_id", crossing(x, y)},
                          {"name_zh", "路口"},
                          {"x_coord", fmt::format("{:.2f}", 112.0 + 0.15 * x)},
                          {"y_coord", fmt::format("{:.2f}", 38.0 + 0.12 * y)},
                          {"node_type", "site"},
                          {"county", fmt::format("99010{}", 1 + x / 2)}});
      if (x + 1 < kSide) add_link(folder, x, y, x + 1, y);
      if (y + 1 < kSide) add_link(folder, x, y, x, y + 1);
    }
  }
}

/// A station with servers enough for its trucks.
struct StationKindRow {
  const char* kind;
  const char* distribution;
  double mean;
  const char* p1;
  const char* p2;
  const char* p3;
};

void add_stations(const CityCase& city, ScenarioFolder& folder, int site, bool sends) {
  const std::array<StationKindRow, 3> rows = {{{"gate", "exponential", 1.0, "1", "", ""},
                                               {"weighbridge", "triangular", 1.5, "1", "1.5", "2"},
                                               {sends ? "load" : "unload", "erlang", 20.0, "20", "4", ""}}};
  const double trucks_an_hour = city.loads_per_year / (city.sites / 2.0) / kHoursAYear;
  int order = 0;
  for (const StationKindRow& row : rows) {
    const double servers = std::ceil(trucks_an_hour * row.mean / 60.0 / kUse);
    folder.add("stations_service", {{"station_id", fmt::format("sv-{}-{}", site, row.kind)},
                                    {"site_id", fmt::format("st-{}", site)},
                                    {"kind", row.kind},
                                    {"servers", whole(servers)},
                                    {"distribution", row.distribution},
                                    {"p1", row.p1},
                                    {"p2", row.p2},
                                    {"p3", row.p3},
                                    {"order", fmt::format("{}", ++order)}});
  }
}

void add_sites(const CityCase& city, ScenarioFolder& folder) {
  for (int site = 0; site < city.sites; ++site) {
    const bool sends = site < city.sites / 2;
    folder.add("firms", {{"firm_id", fmt::format("fm-{}", site)}, {"name_zh", "企业"}, {"name_en", "firm"}, {"county", "990101"}});
    folder.add("sites", {{"site_id", fmt::format("st-{}", site)},
                         {"name_zh", "厂区"},
                         {"name_en", "site"},
                         {"firm_id", fmt::format("fm-{}", site)},
                         {"kind", sends ? "quarry" : "building_zone"},
                         {"county", "990101"},
                         {"node_id", crossing_of_site(site)},
                         {"lon", "112"},
                         {"lat", "38"}});
    if (city.kind == Sites::series) add_stations(city, folder, site, sends);
  }
}

/// Flow i carries 1 to 7 parts of the loads; every third one goes by tipper.
void add_flow(const CityCase& city, ScenarioFolder& folder, int i, double loads) {
  constexpr std::array<const char*, 3> kGoods = {"thermal-coal", "middlings", "gangue"};
  const int half = city.sites / 2;
  const int origin = i % half;
  const int destination = half + (i / half + 3 * origin) % half;
  const TruckKind& kind = kTruckKinds[i % 3 == 2 ? 1 : 0];
  const std::string flow = fmt::format("fl-{}", i), chain = fmt::format("ch-{}", i);
  folder.add("flows", {{"flow_id", flow},
                       {"commodity", kGoods[static_cast<std::size_t>(i / (half * half)) % kGoods.size()]},
                       {"origin", fmt::format("st-{}", origin)},
                       {"destination", fmt::format("st-{}", destination)},
                       {"rule", "fixed"},
                       {"valid_from", fmt::format("{}-01-01", kFirstYear)},
                       {"share_or_t", whole(loads * kind.payload)},
                       {"profile_id", "pf-days"},
                       {"truck_class", kind.name},
                       {"payload_t", whole(kind.payload)}});
  folder.add("chains", {{"chain_id", chain}, {"flow_id", flow}, {"base_share", "1"}});
  folder.add("legs", {{"chain_id", chain}, {"seq", "1"}, {"mode", "truck"}});
}

void add_flows(const CityCase& city, ScenarioFolder& folder) {
  Cells profile{{"profile_id", "pf-days"}};
  constexpr std::array<const char*, 12> kMonths = {"0.08", "0.07", "0.09", "0.08", "0.09", "0.08",
                                                   "0.09", "0.08", "0.09", "0.08", "0.09", "0.08"};
  for (std::size_t m = 0; m < kMonths.size(); ++m) profile.emplace(fmt::format("m{:02}", m + 1), kMonths[m]);
  folder.add("profiles", profile);
  double parts = 0.0;
  for (int i = 0; i < city.flows; ++i) parts += 1 + i % 7;
  for (int i = 0; i < city.flows; ++i) add_flow(city, folder, i, city.loads_per_year * (1 + i % 7) / parts);
}

void add_trucks(const CityCase& city, ScenarioFolder& folder) {
  struct Age {
    const char* standard;
    const char* powertrain;
    const char* year;
    double share;
  };
  constexpr std::array<Age, 5> kAges = {{{"china3", "diesel", "2011", 0.05},
                                         {"china4", "diesel", "2015", 0.25},
                                         {"china5", "diesel", "2018", 0.5},
                                         {"china5", "gas", "2018", 0.1},
                                         {"zero_exhaust", "electric", "2019", 0.1}}};
  for (const TruckKind& kind : kTruckKinds) {
    const double trucks = std::round(static_cast<double>(city.trucks) * kind.share);
    folder.add("pools", {{"pool_id", fmt::format("pl-{}", kind.name)},
                         {"truck_class", kind.name},
                         {"shift_hours", "14"},
                         {"availability", "0.9"},
                         {"trucks", whole(trucks)}});
    // A quarter of the register works elsewhere.
    for (const Age& age : kAges) {
      folder.add("register", {{"register_id", fmt::format("rg-{}-{}-{}", kind.name, age.standard, age.powertrain)},
                              {"segment_id", kind.segment},
                              {"vehicle_type", "heavy"},
                              {"standard", age.standard},
                              {"powertrain", age.powertrain},
                              {"registered_year", age.year},
                              {"owner", "local"},
                              {"county", "990101"},
                              {"count", whole(trucks * 1.25 * age.share)}});
    }
  }
}

/// Sales standards as they were, and a floor at the gates of every second firm, so that trucks are matched by what they may enter.
std::string scenario_toml(const CityCase& city) {
  std::string firms;
  for (int site = 0; site < city.sites; site += 2) firms += fmt::format("{}\"fm-{}\"", site > 0 ? ", " : "", site);
  return fmt::format(R"([scenario]
id = "city"
title_zh = "基准城市"
title_en = "a city for benchmarks"
city_zh = "基准"
start = {0}-01-01
end = {1}-01-01
base_year = {0}
warmup_months = 0
seed = 1
parameters = "parameters"

[[measure]]
id = "ms-sales-5"
kind = "sales_standard"
layer = "baseline"
from = 2017-07-01
vehicle_types = ["heavy"]
powertrains = ["diesel"]
standard = "china5"

[[measure]]
id = "ms-sales-6"
kind = "sales_standard"
layer = "baseline"
from = 2021-07-01
vehicle_types = ["heavy"]
powertrains = ["diesel", "gas"]
standard = "china6"

[[measure]]
id = "ms-gate"
kind = "gate_floor"
layer = "baseline"
from = 2020-03-01
firms = [{2}]
floor = "china4"
obedience = 0.9
[[measure.numbers]]
field = "obedience"
low = 0.8
high = 1.0
standing = "assumed"
reason = "invented: a round number for a benchmark"
)",
                     kFirstYear, kFirstYear + city.years, firms);
}

}  // namespace

void write_city(const CityCase& city, ScenarioFolder& folder) {
  add_roads(folder);
  add_sites(city, folder);
  add_flows(city, folder);
  add_trucks(city, folder);
  folder.write(scenario_toml(city));
}

}  // namespace railshift::bench
