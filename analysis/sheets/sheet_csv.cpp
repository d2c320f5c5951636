#include "analysis/sheets/sheet_csv.hpp"

#include "analysis/metrics/csv_text.hpp"

namespace railshift::analysis {
namespace {

struct SheetRow {
  std::string_view item;
  std::string kind;
  std::string_view unit;
  std::optional<double> value;
};

std::vector<SheetRow> rows_of(const World& world, const FirmSheet& sheet) {
  std::vector<SheetRow> rows;
  for (std::size_t c = 0; c < kChainClasses; ++c) {
    const std::string kind{to_text(static_cast<rules::ChainClass>(c))};
    rows.push_back({"in", kind, "t", sheet.tonnes.in[c]});
    rows.push_back({"out", kind, "t", sheet.tonnes.out[c]});
  }
  for (int r = 0; r < kReasons; ++r)
    rows.push_back({"reason", std::string(to_text(static_cast<Reason>(r))), "t", sheet.reasons_t[static_cast<std::size_t>(r)]});
  for (const FirmSiding& s : sheet.sidings) {
    const std::string& id = world.sidings[s.siding].id;
    rows.push_back({"siding", id, "t", s.of_firm_t});
    rows.push_back({"siding_all", id, "t", s.all_t});
    rows.push_back({"siding_load", id, "1", s.load});
  }
  rows.push_back({"trucks_per_day", "", "trucks/day", sheet.trucks_per_day});
  for (const FirmReading& r : sheet.readings) rows.push_back({"reading", r.target, r.unit, r.value});
  rows.push_back({"clean", "", "1", sheet.clean ? std::optional(*sheet.clean ? 1.0 : 0.0) : std::nullopt});
  return rows;
}

}  // namespace

const std::vector<SheetColumn>& sheet_columns() {
  static const std::vector<SheetColumn> columns{
      {"firm", {"企业", "firm"}, {"名单企业代码", "id of a listed firm"}},
      {"year", {"年份", "year"}, {"单年表格的年份", "of single-year tables"}},
      {"item",
       {"项目", "item"},
       {"in、out 到达、发出（大宗货物，不含危险品）；reason 走公路的原因（全部货物）；siding、siding_all、siding_load "
        "专用线上本企业装卸量、全部装卸量、占能力；trucks_per_day 门口重车每日辆次；reading 各口径下的数；clean 清洁运输（1 达到）",
        "in, out: bulk goods without dangerous ones; reason: why goods went by road (all goods); siding, siding_all, siding_load: loaded "
        "and "
        "unloaded at a siding for the firm, for everybody, over its capacity; trucks_per_day: loaded trips at the gates; reading: in a "
        "reading; clean: 1 passes"}},
      {"kind", {"类别", "kind"}, {"运输链类别、原因、专用线代码或目标代码", "class of chain, reason, id of the siding or of the target"}},
      {"unit", {"单位", "unit"}, {"数值的单位", "of the value"}},
      {"value", {"数值", "value"}, {"方案第一次模拟", "first run of the plan"}}};
  return columns;
}

std::string to_csv(const World& world, const std::vector<FirmSheet>& sheets) {
  CsvText csv;
  for (const SheetColumn& column : sheet_columns()) csv.field(column.name);
  csv.end_row();
  for (const FirmSheet& sheet : sheets) {
    for (const SheetRow& row : rows_of(world, sheet)) {
      csv.field(world.firms[sheet.firm].id).field(sheet.year).field(row.item).field(row.kind).field(row.unit).field(row.value);
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace railshift::analysis
