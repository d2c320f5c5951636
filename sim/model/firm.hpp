#pragma once
/// Firms, sites and what their processes turn into what. Thresholds such as 150万吨 hold per firm.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/core/date.hpp"
#include "sim/core/dated.hpp"
#include "sim/core/ids.hpp"
#include "sim/core/standing.hpp"
#include "sim/core/units.hpp"

namespace railshift {

struct Node;

/// 绩效等级 - performance class of a firm (重污染天气重点行业绩效分级); unrated: no row says one.
enum class FirmClass : std::uint8_t { leading, a, b, c, d, unrated };
[[nodiscard]] std::string_view to_text(FirmClass c);
/// Whether the first class is better than the second: A and 引领性 (leading), which sectors without A to D have in its place, before B, C,
/// D, unrated.
[[nodiscard]] bool is_better(FirmClass first, FirmClass second);

/// 企业 - firm. A row may stand for several firms of which nothing is known apart (水泥企业合计): a threshold that holds per firm cannot be
/// judged on it.
struct Firm {
  std::string id;
  std::string name_zh;
  std::string name_en;
  std::string county;          ///< GB/T 2260 code; empty for firms outside the study area
  bool is_sum = false;         ///< 合计: several firms in one row
  Dated<FirmClass> classes{};  ///< as the tables state them, without any measure; unrated before the first
  friend bool operator==(const Firm&, const Firm&) = default;
};

enum class SiteKind : std::uint8_t {
  mine,
  washery,
  power_plant,
  heat_plant,
  steel_works,
  coking_works,
  chemical_works,
  cement_works,
  quarry,
  concrete_plant,
  building_zone,
  waste_site,
  trade_zone,
  rail_yard,
  external
};
[[nodiscard]] std::string_view to_text(SiteKind kind);
/// 工矿企业 - industrial and mining: what the duties of firms over 150万吨 can bind. Zones, waste sites, yards and outside places are not.
[[nodiscard]] constexpr bool is_industrial(SiteKind k) {
  return k != SiteKind::building_zone && k != SiteKind::waste_site && k != SiteKind::trade_zone && k != SiteKind::rail_yard &&
         k != SiteKind::external;
}

/// A figure of a county by which a document picks it. pm25: yearly mean of PM2.5, ug/m3 | rank_from_last: place in the ranking that the
/// document means, counted from the worst, which is 1.
enum class CountyFigureKind : std::uint8_t { pm25, rank_from_last };
[[nodiscard]] std::string_view to_text(CountyFigureKind kind);

/// 县区指标 - a county's figure from the days on which it is known.
struct CountyFigure {
  std::string id;
  std::string county;
  CountyFigureKind figure = CountyFigureKind::pm25;
  Dated<double> value;
  Provenance provenance = {};  ///< of the last row
  friend bool operator==(const CountyFigure&, const CountyFigure&) = default;
};

/// 货类 - commodity. An input of a process may name a commodity or its `need_group` (a power plant burns `power_fuel`).
struct Commodity {
  std::string id;
  std::string name_zh;
  std::string name_en;
  std::string need_group;  ///< empty: the commodity is its own group
  bool bulk = true;        ///< 大宗货物
  bool dangerous = false;  ///< 危化品: outside the siding duty
  std::string rail_class;  ///< row of rail_tariffs
  friend bool operator==(const Commodity&, const Commodity&) = default;
};

/// 厂区/矿区 - site: one place of a firm. Outside sites hang on a gateway node with the distance beyond it.
struct Site {
  std::string id;
  std::string name_zh;
  std::string name_en;
  Id<Firm> firm;
  SiteKind kind = SiteKind::external;
  std::string county;
  Id<Node> node;
  double lon = 0.0;
  double lat = 0.0;
  std::optional<Date> opens;   ///< absent: open from the start
  std::optional<Date> closes;  ///< absent: never; the first day without activity
  Kilometres outer_km;         ///< road kilometres beyond the gateway; 0 inside
  Hours outer_h;
  std::optional<double> work_from_h;  ///< working hours of gates and bays, 0..24; absent: round the clock. from > to: over midnight
  std::optional<double> work_to_h;
  [[nodiscard]] bool outside() const { return kind == SiteKind::external; }
  friend bool operator==(const Site&, const Site&) = default;
};

enum class IoRole : std::uint8_t { in, out, loss };

/// One input, output or loss of a process in tonnes per tonne of its driver. A loss takes from the site's output of that commodity
/// (what is used, dumped or stays inside), so that outputs minus losses equal what leaves.
struct ProcessIo {
  std::string commodity;  ///< commodity id or, for inputs, a need_group
  IoRole role = IoRole::in;
  Dated<double> t_per_t;
  Provenance provenance = {};  ///< of the last row
  friend bool operator==(const ProcessIo&, const ProcessIo&) = default;
};

/// A quantity known for some years: linear between the first days of those years, flat before and after.
struct Activity {
  struct Point {
    Date valid_from;
    TonnesPerYear t_per_year;
    Provenance provenance;
    friend bool operator==(const Point&, const Point&) = default;
  };
  std::vector<Point> points;  ///< by date
  /// The rate of a calendar year: the interpolation at its 1 January.
  [[nodiscard]] TonnesPerYear in_year(int year) const;
  friend bool operator==(const Activity&, const Activity&) = default;
};

/// 工序 - process: its driver (raw coal, coke, steel, coal equivalent ...) runs at `activity` tonnes a year.
struct Process {
  std::string id;
  Id<Site> site;
  std::string driver_commodity;  ///< a label: not balanced itself, only its io rows are
  Activity activity;
  std::vector<ProcessIo> io;
  friend bool operator==(const Process&, const Process&) = default;
};

}  // namespace railshift
