#include "sim/scenario/fields/clock_times.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace railshift::scenario {
namespace {

/// HH:MM or HH:MM:SS as seconds.
std::optional<int> parse_clock_time(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t count = 0;
  while (count < parts.size()) {
    const std::string_view part = text.substr(0, text.find(':'));
    const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), parts[count]);
    if (part.empty() || part.size() > 2 || error != std::errc{} || end != part.data() + part.size() || parts[count] < 0)
      return std::nullopt;
    ++count;
    if (part.size() == text.size()) {
      if (count < 2 || parts[0] > 23 || parts[1] > 59 || parts[2] > 59) return std::nullopt;
      return parts[0] * 3600 + parts[1] * 60 + parts[2];
    }
    text.remove_prefix(part.size() + 1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::vector<int>> parse_clock_times(std::string_view text) {
  std::vector<int> times;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(';'));
    const auto time = parse_clock_time(one);
    if (!time) return std::nullopt;
    times.push_back(*time);
    if (one.size() == text.size()) break;
    text.remove_prefix(one.size() + 1);
    if (text.empty()) return std::nullopt;
  }
  std::sort(times.begin(), times.end());
  if (std::adjacent_find(times.begin(), times.end()) != times.end()) return std::nullopt;
  return times;
}

}  // namespace railshift::scenario
