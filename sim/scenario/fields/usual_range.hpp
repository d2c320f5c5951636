#pragma once
/// The usual range of a number: what practice knows, inside of what the field accepts. A number outside is read and run, and `look` names
/// it.
#include <string_view>
#include <vector>

namespace railshift::scenario {

/// A range with what it rests on: a law, a standard, a published table, or "assumed" with its reason. 0 means "none" and is never unusual.
struct UsualRange {
  const char* table;   ///< "link"; of named numbers "values"
  const char* column;  ///< "free_speed"; of named numbers their name
  double low, high;
  const char* zh;
  const char* en;
};

/// The range of a column, or of a named number of values.csv; nothing where practice knows none narrower than the hard one.
[[nodiscard]] const UsualRange* usual_range(std::string_view table, std::string_view column);
[[nodiscard]] const std::vector<UsualRange>& usual_ranges();

}  // namespace railshift::scenario
