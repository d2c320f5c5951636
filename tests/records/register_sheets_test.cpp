/// Register sheets as offices keep them.
#include <fmt/format.h>

#include "tests/records/record_scene.hpp"

namespace register_sheets_test {

using namespace railshift;
using namespace railshift::test;
using scenario::Repeats;

namespace {

const std::string kHeader = "车型,排放标准,燃料,注册年份,辆数,县区\n";

/// Counts of the register afterwards by standard and standing.
bool has(const Laid& laid, const std::string& part) { return laid.after.content.at("tables/register.csv").find(part) != std::string::npos; }

}  // namespace

TEST_CASE("separators, wide digits, merged types, subtotals, a total and a remark: every truck is read once", "[records]") {
  const Laid sheet = lay_register(
      "某市2019年底在册货车统计表,,,,\n\"车辆\n类型\",排放标准,燃料种类,\"注册\n年份\",辆数\n"
      "重型货车,国三,柴油,2014,\"1,250\"\n,国五,柴油,2018,880\n,国六,柴油,2019,４１０\n,国六,柴油,2018,95 \n,小计,,,2635\n合计,,,,2635\n"
      "注：数据截至2019年12月31日,,,,\n",
      "", magnitude_is_right());
  CHECK(sheet.errors.empty());
  CHECK(sheet.imported.misfits.empty());
  CHECK(sheet.notes_say("freight: 2635 local trucks by the record"));
  // the heading takes two lines
  CHECK(sheet.notes_say("rows 6-8: blank cells at the left"));
  CHECK(sheet.notes_say("rows 9-10: totals, compared with the rows above and not added"));
}

TEST_CASE("a total that is one truck off is refused with both figures", "[records]") {
  const std::string rows = kHeader + "重型货车,国五,柴油,2017,120,140121\n重型货车,国六,柴油,2019,7,140121\n";
  CHECK(lay_register(rows + "合计,,,,127,\n").errors.empty());
  const Laid wrong = lay_register(rows + "合计,,,,128,\n");
  CHECK(wrong.imported.tables.empty());
  CHECK(wrong.errors_say("合计 says 128, the rows it stands for add up to 127"));
  CHECK(lay_register(rows + "国六小计,,,,7,\n").errors.empty());
}

TEST_CASE("a count that cannot be read blocks its segment and county, and the other county is replaced", "[records]") {
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "r-5,freight,heavy,china5,diesel,2018,local,140121,30",
          "r-5,freight,heavy,china5,diesel,2018,local,140122,30");
  const std::string rows = kHeader + "重型货车,国五,柴油,2017,十二,140121\n重型货车,国五,柴油,2017,40,140122\n";
  const Laid laid = lay(files, rows, {}, "", &scenario::import_register);
  CHECK(laid.errors.empty());
  CHECK(has(laid, "r-3,freight,heavy,国三"));
  CHECK_FALSE(has(laid, "r-5,"));
  CHECK(has(laid, "140122,40,,,published,"));
  // without a county it may be any: all stays
  const Laid any =
      lay(files, kHeader + "重型货车,国五,柴油,2017,十二,\n重型货车,国五,柴油,2017,40,140122\n", {}, "", &scenario::import_register);
  CHECK(any.imported.tables.empty());
  CHECK(any.errors_say("record.csv:2:17: count \"十二\""));
}

TEST_CASE("with gaps allowed the register is derived and says which rows are missing", "[records]") {
  const Laid laid = lay_register(kHeader + "重型货车,国五,柴油,2017,十二,140121\n重型货车,国五,柴油,2018,40,140121\n", "", gaps_allowed());
  CHECK(laid.errors.empty());
  CHECK(has(laid, "140121,40,,,derived,厂区门禁 2020,as far as the record could be read; gap: row 2 could not be read"));
  CHECK_FALSE(has(laid, "published,厂区门禁"));
}

