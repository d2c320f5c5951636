#include "sim/scenario/tables/readings.hpp"

#include "sim/scenario/tables/tables_fleet.hpp"
#include "sim/scenario/tables/tables_network.hpp"
#include "sim/scenario/tables/tables_operations.hpp"
#include "sim/scenario/tables/tables_parameters.hpp"
#include "sim/scenario/tables/tables_places.hpp"

namespace railshift::scenario {
namespace {

/// Distinct texts of a column that are not empty.
std::vector<std::string> column_texts(const RawTable& table, const std::string& column) {
  std::vector<std::string> out;
  const std::size_t c = table.column(column);
  for (const RawRow& row : table.rows) {
    if (const std::string_view text = row.cells.text(c); !text.empty()) out.emplace_back(text);
  }
  return out;
}

void add_column(KeyBook& keys, const std::string& name, const RawTable& table, const std::string& column) {
  if (table.readable) keys.add(name, column_texts(table, column));
}

void add_both(KeyBook& keys, const std::string& name, const std::string& one, const std::string& other) {
  std::vector<std::string> both = keys.ids(one);
  for (const std::string& id : keys.ids(other)) both.push_back(id);
  keys.add(name, std::move(both));
}

/// Every named number has a usual range of its own.
void look_at_values(const RawTable& table, Readings& r, Decoder& decoder) {
  for (const ReadRow<ValueRow>& read : r.values) {
    if (!read.sound) continue;
    FieldInfo info = number("value", "", "").in(read.row.unit);
    info.usual = usual_range("values", read.raw->id);
    decoder.look_at_usual(table.cell(*read.raw, "value"), info, read.row.value);
    for (Unusual& found : decoder.take_unusual()) {
      found.file = table.file;
      found.id = read.raw->key;
      r.unusual.push_back(std::move(found));
    }
  }
}

}  // namespace

KeyBook keys_of(const RawTables& raw) {
  KeyBook keys;
  for (const auto& [name, table] : raw) {
    if (!table.readable) continue;
    std::vector<std::string> ids;
    for (const RawRow& row : table.rows) {
      if (!row.id.empty()) ids.push_back(row.id);
    }
    keys.add(name, std::move(ids));
  }
  add_column(keys, "lines", raw.at("rail_sections"), "line_id");
  add_column(keys, "roads", raw.at("link"), "road");
  add_column(keys, "counties", raw.at("sites"), "county");
  add_column(keys, "counties of trucks", raw.at("register"), "county");
  if (raw.at("sites").readable && raw.at("register").readable)
    add_both(keys, "counties of sites and trucks", "counties", "counties of trucks");
  const RawTable& commodities = raw.at("commodities");
  add_column(keys, "need groups", commodities, "need_group");
  if (commodities.readable) add_both(keys, "commodities and need groups", "commodities", "need groups");
  return keys;
}

void may_have_more(KeyBook& keys, const std::string& table) {
  keys.may_have_more(table);
  if (table == "rail_sections") keys.may_have_more("lines");
  if (table == "link") keys.may_have_more("roads");
  if (table == "sites") keys.may_have_more("counties");
  if (table == "register") keys.may_have_more("counties of trucks");
  if (table == "sites" || table == "register") keys.may_have_more("counties of sites and trucks");
  if (table == "commodities") keys.may_have_more("need groups");
  if (table == "commodities") keys.may_have_more("commodities and need groups");
}

Readings read_all(const RawTables& raw, Decoder& decoder) {
  Readings r;
  const auto read = [&](auto& into, const auto& table) { into = read_rows(table, raw.at(table.spec.name), decoder, r.unusual); };
  read(r.commodities, commodities_table());
  read(r.segments, segments_table());
  read(r.truck_classes, truck_classes_table());
  read(r.values, values_table());
  read(r.rail_tariffs, rail_tariffs_table());
  read(r.road_rates, road_rates_table());
  read(r.survival, survival_table());
  read(r.purchase_shares, purchase_shares_table());
  read(r.outside_mix, outside_mix_table());
  read(r.emission_factors, emission_factors_table());
  read(r.mileage, mileage_table());
  read(r.clean_rules, clean_rules_table());
  read(r.firms, firms_table());
  read(r.sites, sites_table());
  read(r.processes, processes_table());
  read(r.process_io, process_io_table());
  read(r.flows, flows_table());
  read(r.chains, chains_table());
  read(r.legs, legs_table());
  read(r.sidings, sidings_table());
  read(r.stations, stations_table());
  read(r.service_times, service_times_table());
  read(r.closures, closures_table());
  read(r.stockyards, stockyards_table());
  read(r.hour_profiles, hour_profiles_table());
  read(r.register_rows, register_table());
  read(r.pools, pools_table());
  read(r.through, through_table());
  read(r.clauses, clauses_table());
  read(r.profiles, profiles_table());
  read(r.observed, observed_table());
  read(r.nodes, node_table());
  read(r.links, link_table());
  read(r.rail_sections, rail_sections_table());
  read(r.rail_background, rail_background_table());
  read(r.firm_classes, firm_classes_table());
  read(r.county_figures, county_figures_table());
  look_at_values(raw.at("values"), r, decoder);
  return r;
}

}  // namespace railshift::scenario
