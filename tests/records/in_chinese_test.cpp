/// What an import of records says to a planner who reads Chinese.
#include <fmt/format.h>

#include "tests/records/record_scene.hpp"

namespace in_chinese_test {

using namespace railshift;
using namespace railshift::test;
using Lines = std::vector<std::string>;

namespace {

const std::string kRail = "专用线,品类,月份,发送量(吨)\n";
const std::string kRegister = "车型,排放标准,燃料,注册年份,辆数\n";
const std::string kGate = "时间,厂区,进出,排放标准,燃料,载货,货物,净重(吨)\n";

/// Twelve months of the mine's siding, May in its own words.
std::string year_with(const std::string& may) {
  std::string out = kRail;
  for (int m = 1; m <= 12; ++m) out += m == 5 ? may : fmt::format("煤矿专用线,煤,2020-{:02},9375\n", m);
  return out;
}

}  // namespace

TEST_CASE("a row that cannot be read is told in Chinese, with what helps", "[records]") {
  const Laid laid = lay_rail(small_scenario(), year_with("煤矿专用线,煤,2020-05,约九千\n"), {"shares"});
  CHECK(laid.errors_zh == Lines{"record.csv:6:17: 吨数“约九千”不是不小于 0 的数（有一行读不出，它所属的内容就不写入）；"
                                "写数，如 1250、1,250 或 12.5；加 --allow-gaps 可写入读得出的部分，数据性质记为推算"});
  CHECK(laid.notes_say("fl-market 的基年比例：第 6 行读不出；2020-05 没有行；未写入（加 --allow-gaps 可写入，数据性质记为推算）"));
  CHECK(laid.rows_with("吨数“约九千”") == "6");
}

TEST_CASE("a slip of the keyboard is told with the name that was meant", "[records]") {
  const Laid laid = lay_rail(small_scenario(), year_with("煤矿专用钱,煤,2020-05,9375\n"), {"shares"});
  CHECK(laid.rows_with("“煤矿专用钱”不是情景中的专用线；是否指“煤矿专用线”？") == "6");
}

TEST_CASE("a record of which nothing can be taken, and a column that is missing, are told in Chinese", "[records]") {
  CHECK(lay_register(kRegister + "清障车,国五,柴油,2018,4\n").errors_zh ==
        Lines{"record.csv:2:1: 车型“清障车”无法识别（在册车辆的记录要有辆数）；"
              "在列名对照表的 [words.vehicle_type] 中写 \"清障车\" = \"车队的代码\"（\"-\" 表示不采用）"});
  const Laid laid = lay_gate(small_scenario(), "入口,厂区,进出\n2020-03-01,煤矿,出\n");
  REQUIRE(laid.errors_zh.size() == 1);
  CHECK(laid.errors_zh.front().starts_with("record.csv:1:1: 缺少列 time（时间），表头为：入口, 厂区, 进出（可用的表头：time, 时间, "));
  CHECK(laid.errors_zh.front().ends_with("）；在列名对照表中指明该列：[columns] time = \"...\""));
}

TEST_CASE("what a record asks is asked in Chinese, with the answers", "[records]") {
  CHECK(lay_register(kRegister + "重型货车,国五,柴油,2017,500\n").errors_zh ==
        Lines{"record.csv: freight（货车）的本地车：记录为 500 辆，情景中为 50（与情景相差十倍以上，多半是单位不同）；"
              "改正单位；记录无误则加 --magnitude right"});
  std::string sums = kRail;
  for (int m = 1; m <= 12; ++m) sums += fmt::format("煤矿专用线,煤,2020-{:02},{}\n", m, 9375 * m);
  CHECK(lay_rail(small_scenario(), sums).errors_zh == Lines{"record.csv:2:1: sd-mine（煤矿专用线）的 coal（煤）：2020 年的 12 "
                                                            "个月只增不减，从 9375 吨到 112500 吨（这些数是不是本年累计？）；"
                                                            "--cumulative yes 取逐月之差，--cumulative no 按各月的数原样采用"});
}

TEST_CASE("what was written and what was not is told in Chinese", "[records]") {
  const Laid trucks = lay_register(kRegister + "重型货车,国五,柴油,2017,127\n大型普通客车,国五,柴油,2017,9\n");
  CHECK(trucks.errors.empty());
  CHECK(trucks.notes_say("freight（货车）：本地车记录为 127 辆，原为 50 辆；已替换其各行"));
  CHECK(trucks.notes_say("第 3 行：客车，未读"));
  std::string log = kGate + "2020-01-05,煤矿,出,国五,柴油,重,煤,30\n";
  for (int m = 1; m <= 12; ++m) log += fmt::format("2020-{:02}-15 08:00,电厂,进,国六,柴油,重,煤,{}\n", m, 10 * m);
  const Laid gate = lay_gate(small_scenario(), log);
  CHECK(gate.errors.empty());
  CHECK(gate.rows_with("mine（煤矿）出厂的重车，货类 coal（煤）：可能属于几条货流（fl-market, fl-market2, fl-plant）") == "2");
  CHECK(gate.notes_say("months and tonnes of fl-plant 2020: rows 2 may be loads of it or of another flow"));
  CHECK(gate.notes_say("fl-plant 2020 年的月度分布和吨数：第 2 行可能属于它，也可能属于别的货流；未写入"));
}

}  // namespace in_chinese_test
