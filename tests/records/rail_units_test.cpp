/// In which unit rail figures are: what a title, a heading or a map says is read as a whole word, and what is no mass is refused.
#include <fmt/format.h>

#include "sim/scenario/records/reading/stated_unit.hpp"
#include "tests/records/record_scene.hpp"

namespace rail_units_test {

using namespace railshift;
using namespace railshift::test;
using scenario::parts_of_heading;
using scenario::parts_of_month;
using scenario::unit_in_title;

namespace {

constexpr const char* kDays = ",,,,,,,,,,,,,";

/// Months side by side, the mine's siding with the same figure in each month of 2020.
std::string side_by_side(const std::string& title, const std::string& unit, const std::string& figure) {
  std::string head = (title.empty() ? "" : title + kDays + "\n") + "专用线,品类";
  std::string row = "煤矿专用线,煤";
  for (int m = 1; m <= 12; ++m) {
    head += fmt::format(",2020年{}月{}", m, unit);
    row += "," + figure;
  }
  return head + "\n" + row + "\n";
}

/// A month a row.
std::string below(const std::string& title, const std::string& heading, const std::string& figure) {
  std::string out = (title.empty() ? "" : title + ",,,\n") + "专用线,品类,月份," + heading + "\n";
  for (int m = 1; m <= 12; ++m) out += fmt::format("煤矿专用线,煤,2020-{:02},{}\n", m, figure);
  return out;
}

/// 12 x 9,375 t are a quarter of the 450,000 t of fl-market.
bool is_quarter(const std::string& sheet, const std::string& map = "") {
  const Laid laid = lay_rail(small_scenario(), sheet, {"shares"}, {}, map);
  for (const std::string& error : laid.errors) UNSCOPED_INFO(error);
  return laid.errors.empty() &&
         laid.after.content.at("tables/chains.csv").find("\nmarket-rail,fl-market,0.250000,,,published,") != std::string::npos;
}

/// Refused with this in its message, and nothing written.
bool refused(const std::string& sheet, const std::string& part, const std::string& map = "") {
  const Laid laid = lay_rail(small_scenario(), sheet, {"shares", "observed"}, {}, map);
  return laid.imported.tables.empty() && laid.errors_say(part);
}

struct Figure {
  const char* unit;
  const char* of_9375_t;
};
const Figure kFigures[] = {{"吨", "9375"},         {"千吨", "9.375"},   {"万吨", "0.9375"}, {"百万吨", "0.009375"},
                           {"亿吨", "0.00009375"}, {"公斤", "9375000"}, {"t", "9375"},      {"kg", "9375000"}};

}  // namespace

TEST_CASE("every unit of mass is read as what it is, in the title, in a heading, behind a month and in a map", "[records]") {
  for (const auto& [unit, figure] : kFigures) {
    INFO(unit);
    const std::string in_brackets = fmt::format("({})", unit);
    CHECK(is_quarter(side_by_side(fmt::format("单位：{}", unit), "", figure)));
    CHECK(is_quarter(side_by_side("", in_brackets, figure)));
    CHECK(is_quarter(below(fmt::format("单位：{}", unit), "发送量", figure)));
    CHECK(is_quarter(below("", "发送量" + in_brackets, figure)));
    CHECK(is_quarter(below("", fmt::format("运量/{}", unit), figure)));
    CHECK(is_quarter(below("", "发送量", figure), fmt::format("unit = \"{}\"\n", unit)));
  }
}

TEST_CASE("what a heading states comes before the title, a map before the title only", "[records]") {
  CHECK(is_quarter(side_by_side("单位：吨", "(千吨)", "9.375")));
  CHECK(is_quarter(side_by_side("单位：吨", "万吨", "0.9375")));
  CHECK(is_quarter(below("单位：万吨", "运量(千吨)", "9.375")));
  CHECK(is_quarter(below("单位：万吨", "运量", "9.375"), "unit = \"千吨\"\n"));
  CHECK(is_quarter(below("", "运量(千吨)", "9.375"), "unit = \"吨\"\n"));
}

TEST_CASE("haulage, unknown words and several units at once are refused, whatever else the title says", "[records]") {
  for (const std::string unit : {"吨公里", "万吨公里", "亿吨公里", "吨/车", "车", "车、吨", "万吨/万吨公里", "实际", "吨/年"}) {
    INFO(unit);
    const std::string part = fmt::format("the tonnes are in \"{}\", which is no unit of mass", unit);
    CHECK(refused(side_by_side("单位：" + unit, "", "9375"), part));
    CHECK(refused(side_by_side("单位：吨", "(" + unit + ")", "9375"), part));
    CHECK(refused(below("单位：" + unit, "发送量", "9375"), part));
    CHECK(refused(below("单位：吨", "发送量(" + unit + ")", "9375"), part));
    CHECK(refused(below("", "发送量", "9375"), "unit is \"" + unit + "\"", "unit = \"" + unit + "\"\n"));
  }
  CHECK(refused(below("单位：吨；计量单位：万吨", "发送量", "9375"), "\"吨、万吨\""));
}

TEST_CASE("a column of one unit whose heading says another is refused in its heading", "[records]") {
  const std::string map = "[columns]\ntonnes = \"运量(千吨)\"\n";
  CHECK(refused(below("", "运量(千吨)", "9.375"), "record.csv:1:11: \"运量(千吨)\" is in 千吨, tonnes is in t", map));
  CHECK(is_quarter(below("", "运量(千吨)", "9.375"), "[columns]\namount = \"运量(千吨)\"\n"));
  // what stands in the brackets is no unit: the map says that they are tonnes
  CHECK(is_quarter(below("", "运量(实际)", "9375"), "[columns]\ntonnes = \"运量(实际)\"\n"));
}

TEST_CASE("the unit of a title is found behind its label and nowhere else", "[records]") {
  CHECK(unit_in_title("单位：万吨") == "万吨");
  CHECK(unit_in_title("2023年煤炭发送量（单位：千吨）") == "千吨");
  CHECK(unit_in_title("填报单位：某铁路局  计量单位: 百万吨  制表人：甲") == "百万吨");
  CHECK(unit_in_title("单 位：吨") == "吨");
  CHECK(unit_in_title("单位： 吨。") == "吨");
  CHECK(unit_in_title("单位为万吨2023年") == "万吨");
  CHECK(unit_in_title("单位：吨，制表人：甲，乙") == "吨");
  CHECK(unit_in_title("单位：吨，制表人：甲，万吨公里") == "吨,制表人:甲,万吨公里");
  CHECK(unit_in_title("单位：吨 单位：吨") == "吨");
  CHECK(unit_in_title("单位：吨 单位：车") == "吨");
  CHECK(unit_in_title("填报单位：某铁路局").empty());
  CHECK(unit_in_title("单位名称：某铁路局").empty());
  CHECK(unit_in_title("发送万吨以上的专用线").empty());
}

TEST_CASE("a heading is cut into its name and its unit", "[records]") {
  const auto parts = [](const auto& p) { return p.name + "|" + p.unit; };
  CHECK(parts(parts_of_heading("运量（万吨）")) == "运量|万吨");
  CHECK(parts(parts_of_heading("运量(单位：千吨)")) == "运量|千吨");
  CHECK(parts(parts_of_heading("周转量(亿吨公里)")) == "周转量|亿吨公里");
  CHECK(parts(parts_of_heading("运量/吨")) == "运量|吨");
  CHECK(parts(parts_of_heading("空车/重车")) == "空车/重车|");
  CHECK(parts(parts_of_heading("(吨)")) == "(吨)|");
  CHECK(parts(parts_of_month("2023年1月 万吨公里")) == "2023年1月|万吨公里");
  CHECK(parts(parts_of_month("2023/1")) == "2023/1|");
  CHECK(parts(parts_of_month("month")) == "mont|h");  // which is no month either
}

}  // namespace rail_units_test
