#include "sim/scenario/check/check_completeness.hpp"

#include <algorithm>
#include <set>

#include "sim/core/unit_names.hpp"
#include "sim/core/unit_words.hpp"
#include "sim/scenario/check/check_words.hpp"
#include "sim/scenario/tables/required_values.hpp"

namespace railshift::scenario {
namespace {

void check_values(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("values");
  if (!table.readable) return;
  std::vector<std::string> used;
  for (const RequiredValue& value : required_values()) {
    used.push_back(value.name);
    bool there = false;
    for (const ReadRow<ValueRow>& read : s.rows.values) {
      if (read.raw->id != value.name) continue;
      there = true;
      if (value.reads == Reads::at_the_start && read.sound && read.row.valid_from > s.settings.start && s.period_is_known)
        decoder.problem(table.cell(*read.raw, "valid_from").place,
                        both("{}（{}）从 {} 起", "{0} from {2}", value.name, value.zh, to_string(read.row.valid_from)),
                        {"这个数只在情景第一天读一次", "this number is read once, on the first day of the scenario"},
                        {"删去该行，或改全程的数", "remove the row, or change the number for the whole run"});
      const auto said = measured_unit(read.row.unit);
      if (read.sound && said && said != measured_unit(value.unit))
        decoder.problem(table.cell(*read.raw, "unit").place, shown(table, *read.raw, "unit"),
                        both("程序按 {2} 读 {0}（{1}）", "the program takes {0} in {2}", value.name, value.zh, unit_name(value.unit)),
                        both("写 {}，数也换算成这个单位", "write {}, and the number in it", value.unit));
    }
    if (!there)
      decoder.problem(
          {table.file, 0, 0}, both("缺少“{}”", "\"{}\" is missing", value.name),
          both("程序要用这个数：{0}，单位 {2}", "the program uses this number ({1}, {2})", value.zh, value.en, unit_name(value.unit)),
          both("补上一行，unit 写 {}", "add a row for it, with unit {}", value.unit));
  }
  std::string previous;
  for (const RawRow& row : table.rows) {
    if (row.id.empty() || row.id == previous || std::find(used.begin(), used.end(), row.id) != used.end()) continue;
    previous = row.id;
    decoder.problem(table.cell(row, "name").place, shown(table, row, "name"),
                    {"此处只写程序要用的数", "only numbers that the program uses stand here"},
                    hint(row.id, used, {"删去该行", "remove the row"}));
  }
}

void check_pools_of_classes(const Sources& s, Decoder& decoder) {
  std::map<std::uint32_t, int> open_pools;
  const RawTable& pools = s.raw.at("pools");
  std::set<std::uint32_t> served_alone;
  for (const ReadRow<Pool>& read : s.rows.pools) {
    if (read.row.closed_shuttle) served_alone.insert(read.row.closed_shuttle->index);
    if (!read.sound || read.row.closed_shuttle) continue;
    if (++open_pools[read.row.truck_class.index] < 2) continue;
    decoder.problem(
        pools.cell(*read.raw, "truck_class").place,
        both("{} 又是“{}”", "{} is \"{}\" again", column_words(pools, "truck_class"), pools.cell(*read.raw, "truck_class").text),
        {"每个运输车型只有一个车池，专跑某一货流的除外", "one pool a truck class, apart from closed shuttles"},
        {"把这些行合并", "merge the rows"});
  }
  const RawTable& flows = s.raw.at("flows");
  std::set<std::uint32_t> reported;
  for (const ReadRow<FlowRow>& read : s.rows.flows) {
    const Id<TruckClass> id = read.row.truck_class;
    if (!read.sound || !pools.readable || id.index >= s.world.truck_classes.size()) continue;
    const auto flow = s.world.flows.find(read.raw->id);
    if (flow && served_alone.count(flow->index) > 0) continue;
    if (s.world.truck_classes[id].simulate != Simulate::individual || open_pools.count(id.index) > 0 || !reported.insert(id.index).second)
      continue;
    decoder.problem(flows.cell(*read.raw, "truck_class").place, shown(flows, *read.raw, "truck_class"),
                    {"逐车模拟的运输车型要有车池，或其每个货流都有专跑的车池",
                     "a class that is simulated as individuals has a pool, or each of its flows a closed shuttle"},
                    {"在 pools.csv 补一行", "add a row to pools.csv"});
  }
}

/// Years whose months a run asks for: its own and the base year, each with the warm-up before it.
std::set<int> years_asked(const SettingsRow& settings) {
  std::set<int> years;
  const Date base = make_date(settings.base_year, 1, 1);
  for (const auto& [from, to] : {std::pair{settings.start, settings.end - 1}, {base, base}}) {
    for (int year = year_of(first_day(month_of(from) + -settings.warmup_months)); year <= year_of(to); ++year) years.insert(year);
  }
  return years;
}

void check_flow_parts(const Sources& s, Decoder& decoder) {
  std::set<std::uint32_t> with_chain;
  for (const Chain& chain : s.world.chains) with_chain.insert(chain.flow.index);
  if (s.raw.at("chains").readable) {
    for (const Flow& flow : s.world.flows) {
      if (with_chain.count(s.world.flows.id_of(flow).index) > 0) continue;
      decoder.problem(s.raw.at("flows").place(flow.id, "flow_id"), both("货流“{}”没有运输链", "flow \"{}\" has no chain", flow.id),
                      {"一个货流至少有一条运输链", "a flow has one chain or more"}, {"在 chains.csv 补一行", "add a row to chains.csv"});
    }
  }
  for (const Profile& profile : s.world.profiles) {
    const auto has = [&profile](int year) {
      return std::any_of(profile.years.begin(), profile.years.end(), [year](const auto& y) { return y.year == year; });
    };
    if (has(0) || !s.period_is_known) continue;
    for (const int year : years_asked(s.settings)) {
      if (has(year)) continue;
      decoder.problem(
          s.raw.at("profiles").place(profile.id, "year"),
          both("月度分布“{}”没有 {} 年的行", "profile \"{}\" has no row for {}", profile.id, year),
          {"月度分布要有一行不写年份，或覆盖运行期、其预热期、基年及其预热期的每一年",
           "a profile has a row without year, or one for every year of the run, of its warm-up, of the base year and the warm-up of that"},
          {"补一行，year（年份）留空", "add a row with an empty year"});
      break;
    }
  }
}

void check_road_rates(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("road_rates");
  const bool from_zero =
      std::any_of(s.world.road_rates.begin(), s.world.road_rates.end(), [](const RoadRate& r) { return r.over.value == 0.0; });
  if (table.readable && !from_zero)
    decoder.problem({table.file, 0, 0}, {"没有从 0 公里起的运价区段", "no band starts at 0 km"},
                    {"最低一段的 over_km（起点里程）为 0", "the lowest band has over_km 0"},
                    {"补一个 over_km 为 0 的运价区段", "add a band with over_km 0"});
}

/// Trucks that can appear in a run: those of the register and those from outside.
struct Cell3 {
  VehicleType type;
  Standard standard;
  Powertrain powertrain;
  auto operator<=>(const Cell3&) const = default;
};

void check_register_parameters(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("register");
  std::set<VehicleType> curves, mileages, reported;
  for (const SurvivalCurve& c : s.world.survival) {
    if (!c.powertrain) curves.insert(c.vehicle_type);
  }
  for (const Mileage& m : s.world.mileage) mileages.insert(m.vehicle_type);
  const bool readable = s.raw.at("survival").readable && s.raw.at("mileage").readable;
  for (const ReadRow<RegisterRow>& read : s.rows.register_rows) {
    const VehicleType type = read.row.vehicle_type;
    if (!read.sound || !readable || (curves.count(type) > 0 && mileages.count(type) > 0) || !reported.insert(type).second) continue;
    decoder.problem(table.cell(*read.raw, "vehicle_type").place,
                    both("{}是 {}", "{} is \"{}\"", column_words(table, "vehicle_type"), word_words(type)),
                    {"在册车辆的每种车型，survival.csv（powertrain 留空）和 mileage.csv 都要有一行",
                     "survival.csv (with empty powertrain) and mileage.csv have a row for every vehicle type of the register"},
                    {"补上这些行", "add the rows"});
  }
}

/// Through trucks are drawn from the mix of their vehicle type. (A pool that finds none to hire does without.)
void check_through_mixes(const Sources& s, Decoder& decoder) {
  if (!s.raw.at("outside_mix").readable) return;
  std::set<VehicleType> there;
  for (const OutsideMix& mix : s.world.outside_mix) {
    if (mix.owner == Owner::through && mix.share > 0.0) there.insert(mix.vehicle_type);
  }
  for (const ReadRow<ThroughRow>& read : s.rows.through) {
    if (!read.sound || read.row.truck_class.index >= s.world.truck_classes.size()) continue;
    const TruckClass& cls = s.world.truck_classes[read.row.truck_class];
    if (!there.insert(cls.vehicle_type).second) continue;
    decoder.problem(s.raw.at("through").cell(*read.raw, "truck_class").place,
                    both("{}写的是“{}”，车型为 {}", "{} is \"{}\", a {} truck", column_words(s.raw.at("through"), "truck_class"), cls.id,
                         word_words(cls.vehicle_type)),
                    {"outside_mix.csv 要写明每种车型的过境车辆构成", "outside_mix.csv says what through trucks of every vehicle type are"},
                    both("补上 owner（归属）为 through（过境）、vehicle_type（车型）为 {} 的行",
                         "add rows with owner through and vehicle_type {}", word_words(cls.vehicle_type)));
  }
}

/// A missing factor would be a silent zero in the inventory.
void check_factors(const Sources& s, Decoder& decoder) {
  if (!s.raw.at("emission_factors").readable) return;
  std::set<std::pair<Cell3, std::string>> there;
  for (const EmissionFactor& f : s.world.emission_factors) there.insert({{f.vehicle_type, f.standard, f.powertrain}, f.pollutant});
  std::set<Cell3> asked;
  const auto ask = [&](const Cell3& cell, const Place& place) {
    if (!asked.insert(cell).second) return;
    for (const char* pollutant : {"NOx", "PM2.5", "CO2_ttw"}) {
      if (there.count({cell, pollutant}) > 0) continue;
      decoder.problem(place,
                      both("{} {} {} 的车没有 {} 排放因子", "{} {} {} trucks have no factor for {}", word_words(cell.type),
                           word_words(cell.powertrain), word_words(cell.standard), pollutant),
                      {"emission_factors.csv 中每种车都要有 NOx、PM2.5 和 CO2_ttw",
                       "emission_factors.csv has NOx, PM2.5 and CO2_ttw for every kind of truck"},
                      {"补上该行；零排放车写 0 并说明理由", "add the row; for zero exhaust 0 with a reason"});
    }
  };
  for (const ReadRow<RegisterRow>& read : s.rows.register_rows) {
    if (read.sound)
      ask({read.row.vehicle_type, read.row.standard, read.row.powertrain}, s.raw.at("register").cell(*read.raw, "standard").place);
  }
  for (const ReadRow<OutsideMix>& read : s.rows.outside_mix) {
    if (read.sound && read.row.share > 0)
      ask({read.row.vehicle_type, read.row.standard, read.row.powertrain}, s.raw.at("outside_mix").cell(*read.raw, "standard").place);
  }
}

}  // namespace

void check_completeness(const Sources& s, Decoder& decoder) {
  check_values(s, decoder);
  check_pools_of_classes(s, decoder);
  check_flow_parts(s, decoder);
  check_road_rates(s, decoder);
  check_register_parameters(s, decoder);
  check_through_mixes(s, decoder);
  check_factors(s, decoder);
}

}  // namespace railshift::scenario
