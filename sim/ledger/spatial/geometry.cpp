#include "sim/ledger/spatial/geometry.hpp"

#include <algorithm>
#include <bit>

#include "sim/core/contract.hpp"

namespace railshift::ledger {
namespace {

constexpr std::uint32_t kWgs84Code = 4326;

template <class Unsigned>
void append_little_endian(std::string& bytes, Unsigned value) {
  for (std::size_t i = 0; i < sizeof value; ++i) bytes += static_cast<char>((value >> (8 * i)) & 0xFF);
}
void append_double(std::string& bytes, double value) { append_little_endian(bytes, std::bit_cast<std::uint64_t>(value)); }

std::string line_blob(const std::vector<LonLat>& path) {
  std::string blob{'G', 'P', 0, 3};
  append_little_endian(blob, kWgs84Code);
  const Extent extent = extent_of(path);
  for (const double edge : {extent.min_x, extent.max_x, extent.min_y, extent.max_y}) append_double(blob, edge);
  blob += char{1};
  append_little_endian(blob, std::uint32_t{2});
  append_little_endian(blob, static_cast<std::uint32_t>(path.size()));
  for (const LonLat& at : path) {
    append_double(blob, at[0]);
    append_double(blob, at[1]);
  }
  return blob;
}

}  // namespace

Extent joined(const Extent& a, const Extent& b) {
  return {std::min(a.min_x, b.min_x), std::max(a.max_x, b.max_x), std::min(a.min_y, b.min_y), std::max(a.max_y, b.max_y)};
}

Extent extent_of(const std::vector<LonLat>& path) {
  RAILSHIFT_EXPECTS(!path.empty(), "a path has a place");
  Extent extent{path.front()[0], path.front()[0], path.front()[1], path.front()[1]};
  for (const LonLat& at : path) extent = joined(extent, {at[0], at[0], at[1], at[1]});
  return extent;
}

std::string point_blob(double lon, double lat) {
  std::string blob{'G', 'P', 0, 1};  // little endian, no envelope: a point is its own
  append_little_endian(blob, kWgs84Code);
  blob += char{1};
  append_little_endian(blob, std::uint32_t{1});
  append_double(blob, lon);
  append_double(blob, lat);
  return blob;
}

std::string geometry_blob(const std::vector<LonLat>& path, Shape shape) {
  RAILSHIFT_EXPECTS(shape == Shape::point ? path.size() == 1 : path.size() >= 2, "a point has one place, a line two or more");
  return shape == Shape::point ? point_blob(path.front()[0], path.front()[1]) : line_blob(path);
}

}  // namespace railshift::ledger
