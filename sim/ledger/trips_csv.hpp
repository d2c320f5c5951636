#pragma once
/// `--trips`: every leg record as one CSV row, written month by month while the run goes on.
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "sim/core/files/file_bytes.hpp"
#include "sim/ledger/record.hpp"
#include "sim/model/route.hpp"
#include "sim/model/world.hpp"

namespace railshift::ledger {

/// Header month,end_tick,flow,leg,loaded,vehicle_type,standard,powertrain,fault,owner,compliance,route,wait_ticks,kg,from_site,to_site;
/// BOM, LF line ends. A leg that begins or ends at a yard has no site there.
class TripsCsv {
 public:
  /// Throws std::runtime_error if the file cannot be written; so do append and close.
  TripsCsv(const std::filesystem::path& path, const World& world);

  /// Rows of one month in the order of their packed records (end tick first), whatever the order given.
  void append(Month month, std::span<const LegRecord> records, const RouteBook& routes);
  /// Flushes; call it before the run counts as done.
  void close();

 private:
  std::vector<std::string> flow_ids_;
  std::vector<std::string> site_ids_;
  FileStream file_;
};

/// The routes that the `route` column names, one row a cell: route,cell,county,inside,ring,road_class,metres,seconds. With it the trips can
/// be added up to the service and traffic tables again.
[[nodiscard]] std::string route_cells_csv(const RouteBook& routes);
/// One row a link passed: route,position,link.
[[nodiscard]] std::string route_links_csv(const World& world, const RouteBook& routes);

}  // namespace railshift::ledger
