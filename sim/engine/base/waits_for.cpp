#include "sim/engine/base/waits_for.hpp"

#include <algorithm>
#include <array>

namespace railshift::engine {
namespace {

constexpr std::array<std::string_view, 13> kNeeds = {"truck", "station", "service", "repair",   "goods", "room", "way", "registered_truck",
                                                     "road",  "siding",  "line",    "exchange", "belt"};

}  // namespace

std::string_view to_text(Need need) { return kNeeds[static_cast<std::size_t>(need)]; }

std::optional<Need> need_from(std::string_view text) {
  const auto at = std::find(kNeeds.begin(), kNeeds.end(), text);
  return at == kNeeds.end() ? std::nullopt : std::optional(static_cast<Need>(at - kNeeds.begin()));
}

}  // namespace railshift::engine
