#pragma once
/// A complete scenario in a few lines: a mine sends coal to a power plant (pull) and the rest by road or rail to a market outside.
/// Files in memory, so that a test can damage one character of them. 1,000,000 t/year mined, 400,000 t/year burnt, 600,000 t/year leave.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "sim/scenario/load/load.hpp"
#include "sim/scenario/tables/required_values.hpp"

namespace railshift::test {

inline const char* kScenarioToml = R"([scenario]
id = "small"
title_zh = "小情景"
title_en = "small scenario"
city_zh = "某市"
start = 2020-01-01
end = 2022-01-01
base_year = 2020
seed = 1

[[measure]]
id = "law"
kind = "sales_standard"
layer = "baseline"
from = 2020-07-01
vehicle_types = ["heavy"]
powertrains = ["diesel"]
standard = "国六"

[[measure]]
id = "gate"
kind = "gate_floor"
layer = "plan"
from = 2021-01-01
clause = "T-1"
threshold_t_per_year = 150000
floor = "china6"
obedience = 0.9
[[measure.numbers]]
field = "obedience"
low = 0.5
high = 1.0
standing = "assumed"
reason = "no count of refused trucks"

[[measure]]
id = "trial"
kind = "new_only"
layer = "what_if"
from = 2021-01-01
segments = ["freight"]
obedience = 1
[[measure.numbers]]
field = "obedience"
low = 0
high = 1
standing = "assumed"
reason = "a question of the user"

[[target]]
id = "share"
clause = "T-1"
metric = "rail_share"
scope = { firm = "mine-co", basis = "gate" }
operator = ">="
value = 0.85
unit = "1"
due = 2021-12-31
force = "must"
)";

inline std::string value_rows() {
  std::string rows = R"(name,valid_from,value,unit,low,high,standing,source,reason
choice.cost_coefficient,2020-01-01,-0.05,1/(yuan/t),-0.1,-0.01,assumed,,r
choice.nest_scale,2020-01-01,0.6,1,0.3,1,assumed,,r
choice.value_of_time,2020-01-01,0.5,yuan/t/h,0.1,2,assumed,,r
rail.price_factor,2020-01-01,1,1,0.8,1.2,assumed,,r
road.price_factor,2020-01-01,1,1,0.8,1.2,assumed,,r
choice.new_chain_constant,2020-01-01,0.4,utility,-1,1,assumed,,r
choice.latent_demand,2020-01-01,0.1,1,0,0.5,assumed,,r
scope.over_threshold,2020-01-01,1500000,t/year,,,published,plan clause 12,
road.stated_speed,2020-01-01,50,km/h,40,60,assumed,,r
road.local_speed,2020-01-01,28,km/h,20,40,assumed,,r
pool.utilisation,2020-01-01,0.8,1,0.6,0.9,assumed,,r
pool.outside_wait,2020-01-01,24,h,6,72,assumed,,r
pool.join_rate,2020-01-01,0.02,1/d,0.01,0.05,assumed,,r
pool.outside_premium,2020-01-01,0.15,1,0.05,0.4,assumed,,r
stock.power_days,2020-01-01,15,d,7,25,assumed,,r
rail.delay_prior,2020-01-01,24,h,6,72,assumed,,r
rail.delay_fade,2020-01-01,0.7,1,0.3,0.9,assumed,,r
rail.added_delay,2020-01-01,0,h,0,24,assumed,,r
site.default_service,2020-01-01,30,min,15,60,assumed,,r
register.sold_away,2020-01-01,0.3,1,0.1,0.5,assumed,,r
register.delivery_lag,2020-01-01,45,d,14,120,assumed,,r
fault.tampered_share,2020-01-01,0.1,1,0.03,0.3,assumed,,r
fault.no_urea_share,2020-01-01,0.1,1,0.03,0.3,assumed,,r
fault.tampered_factor,2020-01-01,2.5,1,2,8,assumed,,r
fault.no_urea_factor,2020-01-01,2.2,1,1.5,6,assumed,,r
rail.electric_kwh_per_10kgtkm,2020-01-01,100,kWh/10^4 gross t km,80,115,assumed,,r
rail.diesel_kg_per_10kgtkm,2020-01-01,24.6,kg/10^4 gross t km,20,27,assumed,,r
rail.gross_net,2020-01-01,1.75,1,1.4,2,assumed,,r
rail.diesel_nox_g_per_kg,2020-01-01,55,g/kg,45,80,assumed,,r
rail.diesel_pm25_g_per_kg,2020-01-01,2,g/kg,1,3,assumed,,r
rail.diesel_co2_kg_per_kg,2020-01-01,3.16,kg/kg,3.1,3.2,assumed,,r
grid.co2_kg_per_kwh,2020-01-01,0.7,kg/kWh,0.6,0.8,assumed,,r
grid.co2_kg_per_kwh,2021-01-01,0.65,kg/kWh,0.6,0.8,assumed,,r
road.idle_nox_g_per_h,2020-01-01,40,g/h,20,120,assumed,,r
road.idle_pm25_g_per_h,2020-01-01,0.5,g/h,0.1,3,assumed,,r
road.idle_co2_g_per_h,2020-01-01,4500,g/h,3500,6500,assumed,,r
)";
  for (const scenario::RequiredValue& value : scenario::required_values()) {  // whatever else the program uses, at a value it accepts
    if (rows.find("\n" + value.name + ",") != std::string::npos) continue;
    const double some = value.low > -1e9 ? std::max(value.low, std::min(1.0, value.high)) : std::min(1.0, value.high);
    rows += value.name + ",2020-01-01," + std::to_string(some) + "," + value.unit + ",,,published,test,\n";
  }
  return rows;
}

