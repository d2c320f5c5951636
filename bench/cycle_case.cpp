#include "bench/cycle_case.hpp"

#include <fmt/format.h>

namespace railshift::bench {
namespace {

constexpr const char* kScenario = R"([scenario]
id = "cycle"
title_zh = "矿厂往返"
title_en = "mine to plant and back"
city_zh = "基准"
start = 2023-01-01
end = 2023-03-01
base_year = 2023
warmup_months = 0
seed = 1
parameters = "parameters"
)";

void add_places(ScenarioFolder& folder) {
  // 112.5 km at 50 km/h: 8,100 s each way, so that the bays are in use nine tenths of the time.
  folder.add(
      "node",
      {{"node_id", "nd-mine"}, {"name_zh", "矿"}, {"x_coord", "112"}, {"y_coord", "38"}, {"node_type", "site"}, {"county", "990101"}});
  folder.add(
      "node",
      {{"node_id", "nd-plant"}, {"name_zh", "厂"}, {"x_coord", "113.2"}, {"y_coord", "38"}, {"node_type", "site"}, {"county", "990101"}});
  folder.add("link", {{"link_id", "lk-road"},
                      {"name_zh", "路"},
                      {"road", "road"},
                      {"from_node_id", "nd-mine"},
                      {"to_node_id", "nd-plant"},
                      {"directed", "0"},
                      {"length", "112.5"},
                      {"lanes", "2"},
                      {"capacity", "2000"},
                      {"free_speed", "50"},
                      {"facility_type", "trunk"},
                      {"county", "990101"},
                      {"ring", "0"},
                      {"tolled", "no"}});
  folder.add("firms", {{"firm_id", "fm-one"}, {"name_zh", "企业"}, {"name_en", "firm"}, {"county", "990101"}});
  folder.add("sites", {{"site_id", "st-mine"},
                       {"name_zh", "矿"},
                       {"name_en", "mine"},
                       {"firm_id", "fm-one"},
                       {"kind", "mine"},
                       {"county", "990101"},
                       {"node_id", "nd-mine"},
                       {"lon", "112"},
                       {"lat", "38"}});
  folder.add("sites", {{"site_id", "st-plant"},
                       {"name_zh", "厂"},
                       {"name_en", "plant"},
                       {"firm_id", "fm-one"},
                       {"kind", "power_plant"},
                       {"county", "990101"},
                       {"node_id", "nd-plant"},
                       {"lon", "113.2"},
                       {"lat", "38"}});
}

void add_bays(const CycleCase& cycle, ScenarioFolder& folder, const char* site, const char* kind) {
  folder.add("stations_service", {{"station_id", fmt::format("sv-{}", kind)},
                                  {"site_id", site},
                                  {"kind", kind},
                                  {"servers", fmt::format("{}", cycle.bays())},
                                  {"distribution", "exponential"},
                                  {"p1", fmt::format("{}", kMeanServiceMinutes)},
                                  {"order", "1"}});
}

void add_flow(const CycleCase& cycle, ScenarioFolder& folder) {
  folder.add("profiles", {{"profile_id", "pf-january"},
                          {"m01", "1"},
                          {"m02", "0"},
                          {"m03", "0"},
                          {"m04", "0"},
                          {"m05", "0"},
                          {"m06", "0"},
                          {"m07", "0"},
                          {"m08", "0"},
                          {"m09", "0"},
                          {"m10", "0"},
                          {"m11", "0"},
                          {"m12", "0"}});
  const double tonnes = static_cast<double>(cycle.loads()) * kPayloadTonnes;
  folder.add("flows", {{"flow_id", "fl-coal"},
                       {"commodity", "thermal-coal"},
                       {"origin", "st-mine"},
                       {"destination", "st-plant"},
                       {"rule", "fixed"},
                       {"valid_from", "2023-01-01"},
                       {"share_or_t", fmt::format("{:.0f}", tonnes)},
                       {"profile_id", "pf-january"},
                       {"truck_class", "semi"},
                       {"payload_t", fmt::format("{}", kPayloadTonnes)},
                       {"release", "stock"}});
  folder.add("chains", {{"chain_id", "ch-road"}, {"flow_id", "fl-coal"}, {"base_share", "1"}});
  folder.add("legs", {{"chain_id", "ch-road"}, {"seq", "1"}, {"mode", "truck"}});
  folder.add("pools", {{"pool_id", "pl-shuttle"},
                       {"truck_class", "semi"},
                       {"shift_hours", "24"},
                       {"availability", "1"},
                       {"closed_shuttle", "fl-coal"},
                       {"trucks", fmt::format("{}", cycle.trucks)}});
  folder.add("pools", {{"pool_id", "pl-semi"}, {"truck_class", "semi"}, {"shift_hours", "24"}, {"availability", "1"}, {"trucks", "0"}});
}

}  // namespace

void write_cycle(const CycleCase& cycle, ScenarioFolder& folder) {
  add_places(folder);
  add_bays(cycle, folder, "st-mine", "load");
  add_bays(cycle, folder, "st-plant", "unload");
  add_flow(cycle, folder);
  folder.write(kScenario);
}

}  // namespace railshift::bench
