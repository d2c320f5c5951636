#include "sim/ledger/dimension.hpp"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "sim/ledger/record.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::ledger {
namespace {

using Entry = DimensionTable::Entry;

std::string text(std::string_view word) { return std::string(word); }

/// A dimension whose entries are the rows of a world table; `describe` gives the cells after the text id.
template <class T, class Describe>
DimensionTable of_table(Dimension dimension, const Table<T>& table, std::vector<std::string> columns, Describe describe) {
  DimensionTable result{dimension, text(table_name(dimension)), std::move(columns), {}};
  std::int64_t index = 0;
  for (const T& row : table) {
    Entry entry{index++, {row.id}};
    for (std::string& cell : describe(row)) entry.cells.push_back(std::move(cell));
    result.entries.push_back(std::move(entry));
  }
  return result;
}

/// A dimension whose entries are the words of an enumeration of `count` values.
template <class Enum>
DimensionTable of_words(Dimension dimension, std::int64_t count) {
  DimensionTable result{dimension, text(table_name(dimension)), {"label"}, {}};
  for (std::int64_t i = 0; i < count; ++i) result.entries.push_back({i, {text(to_text(static_cast<Enum>(i)))}});
  return result;
}

using Cells = std::vector<std::string>;

void add_goods(std::vector<DimensionTable>& tables, const World& w) {
  tables.push_back(of_table(Dimension::flow, w.flows, {"id", "commodity", "origin", "destination", "truck_class"}, [&](const Flow& f) {
    return Cells{w.commodities[f.commodity].id, w.sites[f.origin].id, w.sites[f.destination].id, w.truck_classes[f.truck_class].id};
  }));
  tables.push_back(of_table(Dimension::chain, w.chains, {"id", "flow", "main_mode"}, [&](const Chain& c) {
    return Cells{w.flows[c.flow].id, text(to_text(c.main_mode()))};
  }));
  tables.push_back(of_table(Dimension::commodity, w.commodities, {"id", "name_zh", "name_en"}, [](const Commodity& c) {
    return Cells{c.name_zh, c.name_en};
  }));
  tables.push_back(of_words<Reason>(Dimension::reason, kReasons));
}

void add_places(std::vector<DimensionTable>& tables, const World& w) {
  const auto site_of = [&](const Siding& s) { return s.site ? w.sites[*s.site].id : std::string(); };
  tables.push_back(of_table(Dimension::site, w.sites, {"id", "name_zh", "firm", "kind", "county"}, [&](const Site& s) {
    return Cells{s.name_zh, w.firms[s.firm].id, text(to_text(s.kind)), s.county};
  }));
  tables.push_back(of_table(Dimension::siding, w.sidings, {"id", "name_zh", "site"}, [&](const Siding& s) {
    return Cells{s.name_zh, site_of(s)};
  }));
  tables.push_back(of_table(Dimension::station, w.stations, {"id", "site", "kind"}, [&](const Station& s) {
    return Cells{w.sites[s.site].id, text(to_text(s.kind))};
  }));
  tables.push_back(of_table(Dimension::link, w.links, {"id", "name_zh", "road", "road_class", "county", "ring"}, [](const Link& l) {
    return Cells{l.name_zh, l.road, text(to_text(l.road_class)), l.county, std::to_string(l.ring)};
  }));
  tables.back().whole_numbers = {"ring"};
  DimensionTable place{Dimension::place, text(table_name(Dimension::place)), {"id", "name_zh"}, {}};
  for (const Site& s : w.sites) place.entries.push_back({w.sites.id_of(s).index, {s.id, s.name_zh}});
  for (const Siding& s : w.sidings) place.entries.push_back({kFirstSidingPlace + w.sidings.id_of(s).index, {s.id, s.name_zh}});
  tables.push_back(std::move(place));
  tables.push_back(of_words<StockKind>(Dimension::stock_kind, 3));
  tables.push_back(of_words<RoadClass>(Dimension::road_class, kRoadClasses));
}

Cells access_cells(AccessClass access) { return {text(to_text(access.standard)), text(to_text(access.powertrain))}; }

DimensionTable access_classes() {
  DimensionTable table{Dimension::access_class, text(table_name(Dimension::access_class)), {"label", "standard", "powertrain"}, {}};
  for (unsigned standard = 0; standard < kStandards; ++standard) {
    for (unsigned powertrain = 0; powertrain < kPowertrains; ++powertrain) {
      const AccessClass access{static_cast<Standard>(standard), static_cast<Powertrain>(powertrain)};
      const Cells cells = access_cells(access);
      table.entries.push_back({access.index(), {cells[0] + " " + cells[1], cells[0], cells[1]}});
    }
  }
  return table;
}

DimensionTable emission_classes(const DimensionTable& access) {
  DimensionTable table{
      Dimension::vehicle, text(table_name(Dimension::vehicle)), {"label", "vehicle_type", "standard", "powertrain", "fault"}, {}};
  for (const Fault fault : {Fault::sound, Fault::tampered, Fault::no_urea}) {
    for (unsigned type = 0; type < kVehicleTypes; ++type) {
      for (const Entry& of : access.entries) {
        const EmissionClass vehicle{static_cast<VehicleType>(type), AccessClass::from_index(static_cast<unsigned>(of.index)), fault};
        const std::string size = text(to_text(vehicle.type)), state = text(to_text(fault));
        table.entries.push_back(
            {vehicle.index(), {fmt::format("{} {} {}", size, of.cells[0], state), size, of.cells[1], of.cells[2], state}});
      }
    }
  }
  return table;
}

void add_trucks(std::vector<DimensionTable>& tables, const World& w) {
  tables.push_back(
      of_table(Dimension::pool, w.pools, {"id", "truck_class"}, [&](const Pool& p) { return Cells{w.truck_classes[p.truck_class].id}; }));
  tables.push_back(of_table(Dimension::segment, w.segments, {"id", "name_zh", "name_en"}, [](const Segment& s) {
    return Cells{s.name_zh, s.name_en};
  }));
  tables.push_back(of_words<VehicleType>(Dimension::vehicle_type, kVehicleTypes));
  tables.push_back(access_classes());
  tables.push_back(emission_classes(tables.back()));
  tables.push_back(of_words<Owner>(Dimension::owner, 3));
  tables.push_back(of_words<Compliance>(Dimension::compliance, 3));
}

void add_times(std::vector<DimensionTable>& tables) {
  tables.push_back({Dimension::day_part, text(table_name(Dimension::day_part)), {"label"}, {}});
  const char* const parts[] = {"00-06", "06-12", "12-18", "18-24"};
  for (std::int64_t i = 0; i < 4; ++i) tables.back().entries.push_back({i, {parts[i]}});
  tables.push_back({Dimension::wait_bucket, text(table_name(Dimension::wait_bucket)), {"from_ticks"}, {}});
  tables.back().whole_numbers = {"from_ticks"};
  for (std::uint16_t bucket = 0; bucket <= wait_bucket(kMaxTick); ++bucket) {
    tables.back().entries.push_back({bucket, {std::to_string(wait_bucket_floor(bucket))}});
  }
}

}  // namespace

