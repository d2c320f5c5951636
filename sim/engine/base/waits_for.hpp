#pragma once
/// What the loads wait for that a run leaves behind.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace railshift::engine {

/// What a load that is not served waits for.
enum class Need : std::uint8_t {
  truck,             ///< of a pool, that the gates of both ends admit
  station,           ///< on a truck at a station without servers
  service,           ///< on a truck in the queue of a site, which may be closed
  repair,            ///< on a truck that broke down and finds a repair station without servers
  goods,             ///< on the way: its truck waits for goods in a stockyard
  room,              ///< on a truck that waits for room in a stockyard
  way,               ///< for a truck, or on one, that waits where a way is closed
  registered_truck,  ///< of the segment of a counted class, which has none in the register
  road,              ///< for an open road from its origin to the end of the leg
  siding,            ///< refused: by a siding or its tracks that is full, without another chain
  line,              ///< refused: by a section that is full, without another chain
  exchange,          ///< refused: by a station that passes on no more trains, without another chain
  belt               ///< refused: by a belt or pipe that is full or not open, without another chain
};
[[nodiscard]] std::string_view to_text(Need need);
[[nodiscard]] std::optional<Need> need_from(std::string_view text);

/// Loads of a flow that wait at the end of the run: for what, where, how much.
struct Unserved {
  std::string flow;
  Need waits_for = Need::truck;
  /// id of the pool, station, site, stockyard, closure, segment, siding, section, station of the railway or site where a belt begins
  std::string at;
  std::int64_t loads = 0;
  std::int64_t kg = 0;
  double longest_hours = 0.0;
};

}  // namespace railshift::engine
