#include "sim/scenario/records/reading/repeated_rows.hpp"

namespace railshift::scenario {
namespace {

/// FNV-1a, from a start of its own.
std::uint64_t hashed(const std::vector<std::string>& cells, std::uint64_t start, std::uint64_t prime) {
  std::uint64_t hash = start;
  for (const std::string& cell : cells) {
    for (const char c : cell) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    hash = (hash ^ 0x1fU) * prime;
  }
  return hash;
}

}  // namespace

bool RepeatedRows::seen(const std::vector<std::string>& cells) {
  return !keys_
              .insert(
                  {hashed(cells, 14695981039346656037ULL, 1099511628211ULL), hashed(cells, 0x9E3779B97F4A7C15ULL, 0xD6E8FEB86659FD93ULL)})
              .second;
}

}  // namespace railshift::scenario
