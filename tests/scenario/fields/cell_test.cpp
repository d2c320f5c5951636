#include "sim/scenario/fields/cell.hpp"

#include <catch2/catch.hpp>

#include "sim/scenario/toml/toml_reader.hpp"
#include "tests/support/in_chinese.hpp"

namespace cell_test {

using namespace railshift;
using namespace railshift::scenario;

namespace {

/// One decoding: the value, if there is one, and what was said.
template <class T>
struct Outcome {
  T value;
  std::vector<Problem> said;
};

KeyBook book() {
  KeyBook keys;
  keys.add("sites", {"mine", "plant"});
  return keys;
}

template <class T>
Outcome<T> decoded(const Cell& cell, const FieldInfo& info, T start = {}) {
  const KeyBook keys = book();
  Problems problems;
  Decoder decoder(keys, problems);
  T value = start;
  decode(value, cell, info, decoder);
  for (const Problem& problem : problems.as_added()) test::require_chinese(problem);
  return {value, problems.sorted()};
}

Cell plain(const std::string& text) { return {text, {"t.csv", 2, 5}}; }

/// A value of a TOML file, which knows its kind.
struct TomlValue {
  Problems problems;
  TomlNode root;
  explicit TomlValue(const std::string& value) : root(read_toml("x = " + value + "\n", "s.toml", problems)) { REQUIRE(problems.empty()); }
  [[nodiscard]] Cell cell() const { return Cell::from(*root.find("x")); }
};

/// The value that a number's text stands for; nothing if it was refused.
std::optional<double> number_of(const std::string& text, const FieldInfo& info) {
  const auto out = decoded<double>(plain(text), info, -99.0);
  CHECK(out.said.empty() == (out.value != -99.0));
  return out.said.empty() ? std::optional(out.value) : std::nullopt;
}

std::string advice(const std::string& text, const FieldInfo& info) {
  const auto out = decoded<double>(plain(text), info);
  REQUIRE(out.said.size() == 1);
  return out.said[0].accept.en;
}

const FieldInfo kLength = number("km", "长度", "length").in("km");

}  // namespace

TEST_CASE("numbers are plain decimals within their bounds, both bounds included", "[scenario]") {
  CHECK(number_of("12.5", kLength) == 12.5);
  CHECK(number_of("0", kLength.at_least(0)) == 0.0);
  CHECK_FALSE(number_of("-0.001", kLength.at_least(0)));
  CHECK(number_of("1", share("s", "", "")) == 1.0);
  CHECK_FALSE(number_of("1.001", share("s", "", "")));
  CHECK_FALSE(number_of("nan", kLength));
  CHECK_FALSE(number_of("1e400", kLength));
}

TEST_CASE("a text that is no plain decimal is answered with what to write", "[scenario]") {
  CHECK(advice("85%", kLength) == "write 0.85");
  CHECK(advice("12,500", kLength) == "write 12500 (no thousands separators)");
  CHECK(advice("１２", kLength) == "write half-width digits: 12");
  CHECK(advice("约30", kLength) == "write a plain decimal number, for example 12.5");
  CHECK(advice("30左右", kLength) == "write the number alone, without \"左右\", in km");
  CHECK(advice("twelve", kLength) == "write a plain decimal number, for example 12.5");
  CHECK(advice("2", share("s", "", "")) == "write a value in this range");
}

TEST_CASE("tonnes may be counted in ten thousands, other numbers may not", "[scenario]") {
  const FieldInfo t = tonnes("t", "吨", "tonnes");
  CHECK(number_of("12.5万吨", t) == 125'000.0);
  CHECK(number_of("12.5吨", t) == 12.5);
  CHECK(number_of("12.5", t) == 12.5);
  CHECK_FALSE(number_of("万吨", t));
  CHECK_FALSE(number_of("12.5万吨", kLength));
  CHECK(decoded<Kilograms>(plain("1.5"), t).value == Kilograms{1500});
}

TEST_CASE("a number may carry a unit word of its column, and is counted in the column's unit", "[scenario]") {
  const FieldInfo t = tonnes("t", "吨", "tonnes");
  CHECK(number_of("0.012亿吨", t) == 1'200'000.0);
  CHECK(number_of("3百万吨", t) == 3'000'000.0);
  CHECK(number_of("12.5 万吨/年", t.in("t/year")) == 125'000.0);
  CHECK(number_of("0.85", t.in("share or t/year")) == 0.85);
  CHECK(number_of("400吨/天", t.in("t/d")) == 400.0);
  CHECK(number_of("3公里", kLength) == 3.0);
  CHECK(number_of("500米", kLength) == 0.5);
  CHECK(number_of("30分钟", number("h", "", "").in("h")) == 0.5);
  CHECK(number_of("30分钟", number("m", "", "").in("min")) == 30.0);
  CHECK(number_of("1.5小时", number("m", "", "").in("min")) == 90.0);
  CHECK(number_of("15天", number("d", "", "").in("d")) == 15.0);
  CHECK(number_of("6万吨", t.in("share or t/year")) == 60000.0);
  CHECK(number_of("400吨", t.in("t/day")) == 400.0);
  CHECK_FALSE(number_of("400吨/天", t.in("t/year")));
  CHECK_FALSE(number_of("400吨/年", t));
  CHECK(number_of("0.3元/吨公里", number("y", "", "").in("yuan/t-km")) == 0.3);
  CHECK(number_of("9元/吨", number("y", "", "").in("yuan/t")) == 9.0);
  CHECK_FALSE(number_of("12001公里", kLength.between(0, 12000)));  // the limits hold all the same
}

TEST_CASE("a unit of another column is refused by its name, with what to write", "[scenario]") {
  CHECK(advice("12.5万吨", kLength) == "\"万吨\" is no unit of this column: write the number alone, in km");
  CHECK(advice("9元/吨", number("y", "", "").in("yuan/t-km")) ==
        "\"元/吨\" is no unit of this column: write the number alone, in yuan/t-km");
  CHECK(advice("400万吨", number("low", "", "")) == "write 4000000, without \"万吨\"");
  // of hours without a unit nobody knows what is meant
  CHECK(advice("30分钟", number("low", "", "")) == "write the number alone, without \"分钟\"");
  CHECK(advice("3公里", number("low", "", "")) == "write the number alone, without \"公里\"");
  CHECK(decoded<int>(plain("20辆"), integer("n", "", "")).said.at(0).accept.en == "write 20, without \"辆\"");
  CHECK(decoded<int>(plain("2小时"), integer("n", "", "").in("min")).said.at(0).accept.en == "write 120, without \"小时\"");
  CHECK(decoded<int>(plain("２０"), integer("n", "", "")).said.at(0).accept.en == "write half-width digits: 20");
}

TEST_CASE("whole numbers have no point, and one of two is 0 or 1", "[scenario]") {
  CHECK(decoded<int>(plain("7"), integer("n", "", "")).value == 7);
  CHECK(decoded<int>(plain("7.0"), integer("n", "", "")).said.size() == 1);
  CHECK(decoded<int>(plain("8"), integer("n", "", "").between(1, 7)).said.size() == 1);
  CHECK(decoded<int>(plain("2147483647"), integer("n", "", "")).value == 2147483647);
  CHECK(decoded<int>(plain("2147483648"), integer("n", "", "")).said.size() == 1);
  const FieldInfo either = make_info(FieldType::zero_one, "d", "", "");
  CHECK(decoded<int>(plain("1"), either).value == 1);
  CHECK(decoded<int>(plain("2"), either).said.at(0).accept.en == "write 0 or 1");
  CHECK(decoded<std::uint32_t>(plain("4294967295"), integer("n", "", "")).value == 4294967295U);
  CHECK(decoded<std::uint32_t>(plain("4294967296"), integer("n", "", "")).said.size() == 1);
  CHECK(decoded<std::uint32_t>(plain("-1"), integer("n", "", "")).said.size() == 1);
}

TEST_CASE("yes and no may be said in Chinese, 0 and 1 only where they are asked for", "[scenario]") {
  const FieldInfo info = yes_no("bulk", "", "");
  CHECK(decoded<bool>(plain("是"), info).value);
  CHECK(decoded<bool>(plain("yes"), info).value);
  CHECK_FALSE(decoded<bool>(plain("否"), info, true).value);
  CHECK(decoded<bool>(plain("1"), info).said.at(0).accept.en == "write yes or no");
  CHECK(decoded<bool>(plain("1"), make_info(FieldType::zero_one, "d", "", "")).value);
  CHECK(decoded<bool>(plain("yes"), make_info(FieldType::zero_one, "d", "", "")).said.size() == 1);
}

TEST_CASE("a day exists and stands in TOML without quotes", "[scenario]") {
  const FieldInfo info = date("from", "", "");
  CHECK(decoded<Date>(plain("2024-02-29"), info).value == make_date(2024, 2, 29));
  CHECK(decoded<Date>(plain("2023-02-29"), info).said.at(0).accept.en == "write a day that exists, as 2024-12-31");
  CHECK(decoded<Date>(TomlValue("2024-12-31").cell(), info).value == make_date(2024, 12, 31));
  CHECK(decoded<Date>(TomlValue("\"2024-12-31\"").cell(), info).said.at(0).accept.en == "write the date without quotes: 2024-12-31");
}

TEST_CASE("a number of TOML stands without quotes, a text with them", "[scenario]") {
  CHECK(decoded<double>(TomlValue("0.9").cell(), kLength).value == 0.9);
  CHECK(decoded<double>(TomlValue("\"0.9\"").cell(), kLength).said.at(0).accept.en == "write the number without quotes: 0.9");
  CHECK(decoded<std::string>(TomlValue("\"a\"").cell(), text("x", "", "")).value == "a");
  CHECK(decoded<std::string>(TomlValue("3").cell(), text("x", "", "")).said.at(0).accept.en == "write text in quotes");
  CHECK(decoded<double>(TomlValue("[1]").cell(), kLength).said.at(0).found.en == "km is a list");
}

TEST_CASE("ids have lower-case letters, digits and three signs, those of clauses capitals too", "[scenario]") {
  const FieldInfo info = id("site_id", "", "");
  for (const std::string good : {"a", "st-mine_2.b", "9"}) CHECK(decoded<std::string>(plain(good), info).value == good);
  for (const std::string bad : {"A", "a b", "矿", "a/b"}) CHECK(decoded<std::string>(plain(bad), info).said.size() == 1);
  CHECK(decoded<std::string>(plain("TY-11"), info.any_case()).value == "TY-11");
}

TEST_CASE("a reference is the rank of an id, and one into a table that could not be read is not judged", "[scenario]") {
  const KeyBook keys = book();
  Problems problems;
  Decoder decoder(keys, problems);
  const FieldInfo info = ref("site_id", "", "");
  CHECK(decoder.reference(plain("plant"), info.into("sites")) == 1U);
  CHECK(problems.empty());
  CHECK_FALSE(decoder.reference(plain("plant"), info.into("firms")));
  CHECK(problems.empty());
  CHECK_FALSE(decoder.reference(plain("plan"), info.into("sites")));
  REQUIRE(problems.size() == 1);
  CHECK(to_string(problems.sorted()[0]) == "t.csv:2:5: site_id is \"plan\" (an id of sites); did you mean \"plant\"?");
}

TEST_CASE("an empty cell is missed where a value is required and nowhere else", "[scenario]") {
  const KeyBook keys = book();
  Problems problems;
  Decoder decoder(keys, problems);
  CHECK_FALSE(decoder.is_there(plain(""), kLength.optional()));
  CHECK(problems.empty());
  CHECK(decoder.is_there(plain("x"), kLength));
  Cell absent = plain("");
  absent.absent = true;
  CHECK_FALSE(decoder.is_there(absent, kLength));
  CHECK(problems.empty());  // the missing column was told once
  CHECK_FALSE(decoder.is_there(plain(""), kLength));
  CHECK(problems.size() == 1);
}

TEST_CASE("a step of a duty has a day and a level and nothing else", "[scenario]") {
  const FieldInfo info = make_info(FieldType::steps, "steps", "", "");
  const auto good = decoded<RequiredStep>(TomlValue("{due = 2024-12-31, level = 0.85}").cell(), info);
  CHECK(good.said.empty());
  CHECK(good.value.due == make_date(2024, 12, 31));
  CHECK(good.value.level == 0.85);
  CHECK(decoded<RequiredStep>(TomlValue("{due = 2024-12-31}").cell(), info).said.at(0).found.en == "key \"level\" is missing");
  CHECK(decoded<RequiredStep>(TomlValue("{due = 2024-12-31, level = 1.1}").cell(), info).said.size() == 1);
  CHECK(decoded<RequiredStep>(TomlValue("{due = 2024-12-31, level = 1, levl = 1}").cell(), info).said.at(0).accept.en ==
        "did you mean \"level\"?");
  CHECK(decoded<RequiredStep>(TomlValue("0.85").cell(), info).said.size() == 1);
}

}  // namespace cell_test
