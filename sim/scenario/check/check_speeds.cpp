#include "sim/scenario/check/check_speeds.hpp"

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

/// As of links: nothing drives faster.
constexpr KilometresPerHour kFastest{130.0};

/// The first figures over the bound would come from rounding: 130 km in an hour are allowed, whatever the last bit says.
constexpr double kSpeedRounding = 1.0 + 1e-9;

bool too_fast(Kilometres km, Hours hours) { return km.value > kFastest.value * hours.value * kSpeedRounding; }

void report_speed(const Cell& cell, const char* column, Kilometres km, Decoder& decoder) {
  decoder.problem(cell.place, fmt::format("{} is \"{}\" for {:g} km", column, cell.text, km.value),
                  fmt::format("trucks drive {:g} km/h or less", kFastest.value),
                  fmt::format("write {:.4g} hours or more, or correct the kilometres", (km / kFastest).value));
}

}  // namespace

void check_speeds(const Sources& s, Decoder& decoder) {
  const RawTable& sites = s.raw.at("sites");
  for (const ReadRow<SiteRow>& read : s.rows.sites) {
    const SiteRow& site = read.row;
    if (!read.sound || !site.outside() || !too_fast(site.outer_km, site.outer_h)) continue;
    report_speed(sites.cell(*read.raw, "outer_h"), "outer_h", site.outer_km, decoder);
  }
}

}  // namespace railshift::scenario
