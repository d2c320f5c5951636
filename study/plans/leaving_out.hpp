#pragma once
/// How to run a plan without some of its measures.
#include <map>
#include <set>
#include <string>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::study {

/// Measures left out together.
using LeftOut = std::set<std::string>;

/// How to run the plan without some measures: most are not loaded; a frozen base is kept with obedience 0, so that its stock is still
/// counted.
struct LeavingOut {
  std::vector<std::string> removed;
  std::map<std::string, std::string> set;
};
[[nodiscard]] LeavingOut leaving_out(const World& plan, const LeftOut& measures);

}  // namespace railshift::study
