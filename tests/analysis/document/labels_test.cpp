#include <catch2/catch.hpp>

#include "analysis/document/labels.hpp"

namespace labels_test {

using namespace railshift;
using namespace railshift::analysis::document;

TEST_CASE("an outcome stands behind its sign once, and what is no outcome has none", "[document]") {
  CHECK(badge_text("按期达到", Look::good) == "✔ 按期达到");
  CHECK(badge_text("✘ 未达到", Look::bad) == "✘ 未达到");
  CHECK(badge_text("cannot say", Look::unsure) == "？ cannot say");
  CHECK(badge_text("重点", Look::strong) == "重点");
  CHECK(badge_text("", Look::off) == "○ ");
}

TEST_CASE("sections are numbered in Chinese up to ninety-nine, in English by figures", "[document]") {
  CHECK(chinese_numeral(1) == "一");
  CHECK(chinese_numeral(10) == "十");
  CHECK(chinese_numeral(11) == "十一");
  CHECK(chinese_numeral(20) == "二十");
  CHECK(chinese_numeral(99) == "九十九");
  CHECK(numbered_title(0, "主要结论", Language::zh) == "一、主要结论");
  CHECK(numbered_title(18, "Costs", Language::en) == "19. Costs");
}

TEST_CASE("an estimate is marked in the language of the document", "[document]") {
  CHECK(estimate_mark(Language::zh) == "估算");
  CHECK(estimate_mark(Language::en) == "est.");
}

}  // namespace labels_test
