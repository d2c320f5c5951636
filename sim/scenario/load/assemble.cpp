#include "sim/scenario/load/assemble.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "sim/scenario/fields/clock_times.hpp"

namespace railshift::scenario {
namespace {

/// Rows that stand for themselves.
template <class T, class R>
Table<T> plain(const std::vector<ReadRow<R>>& rows) {
  std::vector<T> out;
  for (const ReadRow<R>& read : rows) {
    if (!read.raw->id.empty()) {
      out.push_back(read.row);
      out.back().id = read.raw->id;
    }
  }
  return Table<T>(std::move(out));
}

/// Rows of one id become one T: `begin` makes it from the first row, `add` takes every row in order of its date.
template <class T, class R, class Begin, class Add>
Table<T> merged(const std::vector<ReadRow<R>>& rows, Begin begin, Add add) {
  std::vector<T> out;
  for (const ReadRow<R>& read : rows) {
    if (read.raw->id.empty()) continue;
    if (out.empty() || out.back().id != read.raw->id) {
      out.push_back(begin(read.row));
      out.back().id = read.raw->id;
    }
    add(out.back(), read.row);
  }
  return Table<T>(std::move(out));
}

Table<Parameter> parameters_from(const Readings& r) {
  return merged<Parameter>(
      r.values,
      [](const ValueRow& row) {
        return Parameter{row.id, row.unit, {}, {}};
      },
      [](Parameter& p, const ValueRow& row) {
        p.value.from(row.valid_from, row.value);
        p.provenance = row.provenance;
      });
}

Table<Firm> firms_from(const Readings& r) {
  Table<Firm> firms = plain<Firm>(r.firms);
  for (const ReadRow<FirmClassRow>& read : r.firm_classes) {
    if (const auto id = firms.find(read.row.firm))
      firms.rows_for_loading()[id->index].classes.from(read.row.valid_from, read.row.firm_class);
  }
  return firms;
}

Table<CountyFigure> county_figures_from(const Readings& r) {
  return merged<CountyFigure>(
      r.county_figures,
      [](const CountyFigureRow& row) {
        return CountyFigure{{}, row.county, row.figure, {}, {}};
      },
      [](CountyFigure& figure, const CountyFigureRow& row) {
        figure.value.from(row.valid_from, row.value);
        figure.provenance = row.provenance;
      });
}

Table<Process> processes_from(const Readings& r) {
  Table<Process> processes = merged<Process>(
      r.processes,
      [](const ProcessRow& row) {
        return Process{row.id, row.site, row.driver_commodity, {}, {}};
      },
      [](Process& p, const ProcessRow& row) {
        p.activity.points.push_back({row.valid_from, row.rate, row.provenance});
      });
  for (const ReadRow<IoRow>& read : r.process_io) {
    const auto id = processes.find(read.row.process);
    if (!id) continue;
    std::vector<ProcessIo>& io = processes.rows_for_loading()[id->index].io;
    const bool same = !io.empty() && io.back().commodity == read.row.commodity && io.back().role == read.row.role;
    if (!same) io.push_back({read.row.commodity, read.row.role, {}, {}});
    io.back().t_per_t.from(read.row.valid_from, read.row.t_per_t);
    io.back().provenance = read.row.provenance;
  }
  return processes;
}

Table<Flow> flows_from(const Readings& r, const Table<TruckClass>& classes) {
  return merged<Flow>(
      r.flows,
      [&classes](const FlowRow& row) {
        Flow flow = row;
        const bool known = row.truck_class.index < classes.size();
        flow.payload = row.own_payload ? *row.own_payload : known ? classes[row.truck_class].payload : Kilograms{};
        flow.times = parse_clock_times(row.clock_times).value_or(std::vector<int>{});
        return flow;
      },
      [](Flow& flow, const FlowRow& row) {
        flow.share_or_t.from(row.valid_from, row.value);
        flow.provenance = row.provenance;
      });
}

Table<Chain> chains_from(const Readings& r) {
  Table<Chain> chains = plain<Chain>(r.chains);
  for (const ReadRow<LegRow>& read : r.legs) {
    if (const auto id = chains.find(read.row.chain)) chains.rows_for_loading()[id->index].legs.push_back(read.row);
  }
  for (Chain& chain : chains.rows_for_loading()) {
    std::sort(chain.legs.begin(), chain.legs.end(), [](const Leg& a, const Leg& b) { return a.seq < b.seq; });
    for (Leg& leg : chain.legs) {
      if (leg.off_network && !leg.km) leg.km = leg.off_network;
    }
  }
  return chains;
}

Table<Profile> profiles_from(const Readings& r) {
  return merged<Profile>(
      r.profiles,
      [](const ProfileRow& row) {
        return Profile{row.id, {}};
      },
      [](Profile& p, const ProfileRow& row) {
        Profile::Year year{row.year, {}};
        std::copy(row.share.begin(), row.share.end(), std::begin(year.share));
        p.years.push_back(year);
      });
}

Table<Station> stations_from(const Readings& r) {
  Table<Station> stations = plain<Station>(r.stations);
  for (const ReadRow<ServiceTimeRow>& read : r.service_times) {
    const auto id = stations.find(read.row.station);
    if (id && read.row.weight > 0.0) stations.rows_for_loading()[id->index].measured.push_back({read.row.minutes, read.row.weight});
  }
  for (Station& s : stations.rows_for_loading()) {
    std::sort(s.measured.begin(), s.measured.end(), [](const auto& a, const auto& b) { return a.minutes < b.minutes; });
  }
  return stations;
}

Table<Through> through_from(const Readings& r) {
  return merged<Through>(
      r.through, [](const ThroughRow& row) -> Through { return row; },
      [](Through& t, const ThroughRow& row) {
        t.points.push_back({row.valid_from, row.loaded_trips_per_year});
        t.provenance = row.provenance;
      });
}

void add_rails(World& world, const Readings& r) {
  world.rail_sections = plain<RailSection>(r.rail_sections);
  std::vector<RailSection>& sections = world.rail_sections.rows_for_loading();
  for (const ReadRow<BackgroundRow>& read : r.rail_background) {
    if (read.row.section.index < sections.size())
      sections[read.row.section.index].background_per_day.from(read.row.valid_from, read.row.trains_per_day * (1.0 - read.row.yields));
  }
  std::map<std::string, Line> lines;
  for (const ReadRow<RailSection>& read : r.rail_sections) {
    const auto id = world.rail_sections.find(read.raw->id);
    const std::string line(read.raw->cells.text(2));
    if (!id || line.empty()) continue;
    lines[line].id = line;
    lines[line].sections.push_back(id->index);
  }
  std::vector<Line> rows;
  for (auto& [id, line] : lines) {
    std::stable_sort(line.sections.begin(), line.sections.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return sections[a].seq < sections[b].seq; });
    rows.push_back(std::move(line));
  }
  world.lines = Table<Line>(std::move(rows));
}

}  // namespace

