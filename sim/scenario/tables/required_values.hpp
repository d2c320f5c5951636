#pragma once
/// Which numbers values.csv must have.
#include <string>
#include <vector>

namespace railshift::scenario {

/// When the program looks at a number: a later row of one that it reads once would say something that no run hears.
enum class Reads { every_month, at_the_start };

/// A number that the program uses and values.csv must have.
struct RequiredValue {
  std::string name;
  std::string unit;
  double low;
  double high;
  std::string zh;
  std::string en;
  Reads reads = Reads::every_month;
};
[[nodiscard]] const std::vector<RequiredValue>& required_values();

}  // namespace railshift::scenario
