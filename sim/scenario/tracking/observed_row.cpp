#include "sim/scenario/tracking/observed_row.hpp"

#include <cctype>
#include <cmath>

#include "sim/core/contract.hpp"
#include "sim/scenario/tracking/observed_tables.hpp"

namespace railshift::scenario {
namespace {

constexpr std::size_t kYearDigits = 4, kMonthDigits = 2;
constexpr int kFirstYear = 1000;  ///< of four digits

Field<ObservedRow> month_field() {
  const auto put = [](ObservedRow& row, const Cell& cell, const FieldInfo&, Decoder& decoder) {
    if ((row.month = month_from_text(cell.text))) return;
    decoder.problem(cell.place, both("month（月份）写的是“{}”", "month is \"{}\"", cell.text),
                    {"某年某月，YYYY-MM", "a month of a year, YYYY-MM"},
                    {"写成 2024-03、2024/3 或 2024年3月", "write 2024-03, 2024/3 or 2024年3月"});
  };
  return {text("month", "月份", "month that was counted, YYYY-MM"), put};
}

using T = ObservedRow;

/// Railway ledgers say 发送 and 到达 where gates say 出 and 进.
FieldInfo direction_info(const char* en) {
  return word("direction", "方向", en)
      .of({{"in", {"进", "到达"}, static_cast<int>(StockSide::in)}, {"out", {"出", "发送"}, static_cast<int>(StockSide::out)}});
}

/// Whole trucks: what is counted has no fractions, and a share of a truck is a mean or a slip of the pen.
Field<T> trucks_field(const char* what) {
  Field<T> whole = field(&T::value, number("trucks", "辆数", what).in("vehicles").between(0, 1e7));
  const auto read = whole.put;
  whole.put = [read](T& row, const Cell& cell, const FieldInfo& info, Decoder& decoder) {
    read(row, cell, info, decoder);
    if (std::floor(row.value) != row.value) decoder.wrong(cell, info, {"写整数", "write a whole number"});
  };
  return whole;
}

Fields<T> ended(Fields<T> fields, Field<T> value) {
  fields.push_back(std::move(value));
  fields.push_back(field(&T::source, text("source", "来源", "who counted").if_given()));
  return fields;
}

FieldInfo commodity_info() { return ref("commodity", "货类", "commodity; empty = all goods").if_given(); }

TableOf<T> rail_table() {
  return make_table<T>(
      {"rail",
       Folder::tables,
       "铁路分月运量",
       "tonnes that trains load (out) or unload (in), by station or by siding",
       {"month", "station", "siding", "direction", "commodity"},
       "",
       {}},
      ended({month_field(), field(&T::stop, ref("station", "车站", "station node; or a siding").if_given()),
             field(&T::siding, ref("siding", "专用线", "siding; or a station").if_given()),
             field(&T::direction, direction_info("out = loaded (发送), in = unloaded (到达)")), field(&T::commodity, commodity_info())},
            field(&T::value, number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9))));
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
                              field(&T::direction, direction_info("out = leaves the gate, in = enters it")),
                              field(&T::mode, word("mode", "方式", "what passes the gate; empty = truck").if_given()),
                              field(&T::commodity, commodity_info())},
                             field(&T::value, number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9))));
}

TableOf<T> trucks_table(const char* name, const char* zh, const char* en, const char* what) {
  return make_table<T>({name, Folder::tables, zh, en, {"month", "segment", "standard", "powertrain"}, "", {}},
                       ended({month_field(), field(&T::segment, ref("segment", "车队", "segment")),
                              field(&T::standard, word("standard", "排放标准", "emission standard; empty = all").if_given()),
                              field(&T::powertrain, word("powertrain", "动力", "powertrain; empty = all").if_given())},
                             trucks_field(what)));
}

/// Digits at the front of a text, at most so many; they are taken off it.
std::optional<int> take_number(std::string_view& text, std::size_t most) {
  std::size_t n = 0;
  int value = 0;
  for (; n < text.size() && n <= most && std::isdigit(static_cast<unsigned char>(text[n])) != 0; ++n) value = 10 * value + (text[n] - '0');
  if (n == 0 || n > most) return std::nullopt;
  text.remove_prefix(n);
  return value;
}

bool take(std::string_view& text, std::string_view mark) {
  if (!text.starts_with(mark)) return false;
  text.remove_prefix(mark.size());
  return true;
}

}  // namespace

std::optional<Month> month_from_text(std::string_view text) {
  const auto year = take_number(text, kYearDigits);
  if (!year || *year < kFirstYear) return std::nullopt;
  const bool in_words = take(text, "年");
  if (!in_words && !take(text, "-") && !take(text, "/")) return std::nullopt;
  const auto number = take_number(text, kMonthDigits);
  if (!number || *number < 1 || *number > 12 || (in_words && !take(text, "月")) || !text.empty()) return std::nullopt;
  return make_month(*year, *number);
}

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
