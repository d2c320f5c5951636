/// Monthly rail figures: what is read in whatever form, what is asked, and what a row that cannot be read blocks.
#include <fmt/format.h>

#include "tests/records/record_scene.hpp"

namespace rail_questions_test {

using namespace railshift;
using namespace railshift::test;
using scenario::Cumulative;
using scenario::Repeats;

namespace {

const std::string kHeader = "专用线,品类,月份,发送量(吨)\n";

/// The mine's siding, 9,375 t in each month of 2020: 112,500 t, a quarter of the 450,000 t of fl-market. One month may say something else.
std::string year_with(int special, const std::string& row) {
  std::string out = kHeader;
  for (int m = 1; m <= 12; ++m) out += m == special ? row : fmt::format("煤矿专用线,煤,2020-{:02},9375\n", m);
  return out;
}

bool quarter(const Laid& laid, const std::string& standing) {
  return laid.after.content.at("tables/chains.csv").find("\nmarket-rail,fl-market,0.250000,,," + standing + ",") != std::string::npos;
}

scenario::Answers cumulative(Cumulative answer) {
  scenario::Answers answers;
  answers.cumulative = answer;
  return answers;
}

/// Months of 2020 with these tonnes.
std::string months(const std::vector<int>& tonnes) {
  std::string out = kHeader;
  for (std::size_t m = 0; m < tonnes.size(); ++m) out += fmt::format("煤矿专用线,煤,2020-{:02},{}\n", m + 1, tonnes[m]);
  return out;
}

}  // namespace

TEST_CASE("a month that cannot be read blocks the siding's year: neither share nor observed value, exit with its place", "[records]") {
  for (const std::string row : {"煤矿专用线,煤,2020-05,约九千\n", "煤矿专用线,煤,2020-05,\n", "煤矿专用线,煤,五月,9375\n",
                                "煤矿专用线,焦炭,2020-05,9375\n", "煤矿专用钱,煤,2020-05,9375\n", "煤矿专用线,煤,2020-05\n"}) {
    INFO(row);
    const Laid laid = lay_rail(small_scenario(), year_with(5, row));
    CHECK(laid.imported.tables.empty());
    REQUIRE(laid.errors.size() == 1);
    CHECK(laid.errors.front().rfind("record.csv:6:", 0) == 0);
    CHECK(laid.errors_say("a row that cannot be read blocks what it belongs to"));
    CHECK(laid.errors_say("--allow-gaps"));
  }
}

TEST_CASE("with gaps allowed the rest is derived and says its gap, never published", "[records]") {
  // 11 x 9,375 t = 103,125 t of 450,000 t
  const Laid laid = lay_rail(small_scenario(), year_with(5, "煤矿专用线,煤,2020-05,约九千\n"), {"shares", "observed"}, gaps_allowed());
  CHECK(laid.errors.empty());
  CHECK(laid.has_line("tables/chains.csv",
                      "market-rail,fl-market,0.229167,,,derived,厂区门禁 2020,103125 t at sd-mine in 2020 / 450000 t of the "
                      "flow; gap: row 6 could not be read; no row in 2020-05"));
  const std::string observed = laid.after.content.at("tables/observed.csv");
  CHECK(observed.find(
            "ob-rail-coal-2020-04,rail_tonnes,commodity=coal,2020-04,9375,t,厂区门禁 2020; derived; gap: row 6 could not be read") !=
        std::string::npos);
}

TEST_CASE("a month without a row is a gap of the siding and not 0 t, a month with 0 t is none", "[records]") {
  // another siding has the month, so that the year as a whole is there
  scenario::Files files = small_scenario();
  files.content["tables/sidings.csv"] += "sd-two,二号线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n";
  const std::string other = "二号线,煤,2020-05,1\n";
  const Laid without = lay_rail(files, year_with(5, "") + other, {"shares"});
  CHECK(without.errors.empty());
  CHECK(without.imported.tables.empty());
  CHECK(without.notes_say("base shares of fl-market: no row in 2020-05; not written (--allow-gaps writes it as derived)"));
  const Laid nothing = lay_rail(small_scenario(), year_with(5, "煤矿专用线,煤,2020-05,0\n"), {"shares"});
  CHECK(nothing.errors.empty());
  CHECK(nothing.after.content.at("tables/chains.csv").find("market-rail,fl-market,0.229167,,,published,") != std::string::npos);
}

TEST_CASE("rows of a siding that the scenario has not, or that a map leaves out, block nothing", "[records]") {
  CHECK(quarter(lay_rail(small_scenario(), year_with(0, "") + "铝厂专用线,煤,2020-05,99\n", {"shares"}), "published"));
  CHECK(quarter(lay_rail(small_scenario(), year_with(0, "") + "煤矿专用线,焦炭,2020-05,99\n", {"shares"}, {},
                         "[words.commodity]\n\"焦炭\" = \"-\"\n"),
                "published"));
}

TEST_CASE("figures are read as people type them: separators, wide digits, blanks", "[records]") {
  for (const std::string tonnes : {"\"9,375\"", "９３７５", "\"９，３７５\"", " 9375 ", "9375.0", "+9375"}) {
    INFO(tonnes);
    const Laid laid = lay_rail(small_scenario(), year_with(7, "煤矿专用线,煤,2020-07," + tonnes + "\n"), {"shares"});
    CHECK(laid.errors.empty());
    CHECK(quarter(laid, "published"));
  }
  // 93,75 is no number of thousands, and nobody knows what it is
  CHECK(lay_rail(small_scenario(), year_with(7, "煤矿专用线,煤,2020-07,\"93,75\"\n"), {"shares"}).errors_say("tonnes \"93,75\""));
}

TEST_CASE("months are read in the forms of offices, in a year that stands beside or above them", "[records]") {
  for (const std::string month : {"2020/7", "202007", "2020年7月", "2020年07月份", "2020.7", "2020-07-01", "2020-07-31", "44013"}) {
    INFO(month);
    CHECK(quarter(lay_rail(small_scenario(), year_with(7, "煤矿专用线,煤," + month + ",9375\n"), {"shares"}), "published"));
  }
  // a day inside a month is no month
  CHECK(lay_rail(small_scenario(), year_with(7, "煤矿专用线,煤,2020-07-15,9375\n"), {"shares"}).errors_say("month \"2020-07-15\""));
  std::string beside = "专用线,品类,年份,月份,吨\n";
  std::string above = "2020年煤炭铁路发送量,,,\n单位：吨,,,\n专用线,品类,月份,发送量\n";
  for (int m = 1; m <= 12; ++m) {
    beside += fmt::format("煤矿专用线,煤,2020年,{}月,9375\n", m);
    above += fmt::format("煤矿专用线,煤,{}月,9375\n", m);
  }
  CHECK(quarter(lay_rail(small_scenario(), beside, {"shares"}), "published"));
  // the day on which the sheet was made is no year of its months
  CHECK(quarter(lay_rail(small_scenario(), "制表日期：2021年1月5日,,,\n" + above, {"shares"}), "published"));
  CHECK(lay_rail(small_scenario(), "2021年1月5日,,,\n" + above.substr(above.find("单位")), {"shares"})
            .errors_say("month \"1月\" cannot be read"));
  CHECK(quarter(lay_rail(small_scenario(), above, {"shares"}), "published"));
}

TEST_CASE("months side by side are months, with the unit of the heading or the title", "[records]") {
  const auto table = [](const std::string& title, const std::string& unit, const std::string& cell, const std::string& last) {
    std::string head = title + "专用线,品类";
    std::string row = "煤矿专用线,煤";
    for (int m = 1; m <= 12; ++m) {
      head += fmt::format(",2020年{}月{}", m, unit);
      row += "," + (m == 12 ? last : cell);
    }
    return head + "\n" + row + "\n";
  };
  CHECK(quarter(lay_rail(small_scenario(), table("", "(吨)", "9375", "9375"), {"shares"}), "published"));
  CHECK(quarter(lay_rail(small_scenario(), table("", "（万吨）", "0.9375", "0.9375"), {"shares"}), "published"));
  CHECK(quarter(lay_rail(small_scenario(), table("单位：万吨,,,,,,,,,,,,,\n", "", "0.9375", "0.9375"), {"shares"}), "published"));
  CHECK(lay_rail(small_scenario(), table("", "", "9375", "9375"), {"shares"}).errors_say("the tonnes have no unit"));
  // December is not there yet: eleven months are no year
  const Laid open = lay_rail(small_scenario(), table("", "(吨)", "9375", ""), {"shares"});
  CHECK(open.errors.empty());
  CHECK(open.imported.tables.empty());
  CHECK(open.notes_say("no row in 2020-12"));
}

TEST_CASE("a merged siding is carried down and said, a cell beside a filled one is not", "[records]") {
  std::string merged = kHeader + "煤矿专用线,煤,2020-01,9375\n";
  for (int m = 2; m <= 12; ++m) merged += fmt::format(",,2020-{:02},9375\n", m);
  const Laid laid = lay_rail(small_scenario(), merged, {"shares"});
  CHECK(laid.errors.empty());
  CHECK(quarter(laid, "published"));
  CHECK(laid.notes_say("rows 3-13: blank cells at the left, as merged cells leave them, read as the row above"));
  // the siding stands there, so that nothing says that the goods were merged
  CHECK(lay_rail(small_scenario(), year_with(5, "煤矿专用线,,2020-05,9375\n"), {"shares"}).errors_say("commodity \"\""));
}

TEST_CASE("a total is compared with its rows and not added, a wrong one is refused with both figures", "[records]") {
  const Laid right =
      lay_rail(small_scenario(), year_with(0, "") + "煤矿专用线,煤,合计,112500\n合计,,,112500\n注：不含外运,,,\n", {"shares"});
  CHECK(right.errors.empty());
  CHECK(quarter(right, "published"));
  CHECK(right.notes_say("rows 14-15: totals"));
  CHECK(right.notes_say("row 16: a remark"));
  const Laid wrong = lay_rail(small_scenario(), year_with(0, "") + "合计,,,112501\n", {"shares"});
  CHECK(wrong.imported.tables.empty());
  CHECK(wrong.errors_say("record.csv:14:6: 合计 says 112501, the rows it stands for add up to 112500"));
}

TEST_CASE("totals of a month over sidings, of a siding over months and of quarters are known as totals", "[records]") {
  scenario::Files files = small_scenario();
  files.content["tables/sidings.csv"] += "sd-two,二号线,mine,s-mine,2000-01-01,2001-01-01,10000,2,fence,0,3500,5,8000,12000,assumed,,r\n";
  std::string sheet = kHeader;
  for (const std::string siding : {"煤矿专用线", "二号线"}) {
    for (int m = 1; m <= 12; ++m) {
      sheet += fmt::format("{},煤,2020-{:02},9375\n", siding, m);
      if (m % 3 == 0) sheet += fmt::format("{},煤,第{}季度,28125\n", siding, m / 3);
      if (m == 12) sheet += fmt::format("{},煤,下半年,56250\n", siding);
    }
    sheet += siding + ",煤,合计,112500\n";
  }
  for (int m = 1; m <= 12; ++m) sheet += fmt::format("合计,煤,2020-{:02},18750\n", m);
  sheet += "总计,,,225000\n";
  const Laid laid = lay_rail(files, sheet, {"shares"});
  CHECK(laid.errors.empty());
  CHECK(laid.imported.rows == 24);
  CHECK(quarter(laid, "published"));
  const Laid wrong = lay_rail(files, sheet + "合计,煤,2020-03,18751\n", {"shares"});
  CHECK(wrong.errors_say("合计 says 18751, the rows it stands for add up to 18750"));
}

TEST_CASE("rows equal in all cells are asked where nothing tells them apart, and the answer is obeyed", "[records]") {
  const std::string twice = year_with(0, "") + "煤矿专用线,煤,2020-12,9375\n";
  const Laid asked = lay_rail(small_scenario(), twice);
  CHECK(asked.imported.tables.empty());
  REQUIRE(asked.errors.size() == 1);
  CHECK(asked.errors_say("record.csv:14:1: a row that is equal to a row above in all cells"));
  CHECK(asked.errors_say("--repeats once counts them once, --repeats add adds them"));
  CHECK(quarter(lay_rail(small_scenario(), twice, {"shares"}, repeats_are(Repeats::once)), "published"));
  // 13 x 9,375 t = 121,875 t of 450,000 t
  const Laid added = lay_rail(small_scenario(), twice, {"shares"}, repeats_are(Repeats::add));
  CHECK(added.after.content.at("tables/chains.csv").find("market-rail,fl-market,0.270833,") != std::string::npos);
}

TEST_CASE("rows equal in what is read only are added, a slip number that repeats is one thing", "[records]") {
  std::string parts = "货票号,专用线,品类,月份,吨\n";
  for (int m = 1; m <= 12; ++m) parts += fmt::format("A{0},煤矿专用线,煤,2020-{0:02},4687.5\nB{0},煤矿专用线,煤,2020-{0:02},4687.5\n", m);
  CHECK(quarter(lay_rail(small_scenario(), parts, {"shares"}), "published"));
  const Laid again = lay_rail(small_scenario(), parts + "B12,煤矿专用线,煤,2020-12,4687.5\n", {"shares"});
  CHECK(again.errors.empty());
  CHECK(quarter(again, "published"));
  CHECK(again.notes_say("row 26: equal to a row above in all cells, with a plate, a slip number or a time to the second: counted once"));
}

TEST_CASE("figures that never fall within a year are asked for being cumulative", "[records]") {
  // 9,375 t a month as sums since January
  const std::string sums = months({9375, 18750, 28125, 37500, 46875, 56250, 65625, 75000, 84375, 93750, 103125, 112500});
  const Laid asked = lay_rail(small_scenario(), sums);
  CHECK(asked.imported.tables.empty());
  CHECK(asked.errors_say("12 months of 2020 that never fall, from 9375 t to 112500 t"));
  CHECK(asked.errors_say("--cumulative yes"));
  CHECK(quarter(lay_rail(small_scenario(), sums, {"shares"}, cumulative(Cumulative::yes)), "published"));
  // as they stand: 731,250 t, more than the flow has
  CHECK(lay_rail(small_scenario(), sums, {"shares"}, cumulative(Cumulative::no)).rows_with("more rail tonnes than the flow has") == "2-13");
  // three months that rise are asked, two are not; nor are months that fall once, nor even ones
  CHECK(lay_rail(small_scenario(), months({9000, 9100, 9200}), {"observed"}).errors_say("never fall"));
  CHECK(lay_rail(small_scenario(), months({9000, 9100}), {"observed"}).errors.empty());
  CHECK(lay_rail(small_scenario(), months({9000, 9100, 9050}), {"observed"}).errors.empty());
  CHECK(lay_rail(small_scenario(), months({9000, 9000, 9000}), {"observed"}).errors.empty());
  CHECK(lay_rail(small_scenario(), months({9000, 9000, 9000, 9100}), {"observed"}).errors.empty());
  CHECK(lay_rail(small_scenario(), months({9000, 9100, 9050}), {"observed"}, cumulative(Cumulative::yes))
            .errors_say("9050 t in 2020-03 after 9100 t"));
}

TEST_CASE("a sum since January whose month before is missing cannot be told: a gap, and no published share", "[records]") {
  const Laid laid =
      lay_rail(small_scenario(), kHeader + "煤矿专用线,煤,2020-01,9375\n煤矿专用线,煤,2020-03,28125\n煤矿专用线,煤,2020-04,37500\n",
               {"shares"}, cumulative(Cumulative::yes));
  CHECK(laid.imported.tables.empty());
  CHECK(laid.notes_say("the record has no row in 2020-02, 2020-03, 2020-05"));
}

TEST_CASE("no part writes more than a siding can load: its upper bound on every day", "[records]") {
  // 12,000 t on each of 31 days are 372,000 t
  CHECK(lay_rail(small_scenario(), kHeader + "煤矿专用线,煤,2021-01,372000\n", {"observed"}, magnitude_is_right()).errors.empty());
  const Laid more = lay_rail(small_scenario(), kHeader + "煤矿专用线,煤,2021-01,372001\n", {"observed"}, magnitude_is_right());
  CHECK(more.imported.tables.empty());
  CHECK(more.errors_say("the siding moves at most 372000 t a month: 12000 t on each of 31 days"));
  // tonnes under 万吨
  CHECK(lay_rail(small_scenario(), "专用线,品类,月份,运量(万吨)\n煤矿专用线,煤,2021-01,9375\n")
            .errors_say("are the figures under 万吨 tonnes?"));
}

TEST_CASE("an observed value that stands with a tenth of the new one is asked about", "[records]") {
  scenario::Files files = small_scenario();
  files.content["tables/observed.csv"] += "ob-rail-coal-2021-01,rail_tonnes,commodity=coal,2021-01,937.5,t,old\n";
  const std::string january = kHeader + "煤矿专用线,煤,2021-01,";
  CHECK(lay_rail(files, january + "9374\n", {"observed"}).errors.empty());
  CHECK(lay_rail(files, january + "9375\n", {"observed"}).errors_say("in 2021-01: 9375 t in the record, 938 in the scenario"));
  CHECK(lay_rail(files, january + "9375\n", {"observed"}, magnitude_is_right()).errors.empty());
}

TEST_CASE("a tenth of what stands, or ten times it, is asked for shares and observed values alike", "[records]") {
  // the base shares put 0.4 x 450,000 t = 180,000 t a year on the siding: a tenth are 1,500 t a month
  for (const std::set<std::string>& parts : {std::set<std::string>{"shares"}, {"observed"}}) {
    CHECK(lay_rail(small_scenario(), months(std::vector<int>(12, 1501)), parts).errors.empty());
    const Laid little = lay_rail(small_scenario(), months(std::vector<int>(12, 1500)), parts);
    CHECK(little.imported.tables.empty());
    CHECK(little.errors_say("coal of sd-mine in 2020: 18000 t a year in the record, 180000 in the scenario"));
    CHECK(lay_rail(small_scenario(), months(std::vector<int>(12, 1500)), parts, magnitude_is_right()).errors.empty());
  }
}

}  // namespace rail_questions_test
