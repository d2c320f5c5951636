#pragma once
/// A number of a scenario that has a range, as `--set` names it: what can be moved to ask how much hangs on it, and what
/// studies draw.
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>

namespace railshift::scenario {

/// A number with its bounds, in the unit of its column or key.
struct Range {
  double value = 0.0;
  double low = 0.0;
  double high = 0.0;
};

/// How a value is written.
enum class Written : std::uint8_t { number, whole_number, day };

/// A number (or a day of a measure) with low < high. Texts are those of the input, where 6万吨 may stand for 60000.
struct RangedInput {
  std::string path;   ///< table.row.column or measure.id.field
  std::string table;  ///< "flows", ...; "measure"
  std::string row;    ///< id of the row without a date, or the measure's id
  std::string value;
  std::string low;
  std::string high;
  std::optional<Range> range;  ///< what the texts say; nothing for days
  std::string standing;
  std::string reason;

  /// What must change with the number so that shares which make up a whole still do (base shares of a flow, rests of a balance, shares of a
  /// mix): path -> value of every other row, for the number at `low` and at `high`. Empty for numbers that stand alone.
  std::map<std::string, std::string> with_low;
  std::map<std::string, std::string> with_high;

  Written written = Written::number;
  double least = -std::numeric_limits<double>::infinity();  ///< what the column or key accepts at all
  double most = std::numeric_limits<double>::infinity();
};

}  // namespace railshift::scenario
