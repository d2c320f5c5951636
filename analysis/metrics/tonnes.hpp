#pragma once
/// Delivered tonnes by mode, seen from the firms' gates and from the main haul: what rail share, rail tonnes and growth are made of.
#include <compare>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "analysis/metrics/gauge.hpp"
#include "sim/rules/rail/duty.hpp"

namespace railshift::analysis {

/// Read from a run once a chain, not once a row.
struct ChainFacts {
  Id<Flow> flow;
  Id<Site> origin;
  Id<Site> destination;
  Mode main_mode = Mode::truck;
  Mode origin_gate = Mode::truck;  ///< mode at the gate of the origin
  Mode destination_gate = Mode::truck;
  Standing standing = Standing::derived;
  [[nodiscard]] bool touches_inside(const World& world) const {
    return !world.sites[origin].outside() || !world.sites[destination].outside();
  }
};
/// By chain index.
[[nodiscard]] std::vector<ChainFacts> chain_facts(const World& world);

using rules::listed_firms;

/// Those of them that have a siding, their own or a shared one at the fence, that stands on the first day of the year
/// (rules::siding_access).
[[nodiscard]] std::vector<Id<Firm>> listed_with_siding(const World& world, int year);

/// Which goods count. bulk: 大宗货物 without dangerous ones, what rail shares are about; all: every flow.
enum class Goods : std::uint8_t { bulk, all };
/// gate: mode at the firm's gate. main_haul: mode of the long leg. tonne_km (周转量): every leg by its own mode, weighed with its length.
enum class ShareBasis : std::uint8_t { gate, main_haul, tonne_km };
enum class Direction : std::uint8_t { both, in, out };
[[nodiscard]] std::string_view to_text(ShareBasis basis);
[[nodiscard]] std::string_view to_text(Direction direction);

/// Whose tonnes: the whole city (main haul only, every flow once), the listed firms together, those of them that have a siding in the
/// year (listed_with_siding; a month has the set of its year), or one firm (a flow between two firms of the
/// list stands at two gates and counts at both).
struct FirmScope {
  enum class Kind : std::uint8_t { city, listed, with_siding, one };
  Kind kind = Kind::city;
  Id<Firm> firm;  ///< for `one`
  friend constexpr auto operator<=>(FirmScope, FirmScope) = default;
};
inline constexpr const char* kListedFirms = "*over_threshold";
inline constexpr const char* kListedWithSiding = "*over_threshold_with_siding";
/// Of firms_passing: firms whose siding stands by their rail share, others by clean transport.
inline constexpr std::string_view kRailOrClean = "rail_or_clean";
[[nodiscard]] std::string to_text(FirmScope scope, const World& world);

struct TonneKey {
  Period period;
  FirmScope firm;
  std::string county;           ///< of an inside site at an end; empty = all
  std::uint32_t commodity = 0;  ///< index + 1; 0 = all
  std::string haul_class;       ///< a class or >=500; empty = all
  ShareBasis basis = ShareBasis::gate;
  Direction direction = Direction::both;
  friend auto operator<=>(const TonneKey&, const TonneKey&) = default;
};
/// Puts firm, county, commodity, haul class, basis and direction of a key into a row.
void fill_scope(MetricRow& row, const TonneKey& key, const World& world);

/// By mode: kilograms, or of basis tonne_km kilogram-kilometres.
struct ModeSums {
  std::int64_t rail_kg = 0;
  std::int64_t road_kg = 0;
  std::int64_t belt_pipe_kg = 0;
  Standing standing = Standing::derived;
  void add(Mode mode, std::int64_t kg, Standing of_row);
  void add(const ModeSums& other);
  [[nodiscard]] std::int64_t rail_road_kg() const { return rail_kg + road_kg; }
  [[nodiscard]] std::int64_t all_kg() const { return rail_kg + road_kg + belt_pipe_kg; }
};
using ModeTable = std::map<TonneKey, ModeSums>;

/// Kilometres of a chain by mode: stated ones, sections, and the shortest roads of the base year.
struct ModeKm {
  Kilometres rail, road, belt_pipe;
  [[nodiscard]] ModeSums times(std::int64_t kg, Standing standing) const;
};
/// By chain index.
[[nodiscard]] std::vector<ModeKm> chain_kilometres(const World& world);

/// Delivered tonnes of the reported months. Yearly sums for every scope: city, list and firms; of the city and the list by commodity and by
/// haul class; of the city by county (main haul, every flow once a county at whose sites it begins or ends). Monthly sums for the city, the
/// list and those of it with a siding. A scope that has a flow and delivered nothing is there with 0 kg.
[[nodiscard]] ModeTable mode_table(const Gauge& gauge, Goods goods);
/// The same in kilogram-kilometres, basis tonne_km alone, of the city, its counties and the list by year: lengths are stated ones,
/// sections, and the shortest roads of the base year.
[[nodiscard]] ModeTable tonne_km_table(const Gauge& gauge, Goods goods);

}  // namespace railshift::analysis
