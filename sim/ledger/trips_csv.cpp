#include "sim/ledger/trips_csv.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/csv.hpp"
#include "sim/ledger/tables.hpp"

namespace railshift::ledger {
namespace {

constexpr const char* kBom = "\xEF\xBB\xBF";

}  // namespace

TripsCsv::TripsCsv(const std::filesystem::path& path, const World& world) : file_(path) {
  for (const Flow& flow : world.flows) flow_ids_.push_back(csv_result_cell(flow.id));
  for (const Site& site : world.sites) site_ids_.push_back(csv_result_cell(site.id));
  file_.write(kBom);
  file_.write(
      "month,end_tick,flow,leg,loaded,vehicle_type,standard,powertrain,fault,owner,compliance,route,wait_ticks,kg,from_site,to_site\n");
}

void TripsCsv::append(Month month, std::span<const LegRecord> records, const RouteBook& routes) {
  std::vector<LegRecord> sorted(records.begin(), records.end());
  std::sort(sorted.begin(), sorted.end());
  const std::string month_text = to_string(month);
  const auto site = [this](const std::optional<Id<Site>>& id) { return id ? std::string_view(site_ids_[id->index]) : std::string_view(); };
  for (const LegRecord& record : sorted) {
    const LegFacts f = unpack(record);
    RAILSHIFT_EXPECTS(f.flow < flow_ids_.size(), "a leg serves a flow of the world");
    RAILSHIFT_EXPECTS(f.route < routes.size(), "a leg runs on a route of the book");
    const Route& route = routes[f.route];
    file_.write(fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", month_text, f.end, flow_ids_[f.flow], f.leg,
                            f.loaded ? "yes" : "no", to_text(f.vehicle.type), to_text(f.vehicle.access.standard),
                            to_text(f.vehicle.access.powertrain), to_text(f.vehicle.fault), to_text(f.owner), to_text(f.compliance),
                            f.route, f.wait, f.mass.value, site(route.from), site(route.to)));
  }
}

void TripsCsv::close() { file_.close(); }

std::string route_cells_csv(const RouteBook& routes) {
  std::string csv = std::string(kBom) + "route,cell,county,inside,ring,road_class,metres,ticks\n";
  for (std::size_t i = 0; i < routes.size(); ++i) {
    std::size_t position = 0;
    for (const RouteCell& c : routes[i].cells) {
      fmt::format_to(std::back_inserter(csv), "{},{},{},{},{},{},{},{}\n", i, position++, csv_result_cell(c.county), c.inside ? "yes" : "no",
                     c.ring, to_text(c.road_class), c.metres, c.ticks);
    }
  }
  return csv;
}

std::string route_links_csv(const World& world, const RouteBook& routes) {
  std::string csv = std::string(kBom) + "route,position,link\n";
  for (std::size_t i = 0; i < routes.size(); ++i) {
    std::size_t position = 0;
    for (const Id<Link> link : routes[i].links) {
      fmt::format_to(std::back_inserter(csv), "{},{},{}\n", i, position++, csv_result_cell(world.links[link].id));
    }
  }
  return csv;
}

}  // namespace railshift::ledger
