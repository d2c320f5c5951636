#include "sim/ledger/table_io.hpp"

#include <algorithm>

namespace railshift::ledger {
namespace {

/// Trucks are read by their parts (standard, powertrain ...), everything else by one label.
bool shown_in_parts(Dimension dimension) { return dimension == Dimension::vehicle || dimension == Dimension::access_class; }

}  // namespace

ViewPart view_part(std::string_view column, Dimension dimension, const std::vector<DimensionTable>& dimensions) {
  const std::string cell = "f." + sql_name(column), as = " AS " + sql_name(column);
  if (dimension == Dimension::month) return {"printf('%04d-%02d', " + cell + " / 12, " + cell + " % 12 + 1)" + as, ""};
  if (dimension == Dimension::yes_no) return {"iif(" + cell + ", 'yes', 'no')" + as, ""};
  const auto found = std::find_if(dimensions.begin(), dimensions.end(), [&](const DimensionTable& d) { return d.dimension == dimension; });
  if (found == dimensions.end()) return {cell + as, ""};
  const std::string alias = "d_" + std::string(column);
  ViewPart part;
  part.join = " LEFT JOIN " + sql_name(found->name) + " " + alias + " ON " + alias + ".\"index\" = " + cell;
  if (shown_in_parts(dimension)) {
    for (std::size_t i = 1; i < found->columns.size(); ++i) {
      part.select += (i == 1 ? "" : ", ") + alias + "." + sql_name(found->columns[i]) + " AS " + sql_name(found->columns[i]);
    }
  } else {
    part.select = alias + "." + sql_name(found->columns.front()) + as;
  }
  return part;
}

}  // namespace railshift::ledger
