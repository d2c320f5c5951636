/// 专用线接入比例 - siding_access: listed firms that reach the railway at the end of a month (a year's row is December): by a siding of
/// their own; or a shared one at the fence; or a yard whose drayage is at most `scope.yard_km`; each in service, for one that is built and
/// not yet open connects nobody.
#include "sim/rules/rail/siding_access.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/metrics/families.hpp"
#include "analysis/metrics/standings.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/roads/yard_access.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kYardKm = "scope.yard_km";
constexpr std::array<std::string_view, 3> kAccessKinds{"own", "own_shared", "own_shared_yard"};

/// First days of one firm, by kAccessKinds.
using Since = std::array<std::optional<Date>, kAccessKinds.size()>;

std::optional<Date> earlier(std::optional<Date> a, std::optional<Date> b) { return !a || (b && *b < *a) ? b : a; }

std::vector<Since> access_of_listed(const World& world) {
  const rules::BaseYearRoads roads(world);
  const Kilometres within{world.parameter(kYardKm, world.settings.start)};
  std::vector<Since> all;
  for (const Id<Firm> firm : listed_firms(world)) {
    const rules::SidingAccess sidings = rules::siding_service(world, firm);
    all.push_back({sidings.own, sidings.since(), earlier(sidings.since(), rules::yard_access(world, roads, firm, within))});
  }
  return all;
}

}  // namespace

void add_siding_access(const Gauge& gauge, MetricTable& table) {
  const std::vector<Since> firms = access_of_listed(gauge.world());
  if (firms.empty()) return;
  const World& world = gauge.world();
  const Standing standing = weakest({standing_of(world.sidings), standing_of_hauls(world), standing_of_values(world, {kYardKm})});
  for (Month month = gauge.first_reported(); month < gauge.end(); month = month + 1) {
    for (std::size_t kind = 0; kind < kAccessKinds.size(); ++kind) {
      int with = 0;
      for (const Since& since : firms) with += since[kind] && *since[kind] < first_day(month + 1) ? 1 : 0;
      const auto add = [&](Period period) {
        MetricRow row = gauge.share_row("siding_access", period, {static_cast<double>(with), static_cast<double>(firms.size())}, standing);
        row.firm = kListedFirms;
        row.numerator_kind = kAccessKinds[kind];
        table.push_back(std::move(row));
      };
      add(month_period(month));
      if (month.number() == 12) add(year_period(month));
    }
  }
}

}  // namespace railshift::analysis
