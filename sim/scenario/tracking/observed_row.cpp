#include "sim/scenario/tracking/observed_row.hpp"

#include "sim/core/contract.hpp"

namespace railshift::scenario {
namespace {

Field<ObservedRow> month_field() {
  const auto put = [](ObservedRow& row, const Cell& cell, const FieldInfo&, Decoder& decoder) {
    const auto day = cell.text.size() == 7 ? parse_date(cell.text + "-01") : std::nullopt;
    if (day) {
      row.month = month_of(*day);
      return;
    }
    decoder.problem(cell.place, both("month（月份）写的是“{}”", "month is \"{}\"", cell.text),
                    {"某年某月，YYYY-MM", "a month of a year, YYYY-MM"}, {"写成 2024-03", "write 2024-03"});
  };
  return {text("month", "月份", "month that was counted, YYYY-MM"), put};
}

using T = ObservedRow;

Fields<T> ended(Fields<T> fields, FieldInfo value) {
  fields.push_back(field(&T::value, std::move(value)));
  fields.push_back(field(&T::source, text("source", "来源", "who counted").if_given()));
  return fields;
}

FieldInfo commodity_info() { return ref("commodity", "货类", "commodity; empty = all goods").if_given(); }

TableOf<T> rail_table() {
  return make_table<T>({"rail",
                        Folder::tables,
                        "铁路分月运量",
                        "tonnes that trains load (out) or unload (in), by station or by siding",
                        {"month", "station", "siding", "direction", "commodity"},
                        "",
                        {}},
                       ended({month_field(), field(&T::stop, ref("station", "车站", "station node; or a siding").if_given()),
                              field(&T::siding, ref("siding", "专用线", "siding; or a station").if_given()),
                              field(&T::direction, word("direction", "方向", "out = loaded (发送), in = unloaded (到达)")),
                              field(&T::commodity, commodity_info())},
                             number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9)));
}

TableOf<T> gate_table() {
  return make_table<T>({"gate",
                        Folder::tables,
                        "门禁分月台账",
                        "tonnes through the gate of a site, or of all sites of a firm, by one mode",
                        {"month", "site", "firm", "direction", "mode", "commodity"},
                        "",
                        {}},
                       ended({month_field(), field(&T::site, ref("site", "厂区", "site; or a firm").if_given()),
                              field(&T::firm, ref("firm", "企业", "firm, all of its sites; or a site").if_given()),
                              field(&T::direction, word("direction", "方向", "out = leaves the gate, in = enters it")),
                              field(&T::mode, word("mode", "方式", "what passes the gate; empty = truck").if_given()),
                              field(&T::commodity, commodity_info())},
                             number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9)));
}

TableOf<T> trucks_table(const char* name, const char* zh, const char* en, const char* what) {
  return make_table<T>({name, Folder::tables, zh, en, {"month", "segment", "standard", "powertrain"}, "", {}},
                       ended({month_field(), field(&T::segment, ref("segment", "车队", "segment")),
                              field(&T::standard, word("standard", "排放标准", "emission standard; empty = all").if_given()),
                              field(&T::powertrain, word("powertrain", "动力", "powertrain; empty = all").if_given())},
                             number("trucks", "辆数", what).in("vehicles").between(0, 1e7)));
}

}  // namespace

TableOf<ObservedRow> table_of(ObservedKind kind) {
  switch (kind) {
    case ObservedKind::rail:
      return rail_table();
    case ObservedKind::gate:
      return gate_table();
    case ObservedKind::cancelled:
      return trucks_table("cancellations", "分月注销", "trucks that left the register in the month, scrapped or transferred out",
                          "trucks that left in the month");
    case ObservedKind::stock:
      return trucks_table("register", "月末在册", "trucks in the register at the end of the month", "trucks at the end of the month");
  }
  RAILSHIFT_EXPECTS(false, "a kind has a table");
}

}  // namespace railshift::scenario