std::string_view table_name(Dimension dimension) {
  // In the order of the enumeration.
  static constexpr std::string_view kNames[] = {"",
                                                "",
                                                "",
                                                "dim_flow",
                                                "dim_chain",
                                                "dim_station",
                                                "dim_link",
                                                "dim_site",
                                                "dim_siding",
                                                "dim_commodity",
                                                "dim_pool",
                                                "dim_segment",
                                                "dim_vehicle_type",
                                                "dim_vehicle",
                                                "dim_access_class",
                                                "dim_owner",
                                                "dim_compliance",
                                                "dim_road_class",
                                                "dim_day_part",
                                                "dim_wait_bucket",
                                                "dim_stock_kind",
                                                "dim_place",
                                                "dim_reason"};
  static_assert(std::size(kNames) == static_cast<std::size_t>(Dimension::reason) + 1, "every dimension has a name");
  return kNames[static_cast<std::size_t>(dimension)];
}

std::vector<DimensionTable> dimension_tables(const World& world) {
  std::vector<DimensionTable> tables;
  add_goods(tables, world);
  add_places(tables, world);
  add_trucks(tables, world);
  add_times(tables);
  return tables;
}

Labels::Labels(const World& world) {
  for (const DimensionTable& table : dimension_tables(world)) {
    for (const Entry& entry : table.entries) labels_[table.dimension].emplace(entry.index, entry.cells.front());
  }
}

std::string Labels::of(Dimension dimension, std::optional<std::int64_t> number) const {
  if (!number) return "";
  if (dimension == Dimension::month) return to_string(Month{static_cast<std::int32_t>(*number)});
  if (dimension == Dimension::yes_no) return *number == 0 ? "no" : "yes";
  const auto table = labels_.find(dimension);
  if (table == labels_.end()) return std::to_string(*number);
  const auto label = table->second.find(*number);
  return label == table->second.end() ? std::to_string(*number) : label->second;
}

}  // namespace railshift::ledger