inline void add_parameters(std::map<std::string, std::string>& c) {
  const std::string p = "../parameters/";
  c[p + "commodities.csv"] = "commodity_id,name_zh,name_en,need_group,bulk,dangerous,rail_class\ncoal,煤,coal,fuel,yes,no,coal\n";
  c[p + "segments.csv"] = "segment_id,name_zh,name_en,vehicle_type\nfreight,货车,freight trucks,重型\n";
  c[p + "truck_classes.csv"] =
      "truck_class_id,name_zh,name_en,segment_id,vehicle_type,payload_t,tare_t,simulate,low,high,standing,source,reason\n"
      "semi,半挂车,semitrailer,freight,heavy,32,17,individual,28,33,assumed,,r\n";
  c[p + "values.csv"] = value_rows();
  c[p + "rail_tariffs.csv"] =
      "rail_class,base_1_yuan_per_t,yuan_per_t_km,low,high,standing,source,reason\ncoal,16.3,0.138,0.12,0.15,assumed,,r\n";
  c[p + "road_rates.csv"] =
      "band_id,over_km,fixed_yuan_per_t,yuan_per_t_km,low,high,standing,source,reason\nall,0,6,0.4,0.3,0.6,assumed,,r\n";
  c[p + "survival.csv"] =
      "survival_id,vehicle_type,powertrain,life_years,shape,max_age_years,low,high,standing,source,reason\nheavy,heavy,,10,3,15,9,12,"
      "assumed,,r\n";
  c[p + "purchase_shares.csv"] =
      "purchase_id,segment_id,year,powertrain,share,low,high,standing,source,reason\nfreight-2020,freight,2020,electric,0.01,0,0.1,assumed,"
      ",r\n";
  c[p + "outside_mix.csv"] =
      "mix_id,owner,vehicle_type,year,standard,powertrain,share,low,high,standing,source,reason\n"
      "hired-5,hired,heavy,2020,china5,diesel,0.7,0.5,0.9,assumed,,r\nhired-6,hired,heavy,2020,china6,diesel,0.3,0.1,0.5,assumed,,r\n"
      "through-5,through,heavy,2020,china5,diesel,1,,,assumed,,r\n";
  c[p + "mileage.csv"] =
      "mileage_id,vehicle_type,new_truck_km_per_year,decay_per_year,low,high,standing,source,reason\nheavy,heavy,900000,0.09,300000,"
      "1000000,"
      "assumed,,r\n";
  std::string factors =
      "factor_id,vehicle_type,powertrain,standard,pollutant,loaded_g_per_km,empty_g_per_km,low,high,standing,source,reason\n";
  for (const std::string standard : {"china3", "china5", "china6"}) {
    for (const auto& [pollutant, id] : {std::pair<std::string, std::string>{"NOx", "nox"}, {"PM2.5", "pm2.5"}, {"CO2_ttw", "co2"}}) {
      factors += standard + "-" + id + ",heavy,diesel," + standard + "," + pollutant + ",5,4,,,published,guideline,\n";
    }
  }
  c[p + "emission_factors.csv"] = factors;
}

