#include "sim/engine/places/ordered_stations.hpp"

#include <optional>

namespace railshift::engine {
namespace {

/// What the ways through the sites say of one station.
struct Entry {
  bool entered = false;
  bool mixed = false;                   ///< some ways begin here, or come from different stations
  std::optional<std::uint32_t> feeder;  ///< the station before it
};

void note_way(const Way& way, std::vector<Entry>& entries) {
  std::optional<std::uint32_t> before;
  for (const std::uint32_t station : way) {
    Entry& entry = entries[station];
    if (!before || (entry.entered && entry.feeder != before)) entry.mixed = true;
    entry.entered = true;
    entry.feeder = before;
    before = station;
  }
}

bool keeps_order(const Station& station) { return station.servers == 1 && station.feedback == 0.0; }

bool takes_all(const Station& station) { return station.servers > 0 && station.feedback == 0.0 && !station.waiting_room; }

}  // namespace

std::vector<bool> ordered_stations(const FleetWorld& world, const std::vector<Way>& ways) {
  std::vector<Entry> entries(world.stations.size());
  for (const Way& way : ways) note_way(way, entries);
  for (const Station& s : world.stations) {
    if (s.feedback_to) entries[s.feedback_to->index].mixed = true;
  }
  std::vector<bool> ordered;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const auto id = Id<Station>{static_cast<std::uint32_t>(i)};
    const Entry& entry = entries[i];
    ordered.push_back(entry.entered && !entry.mixed && takes_all(world.stations[id]) &&
                      keeps_order(world.stations[Id<Station>{*entry.feeder}]));
  }
  return ordered;
}

}  // namespace railshift::engine
