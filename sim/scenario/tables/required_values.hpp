#pragma once
/// Which numbers values.csv must have.
#include <string>
#include <vector>

namespace railshift::scenario {

/// A number that the program uses and values.csv must have.
struct RequiredValue {
  std::string name;
  std::string unit;
  double low;
  double high;
  std::string zh;
  std::string en;
};
[[nodiscard]] std::vector<RequiredValue> required_values();

}  // namespace railshift::scenario