TEST_CASE("published counties that the record does not name keep their trucks, and placeholders and the prefecture give way", "[records]") {
  const Laid one = lay_register(kHeader + "重型货车,国五,柴油,2017,40,140122\n");
  CHECK(one.errors.empty());
  CHECK(has(one, "r-3,"));
  CHECK(one.notes_say("the record names no row of 140121; the rows of there stay"));
  scenario::Files files = small_scenario();
  replace(files, "tables/register.csv", "local,140121,20", "local,140100,20");
  replace(files, "tables/register.csv", "local,140121,30", "local,140100,30");
  const Laid whole = lay(files, kHeader + "重型货车,国五,柴油,2017,40,140122\n", {}, "", &scenario::import_register);
  CHECK_FALSE(has(whole, "r-3,"));
  files = small_scenario();
  replace(files, "tables/register.csv", "local,140121,20,,,published,yearbook,", "local,140121,20,10,30,assumed,,a guess");
  const Laid guessed = lay(files, kHeader + "重型货车,国五,柴油,2017,40,140122\n", {}, "", &scenario::import_register);
  CHECK_FALSE(has(guessed, "r-3,"));
  CHECK(has(guessed, "r-5,"));
  // a name is a county too, and nobody knows which code it is: all of the segment gives way
  const Laid named = lay_register(kHeader + "重型货车,国五,柴油,2017,40,小店区\n");
  CHECK(named.errors.empty());
  CHECK(has(named, ",小店区,40,"));
  CHECK_FALSE(has(named, "r-3,"));
}

TEST_CASE("of a code and a name beside each other one is read, and of the year and the day too", "[records]") {
  const Laid laid = lay_register(
      "县区,县区代码,车辆类型代码,车辆类型,排放标准,燃料,注册日期,注册年份,辆数\n小店区,140105,H11,重型普通货车,国五,柴油,2017-05-12,2017,"
      "40\n");
  CHECK(laid.errors.empty());
  CHECK(has(laid, "rg-freight-2017-china5-diesel-140105,"));
  CHECK(laid.imported.other_columns == std::vector<std::string>{"县区", "车辆类型代码", "注册日期"});
}

TEST_CASE("several vehicle types of one segment are added, with codes of the vehicle administration", "[records]") {
  const Laid laid = lay_register(kHeader +
                                 "H11,国五,B,2017,12,\n重型厢式货车,国V,柴油,2017,5,\nH17 重型自卸货车,GB17691-2005国Ⅴ,柴油,2017,3,\n"
                                 "Q11,5,B,2017,1,\nK11,国五,柴油,2017,900,\n");
  CHECK(laid.errors.empty());
  CHECK(has(laid, "rg-freight-2017-china5-diesel,freight,heavy,china5,diesel,2017,local,,21,"));
  CHECK(laid.notes_say("rows 6: a bus or car, not read"));
  const Laid named = lay_register(kHeader + "仓栅车,国五,柴油,2017,12,\n厢式车,国五,柴油,2017,5,\n",
                                  "[words.vehicle_type]\n\"仓栅车\" = \"freight\"\n\"厢式车\" = \"freight\"\n");
  CHECK(has(named, "local,,17,"));
}

TEST_CASE("register rows equal in all cells are asked", "[records]") {
  const std::string twice = kHeader + "重型货车,国五,柴油,2017,60,\n重型货车,国五,柴油,2017,60,\n";
  CHECK(lay_register(twice).errors_say("--repeats once"));
  CHECK(has(lay_register(twice, "", repeats_are(Repeats::once)), "local,,60,"));
  CHECK(has(lay_register(twice, "", repeats_are(Repeats::add)), "local,,120,"));
}

TEST_CASE("ten times the trucks that stand, or a tenth of them, is asked", "[records]") {
  // 50 trucks stand
  CHECK(lay_register(kHeader + "重型货车,国五,柴油,2017,499,\n").errors.empty());
  CHECK(lay_register(kHeader + "重型货车,国五,柴油,2017,500,\n").errors_say("local trucks of freight: 500 trucks in the record, 50"));
  CHECK_FALSE(lay_register(kHeader + "重型货车,国五,柴油,2017,6,\n").errors_say("--magnitude right"));
  CHECK(lay_register(kHeader + "重型货车,国五,柴油,2017,5,\n").errors_say("--magnitude right"));
  CHECK(lay_register(kHeader + "重型货车,国五,柴油,2017,500,\n", "", magnitude_is_right()).errors.empty());
}

TEST_CASE("a year of registration may be a day of it", "[records]") {
  for (const std::string year : {"2017", "2017年", "2017-05-12", "2017/5/12", "20170512", "２０１７"}) {
    INFO(year);
    CHECK(has(lay_register(kHeader + "重型货车,国五,柴油," + year + ",60,\n"), "rg-freight-2017-"));
  }
}

}  // namespace register_sheets_test