inline void add_tables(std::map<std::string, std::string>& c) {
  c["tables/firms.csv"] =
      "firm_id,name_zh,name_en,county\nmine-co,矿业公司,mine company,140121\npower-co,电力公司,power company,140122\nfar-co,外地公司,far "
      "company,\n";
  c["tables/sites.csv"] =
      "site_id,name_zh,name_en,firm_id,kind,county,node_id,lon,lat,opens,closes,outer_km,outer_h,low,high,standing,source,reason\n"
      "mine,煤矿,mine,mine-co,mine,140121,n-mine,112.1,37.9,,,1,0.1,,,published,map,\n"
      "plant,电厂,plant,power-co,power_plant,140122,n-plant,112.2,37.8,,,1,0.1,,,published,map,\n"
      "market,外地市场,market,far-co,external,,g-east,115,38,,,300,5,,,published,map,\n";
  c["tables/processes.csv"] =
      "process_id,site_id,driver_commodity,valid_from,t_per_year,low,high,standing,source,reason\n"
      "mining,mine,coal,2020-01-01,100万吨,,,published,yearbook,\n"
      "burning,plant,coal,2020-01-01,400000,,,published,yearbook,\n";
  c["tables/process_io.csv"] =
      "process_id,commodity,role,valid_from,t_per_t,low,high,standing,source,reason\n"
      "mining,coal,out,2020-01-01,1,,,derived,,the driver itself\n"
      "burning,fuel,in,2020-01-01,1,,,derived,,the driver itself\n";
  c["tables/flows.csv"] =
      "flow_id,commodity,origin,destination,rule,valid_from,share_or_t,profile_id,truck_class,payload_t,low,high,standing,source,reason\n"
      "fl-plant,coal,mine,plant,pull,2020-01-01,1,flat,semi,,,,derived,,only supplier\n"
      "fl-market,coal,mine,market,rest_out,2020-01-01,0.75,flat,semi,30,0.5,1,assumed,,the rest\n"
      "fl-market2,coal,mine,market,rest_out,2020-01-01,0.25,flat,semi,,0,0.5,assumed,,the rest\n";
  c["tables/chains.csv"] =
      "chain_id,flow_id,base_share,low,high,standing,source,reason\n"
      "plant-road,fl-plant,1,,,published,survey,\n"
      "market-road,fl-market,0.6,0.5,0.7,assumed,,r\n"
      "market-rail,fl-market,0.4,0.3,0.5,assumed,,r\n"
      "market2-road,fl-market2,1,,,published,survey,\n";
  c["tables/legs.csv"] =
      "chain_id,seq,mode,from_node,to_node,line_id,siding_id,km,hours,yuan_per_t,low,high,standing,source,reason\n"
      "plant-road,1,truck,,,,,,,0,,,derived,,network path\n"
      "market-road,1,truck,,,,,,,0,,,derived,,network path\n"
      "market-rail,1,rail,s-mine,s-east,ln-east,sd-mine,,,9,3,24,assumed,,loading\n"
      "market2-road,1,truck,,,,,,,0,,,derived,,network path\n";
  c["tables/sidings.csv"] =
      "siding_id,name_zh,site_id,station_node,built,in_service,t_per_day,tracks,ends_at,drayage_km,train_t,train_hours,low,high,standing,"
      "source,reason\n"
      "sd-mine,煤矿专用线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n";
  c["tables/stations_service.csv"] =
      "station_id,site_id,kind,servers,distribution,p1,p2,p3,order,low,high,standing,source,reason\n"
      "load-mine,mine,load,2,triangular,15,20,30,1,1,4,assumed,,r\n";
  c["tables/register.csv"] =
      "register_id,segment_id,vehicle_type,standard,powertrain,registered_year,owner,county,count,low,high,standing,source,reason\n"
      "r-3,freight,heavy,国三,柴油,2012,local,140121,20,,,published,yearbook,\n"
      "r-5,freight,heavy,china5,diesel,2018,local,140121,30,,,published,yearbook,\n";
  c["tables/pools.csv"] =
      "pool_id,truck_class,shift_hours,availability,closed_shuttle,trucks,low,high,standing,source,reason\nsemi,semi,16,0.85,,,,,assumed,,"
      "r\n";
  c["tables/through.csv"] =
      "through_id,gateway_in,gateway_out,truck_class,valid_from,loaded_trips_per_year,empty_share,paths,low,high,standing,source,reason\n"
      "east-west,g-east,g-west,semi,2020-01-01,36500,0.3,3,30000,40000,assumed,,r\n";
  c["tables/clauses.csv"] = "clause_id,document,item,quote,force,offices\nT-1,某市方案,三-1,铁路运输比例达到85%,must,交通局\n";
  c["tables/profiles.csv"] =
      "profile_id,year,m01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12,low,high,standing,source,reason\n"
      "flat,,0.085,0.077,0.085,0.082,0.085,0.082,0.085,0.085,0.082,0.085,0.082,0.085,,,derived,,days of the month\n";
  c["tables/observed.csv"] = "observed_id,metric,scope,period,value,unit,source\no-1,rail_tonnes,,2020,240000,t,yearbook\n";
}

