#pragma once
/// What a reader of tables noticed and took all the same.
#include <string>

namespace railshift {

/// A number that was read outside of its usual range.
struct Unusual {
  std::string file;  ///< in the folder of the scenario: "tables/flows.csv"
  std::string id;    ///< of the row
  std::string column;
  std::string text;  ///< as written
  std::string unit;
  double low = 0.0, high = 0.0;
  std::string zh, en;  ///< what the range rests on: a law, a standard, a published table, or an assumption with its reason
};

}  // namespace railshift
