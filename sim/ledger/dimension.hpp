#pragma once
/// Dimensions: what the index columns of fold tables refer to, with readable labels, for the dim_ tables of a run file and for CSV export.
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sim/model/world.hpp"

namespace railshift::ledger {

/// The order is that of the names in table_name().
enum class Dimension : std::uint8_t {
  none,
  yes_no,
  month,
  flow,
  chain,
  station,
  link,
  site,
  siding,
  commodity,
  pool,
  segment,
  vehicle_type,
  vehicle,
  access_class,
  owner,
  compliance,
  road_class,
  day_part,
  wait_bucket,
  stock_kind,
  place,
  reason
};

/// One dimension table: index -> label and further columns a reader wants beside it.
struct DimensionTable {
  Dimension dimension = Dimension::none;
  std::string name;                  ///< dim_flow
  std::vector<std::string> columns;  ///< the first is the label
  struct Entry {
    std::int64_t index = 0;
    std::vector<std::string> cells;
  };
  std::vector<Entry> entries;             ///< by index
  std::set<std::string> whole_numbers{};  ///< columns whose cells are whole numbers
};

/// A place of a stock in tables: the index of a site as it is, the index of a siding from here on.
inline constexpr std::int64_t kFirstSidingPlace = 1'000'000;

/// All dimension tables of a world. `none`, `yes_no` and `month` have none: their labels follow from the number.
[[nodiscard]] std::vector<DimensionTable> dimension_tables(const World& world);
/// dim_flow, dim_vehicle ...; empty for those without a table.
[[nodiscard]] std::string_view table_name(Dimension dimension);

/// Labels of all dimensions of one world.
class Labels {
 public:
  explicit Labels(const World& world);
  /// "fl-ty-011", "2024-03", "yes", ...; the number itself where there is no label; empty for an absent number.
  [[nodiscard]] std::string of(Dimension dimension, std::optional<std::int64_t> number) const;

 private:
  std::map<Dimension, std::map<std::int64_t, std::string>> labels_;
};

}  // namespace railshift::ledger
