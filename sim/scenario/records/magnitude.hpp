#pragma once
/// Ten times what stands, or a tenth of it: rather a unit misread (吨, 万吨, 公斤) than news.
#include <string>

#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// A figure of the record beside what the scenario has; nothing is compared with 0.
struct Compared {
  Words what;
  double said = 0.0;
  double stands = 0.0;
  Words unit;
};

/// Asks if one is ten times the other, or more, and the user has not answered. True if it was asked.
bool ask_magnitude(const RecordRequest& request, const Compared& compared, int line, Problems& problems);

}  // namespace railshift::scenario
