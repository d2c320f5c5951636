#include <catch2/catch.hpp>

#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/reading/stamp.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace stamp_test {

using namespace railshift;
using namespace railshift::scenario;

TEST_CASE("times are read in the forms that gates write", "[records]") {
  const Date day = make_date(2024, 3, 5);
  for (const char* text : {"2024-03-05 07:08:09", "2024-3-5 7:08", "2024/3/5 17:08:09", "2024年3月5日 7:08", "2024-03-05", "20240305",
                           "2024-03-05T07:08:09", "20240305070809"}) {
    INFO(text);
    CHECK(read_stamp(text, usual_times()) == day);
  }
}

TEST_CASE("days and times that do not exist are not read", "[records]") {
  CHECK(read_stamp("2024-02-29 10:00", usual_times()) == make_date(2024, 2, 29));
  CHECK_FALSE(read_stamp("2023-02-29 10:00", usual_times()));
  CHECK(read_stamp("2024-01-01 23:59:59", usual_times()).has_value());
  CHECK_FALSE(read_stamp("2024-01-01 24:00:00", usual_times()));
  CHECK_FALSE(read_stamp("2024-01-01 10:60", usual_times()));
  for (const char* text : {"三月五日", "45356", "05/03/2024", "2024-03", "2024-03-05 ", ""}) {
    INFO(text);
    CHECK_FALSE(read_stamp(text, usual_times()));
  }
}

TEST_CASE("a pattern covers the whole text", "[records]") {
  CHECK(read_stamp("05.03.2024", "DD.MM.YYYY") == make_date(2024, 3, 5));
  CHECK_FALSE(read_stamp("5.03.2024", "DD.MM.YYYY"));
  CHECK_FALSE(read_stamp("05.03.2024 10", "DD.MM.YYYY"));
}

TEST_CASE("shares of six decimals sum to exactly one", "[records]") {
  // thirds: 333,333 millionths each, the one that is left goes to the first of equal remainders
  CHECK(share_texts({1, 1, 1}) == std::vector<std::string>{"0.333334", "0.333333", "0.333333"});
  CHECK(share_texts({0, 5}) == std::vector<std::string>{"0.000000", "1.000000"});
}

TEST_CASE("row numbers are kept as runs", "[records]") {
  LineRanges lines;
  for (const int line : {3, 4, 5, 9, 11, 12}) lines.add(line);
  CHECK(lines.text() == "3-5, 9, 11-12");
  CHECK(lines.count() == 6);
}

TEST_CASE("without a pattern stamps are read with parts of a second, zones, and as spreadsheets count days", "[records]") {
  const Date day = make_date(2024, 1, 5);
  for (const char* text : {"2024-01-05 08:05:00.000", "2024-01-05T08:05:00+08:00", "2024-01-05T00:05:00Z", "2024/1/5", "2024/1/5 8:05",
                           "20240105", "20240105 080500", "20240105080500", "2024年1月5日", "2024年1月5日 8时5分", "2024年1月5日8时5分30秒",
                           "2024.1.5", "45296", "45296.337", "２０２４－０１－０５"}) {
    INFO(text);
    REQUIRE(usual_stamp(text));
    CHECK(usual_stamp(text)->day == day);
  }
  // half past four in the afternoon of UTC is half past midnight in UTC+8, and an evening far in the east is the afternoon here
  CHECK(usual_stamp("2023-12-31T16:30:00Z")->day == make_date(2024, 1, 1));
  CHECK(usual_stamp("2024-01-01T00:30:00+10:00")->day == make_date(2023, 12, 31));
}

TEST_CASE("what is no day is not read as one", "[records]") {
  for (const char* text : {"2023-02-29", "2024-13-01", "2024-01-05 24:00:00", "2024-01-05 08:60", "05/03/2024", "2024-03", "三月五日",
                           "12345", "99999", "", "2024-01-05 8点", "2024-01-05 08:05:00 PM", "20240230"}) {
    INFO(text);
    CHECK_FALSE(usual_stamp(text));
  }
  CHECK(usual_stamp("2024-02-29"));
}

TEST_CASE("a time is told to the second if it says seconds, and midnight is what an exported day says", "[records]") {
  CHECK(usual_stamp("2024-01-05 08:05:00")->to_second);
  CHECK(usual_stamp("20240105080500")->to_second);
  CHECK_FALSE(usual_stamp("2024-01-05 08:05")->to_second);
  CHECK_FALSE(usual_stamp("2024-01-05")->to_second);
  CHECK_FALSE(usual_stamp("2024-01-05 00:00:00")->to_second);
  CHECK(usual_stamp("2024-01-05 00:00:01")->to_second);
}

TEST_CASE("months are read with and without a year beside them", "[records]") {
  for (const char* text : {"2024-01", "2024/1", "2024.01", "202401", "2024年1月", "2024年01月份", "2024-01-01", "2024/1/31"}) {
    INFO(text);
    CHECK(usual_month(text) == make_month(2024, 1));
  }
  for (const char* text : {"2024-13", "2024", "1月", "2024-01-02", "2024-1-30"}) {
    INFO(text);
    CHECK_FALSE(usual_month(text));
  }
  CHECK(month_number("1月") == 1);
  CHECK(month_number("十二月") == 12);
  CHECK(month_number("07") == 7);
  CHECK_FALSE(month_number("13"));
  CHECK_FALSE(month_number("合计"));
  CHECK(usual_year("2024年") == 2024);
  CHECK(usual_year("2018-05-12") == 2018);
  CHECK_FALSE(usual_year("十八年"));
}

}  // namespace stamp_test
