#include <catch2/catch.hpp>

#include "sim/scenario/records/reading/misfits.hpp"
#include "sim/scenario/records/record_numbers.hpp"
#include "sim/scenario/records/reading/stamp.hpp"

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
