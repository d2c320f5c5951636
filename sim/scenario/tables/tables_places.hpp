#pragma once
/// Field tables of firms, sites and what moves between them.
#include <array>
#include <optional>
#include <string>

#include "sim/scenario/fields/table.hpp"

namespace railshift::scenario {

struct SiteRow : Site {
  Provenance provenance;
};
struct FirmClassRow {
  std::string firm;
  Date valid_from;
  FirmClass firm_class = FirmClass::unrated;
  Provenance provenance;
};
struct CountyFigureRow {
  std::string county;
  CountyFigureKind figure = CountyFigureKind::pm25;
  Date valid_from;
  double value = 0.0;
  Provenance provenance;
};
struct ProcessRow {
  std::string id;
  Id<Site> site;
  std::string driver_commodity;
  Date valid_from;
  TonnesPerYear rate;
  Provenance provenance;
};
struct IoRow {
  std::string process;
  std::string commodity;
  IoRole role = IoRole::in;
  Date valid_from;
  double t_per_t = 0.0;
  Provenance provenance;
};
struct FlowRow : Flow {
  Date valid_from;
  double value = 0.0;
  std::optional<Kilograms> own_payload;
  std::string clock_times;
};
struct LegRow : Leg {
  std::string chain;
  Provenance provenance;
};
struct ProfileRow {
  std::string id;
  int year = 0;
  std::array<double, 12> share{};
  Provenance provenance;
};

[[nodiscard]] TableOf<Firm> firms_table();
[[nodiscard]] TableOf<FirmClassRow> firm_classes_table();
[[nodiscard]] TableOf<CountyFigureRow> county_figures_table();
[[nodiscard]] TableOf<SiteRow> sites_table();
[[nodiscard]] TableOf<ProcessRow> processes_table();
[[nodiscard]] TableOf<IoRow> process_io_table();
[[nodiscard]] TableOf<FlowRow> flows_table();
[[nodiscard]] TableOf<Chain> chains_table();
[[nodiscard]] TableOf<LegRow> legs_table();
[[nodiscard]] TableOf<ProfileRow> profiles_table();

}  // namespace railshift::scenario
