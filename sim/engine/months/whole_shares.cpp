#include "sim/engine/months/whole_shares.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/contract.hpp"

namespace railshift::engine {

std::vector<std::int64_t> WholeShares::of(std::int64_t whole, const std::vector<double>& shares) {
  if (owed_.empty()) owed_.assign(shares.size(), 0.0);
  RAILSHIFT_EXPECTS(!shares.empty() && owed_.size() == shares.size(), "a whole has as many parts as before");
  std::vector<std::int64_t> parts(shares.size(), 0);
  std::int64_t given = 0;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    owed_[i] += static_cast<double>(whole) * shares[i];
    parts[i] = std::max<std::int64_t>(0, static_cast<std::int64_t>(std::floor(owed_[i])));
    owed_[i] -= static_cast<double>(parts[i]);
    given += parts[i];
  }
  for (; given < whole; ++given) {
    const auto most = std::max_element(owed_.begin(), owed_.end());
    ++parts[static_cast<std::size_t>(most - owed_.begin())];
    *most -= 1.0;
  }
  for (; given > whole; --given) {
    std::size_t least = shares.size();
    for (std::size_t i = 0; i < shares.size(); ++i) {
      if (parts[i] > 0 && (least == shares.size() || owed_[i] < owed_[least])) least = i;
    }
    --parts[least];
    owed_[least] += 1.0;
  }
  return parts;
}

}  // namespace railshift::engine
