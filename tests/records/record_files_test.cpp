/// Files as they really arrive: encodings, missing columns, nothing in them.
#include "tests/records/record_scene.hpp"

namespace record_files_test {

using namespace railshift;
using namespace railshift::test;

namespace {

const std::string kLog = "时间,厂区,进出,排放标准,载货\n2020-03-01 10:00,煤矿,出,国五,重\n";

void check_refused(const std::string& bytes, const std::string& place, const std::string& part) {
  const Laid laid = lay_gate(small_scenario(), bytes);
  for (const std::string& e : laid.errors) UNSCOPED_INFO(e);
  REQUIRE(laid.errors.size() == 1);
  CHECK(laid.errors.front().rfind(place + ": ", 0) == 0);
  CHECK(laid.errors.front().find(part) != std::string::npos);
  CHECK(laid.imported.tables.empty());
}

void check_one_truck(const std::string& bytes) {
  const Laid laid = lay_gate(small_scenario(), bytes);
  for (const std::string& e : laid.errors) UNSCOPED_INFO(e);
  CHECK(laid.errors.empty());
  CHECK(laid.imported.misfits.rows() == 1);  // two flows with coal leave the mine by truck: the load is told to neither
  CHECK(laid.imported.counts.find("2020,mine,out,china5,1,1,0.000,1\n") != std::string::npos);
}

/// In an encoding of iconv, with the mark that spreadsheet programs put in front.
std::string encoded(const std::string& encoding, const std::string& mark) { return mark + *encode_text(kLog, encoding); }

}  // namespace

TEST_CASE("a log is read in UTF-8 with and without mark, GBK, GB18030 and UTF-16", "[records]") {
  check_one_truck(kLog);
  check_one_truck("\xEF\xBB\xBF" + kLog);
  check_one_truck(encoded("GBK", ""));
  check_one_truck(encoded("GB18030", ""));
  check_one_truck(encoded("UTF-16LE", "\xFF\xFE"));
  check_one_truck(encoded("UTF-16BE", "\xFE\xFF"));
}

TEST_CASE("UTF-16 without its mark is refused", "[records]") {
  check_refused(encoded("UTF-16LE", ""), "record.csv:1:1", "byte order mark");
  check_refused(encoded("UTF-16BE", ""), "record.csv:1:1", "byte order mark");
}

TEST_CASE("bytes of no encoding are placed", "[records]") {
  // third row, twelfth character, in the encoding that was meant
  check_refused(kLog + "2020-03-01,\xFF,in,china5,yes\n", "record.csv:3:12", "byte 0xFF (the bytes are not UTF-8)");
  check_refused("\xEF\xBB\xBF" + kLog + "2020-03-01,\xFF,in,china5,yes\n", "record.csv:3:12", "byte 0xFF");
  check_refused(encoded("GB18030", "") + "2020-03-01,\xFF,in,china5,yes\n", "record.csv:3:12", "byte 0xFF (the bytes are not GB18030)");
}

TEST_CASE("half a character of UTF-16 at the end is refused", "[records]") {
  const std::string whole = encoded("UTF-16LE", "\xFF\xFE");
  check_refused(whole.substr(0, whole.size() - 1), "record.csv:2:27", "UTF-16LE");
}

TEST_CASE("a missing column is named with the headings that stand there", "[records]") {
  check_refused("入口,厂区,进出,排放标准,载货\n2020-03-01,煤矿,出,国五,重\n", "record.csv:1:1", "no column for time");
  check_refused("时间\t厂区\t进出\t排放标准\t载货\n", "record.csv:1:1", "separated by commas");
}

TEST_CASE("two columns for one thing are refused", "[records]") {
  check_refused("时间,厂区,进出,排放标准,载货,过车时间\n2020-03-01,煤矿,出,国五,重,2020-03-02\n", "record.csv:1:18",
                "second column for time");
}

TEST_CASE("an empty file and a million blank lines are refused as empty", "[records]") {
  check_refused("", "record.csv:1:1", "empty");
  check_refused("\xEF\xBB\xBF", "record.csv:1:1", "empty");
  check_refused(std::string(1'000'000, '\n'), "record.csv:1:1", "empty");
}

TEST_CASE("a million blank lines between rows hide nothing and rows keep their numbers", "[records]") {
  const Laid laid = lay_gate(small_scenario(), kLog + std::string(1'000'000, '\n') + "2020-03-01,煤矿,出,国九,重\n");
  CHECK(laid.errors.empty());
  CHECK(laid.imported.rows == 2);
  CHECK(laid.rows_with("国九") == "1000003");
}

TEST_CASE("a header without rows is refused", "[records]") {
  check_refused("时间,厂区,进出,排放标准,载货\n", "record.csv", "none of 0 rows");
}

TEST_CASE("an open quote is refused with its place, and rows of another length are listed", "[records]") {
  check_refused(kLog + "\"2020-03-01,煤矿,出,国五,重\n", "record.csv:3:1", "quote");
  const Laid laid = lay_gate(small_scenario(), kLog + "2020-03-01,煤矿,出\n");
  CHECK(laid.rows_with("3 cells") == "3");
}

TEST_CASE("columns that are not read are named", "[records]") {
  const Laid laid = lay_gate(small_scenario(), "车牌号,司机,时间,厂区,进出,排放标准,载货\n晋A1,某人,2020-03-01,煤矿,出,国五,重\n");
  // the plate tells rows apart
  CHECK(laid.imported.other_columns == std::vector<std::string>{"司机"});
}

}  // namespace record_files_test