inline void add_network(std::map<std::string, std::string>& c) {
  c["network/node.csv"] =
      "node_id,name_zh,x_coord,y_coord,node_type,county\nn-mine,矿口,112.1,37.9,site,140121\nn-plant,厂口,112.2,37.8,site,140122\n"
      "g-east,东门户,112.5,37.8,gateway,140122\ng-west,西门户,112.0,37.8,gateway,140121\ns-mine,矿站,112.1,37.9,station,140121\ns-east,"
      "东站,112.5,37.8,station,140122\n";
  c["network/link.csv"] =
      "link_id,name_zh,road,from_node_id,to_node_id,directed,length,lanes,capacity,free_speed,facility_type,county,ring,opens,closes,"
      "tolled,low,high,standing,source,reason\n"
      "l1,矿路,r-mine,n-mine,n-plant,0,20,1,1200,50,primary,140121,0,,,no,,,published,map,\n"
      "l2,东路,r-east,n-plant,g-east,0,30,2,3000,70,motorway,140122,0,,,yes,,,published,map,\n"
      "l3,西路,r-west,g-west,n-mine,0,15,2,3000,70,trunk,140121,1,,,no,,,published,map,\n";
  c["network/rail_sections.csv"] =
      "section_id,name_zh,line_id,seq,from_node,to_node,slots_per_day,km,kmh,traction,low,high,standing,source,reason\n"
      "sec-1,矿东段,ln-east,1,s-mine,s-east,40,50,60,electric,30,50,assumed,,r\n";
  c["network/rail_background.csv"] =
      "background_id,section_id,valid_from,trains_per_day,low,high,standing,source,reason\nbg-1,sec-1,2020-01-01,10,5,20,assumed,,r\n";
}

/// The whole folder, shown in messages as "small".
inline scenario::Files small_scenario() {
  scenario::Files files;
  files.display_root = "small";
  files.content["scenario.toml"] = kScenarioToml;
  add_parameters(files.content);
  add_tables(files.content);
  add_network(files.content);
  return files;
}

/// Replaces the first occurrence of a text in one file; a text that does not stand there is a mistake of the test.
inline void replace(scenario::Files& files, const std::string& key, const std::string& from, const std::string& to) {
  std::string& text = files.content.at(key);
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error(key + " does not contain " + from);
  text.replace(at, from.size(), to);
}

/// Writes the files below `root`/small and returns that folder.
inline std::filesystem::path write_folder(const scenario::Files& files, const std::filesystem::path& root) {
  const std::filesystem::path folder = root / "small";
  for (const auto& [key, content] : files.content) {
    const std::filesystem::path path = (folder / key).lexically_normal();
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << content;
  }
  return folder;
}

}  // namespace railshift::test
