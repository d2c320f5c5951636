#include "sim/scenario/fields/keys.hpp"

#include <algorithm>

namespace railshift::scenario {

void KeyBook::add(const std::string& table, std::vector<std::string> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  ids_[table] = std::move(ids);
}

std::optional<std::uint32_t> KeyBook::rank(const std::string& table, std::string_view id) const {
  const std::vector<std::string>& all = ids(table);
  const auto at = std::lower_bound(all.begin(), all.end(), id);
  if (at == all.end() || *at != id) return std::nullopt;
  return static_cast<std::uint32_t>(at - all.begin());
}

const std::vector<std::string>& KeyBook::ids(const std::string& table) const {
  static const std::vector<std::string> kNone;
  const auto at = ids_.find(table);
  return at == ids_.end() ? kNone : at->second;
}

}  // namespace railshift::scenario