World assemble(const Readings& r) {
  World world;
  world.commodities = plain<Commodity>(r.commodities);
  world.segments = plain<Segment>(r.segments);
  world.truck_classes = plain<TruckClass>(r.truck_classes);
  world.parameters = parameters_from(r);
  world.rail_tariffs = plain<RailTariff>(r.rail_tariffs);
  world.road_rates = plain<RoadRate>(r.road_rates);
  world.survival = plain<SurvivalCurve>(r.survival);
  world.purchase_shares = plain<PurchaseShare>(r.purchase_shares);
  world.outside_mix = plain<OutsideMix>(r.outside_mix);
  world.emission_factors = plain<EmissionFactor>(r.emission_factors);
  world.mileage = plain<Mileage>(r.mileage);
  world.clean_rules = plain<CleanRule>(r.clean_rules);
  world.firms = firms_from(r);
  world.county_figures = county_figures_from(r);
  world.sites = plain<Site>(r.sites);
  world.processes = processes_from(r);
  world.profiles = profiles_from(r);
  world.hour_profiles = plain<HourProfile>(r.hour_profiles);
  world.flows = flows_from(r, world.truck_classes);
  world.chains = chains_from(r);
  world.nodes = plain<Node>(r.nodes);
  world.links = plain<Link>(r.links);
  add_rails(world, r);
  world.sidings = plain<Siding>(r.sidings);
  world.stations = stations_from(r);
  world.closures = plain<Closure>(r.closures);
  world.stockyards = plain<Stockyard>(r.stockyards);
  world.register_rows = plain<RegisterRow>(r.register_rows);
  world.pools = plain<Pool>(r.pools);
  world.through = through_from(r);
  world.clauses = plain<Clause>(r.clauses);
  world.observed = plain<Observed>(r.observed);
  return world;
}

}  // namespace railshift::scenario
