#include <string>

#include <catch2/catch.hpp>

#include "sim/core/text.hpp"

namespace text_test {

using namespace railshift;

TEST_CASE("strict UTF-8 refuses overlong forms, surrogates, values above the last code point and cut-off characters", "[core]") {
  CHECK_FALSE(first_bad_utf8("coal 煤 \xF0\x9F\x9A\x9B"));
  CHECK(first_bad_utf8("ab\xC0\xAF") == 2);         // overlong '/'
  CHECK(first_bad_utf8("\xE0\x80\xAF") == 0);       // overlong in three bytes
  CHECK(first_bad_utf8("\xED\xA0\x80") == 0);       // surrogate
  CHECK_FALSE(first_bad_utf8("\xED\x9F\xBF"));      // last character before the surrogates
  CHECK(first_bad_utf8("\xF4\x90\x80\x80") == 0);   // above U+10FFFF
  CHECK_FALSE(first_bad_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF itself
  CHECK(first_bad_utf8("x\xE7\x85") == 1);          // cut off
  CHECK(first_bad_utf8("\xC3\xBA\xBF") == 2);       // a continuation byte alone
}

TEST_CASE("places count lines and characters from 1", "[core]") {
  const std::string text = "煤,coal\n焦炭,x";
  const TextPosition at = position_at(text, text.find('x'));
  CHECK(at.line == 2);
  CHECK(at.column == 4);  // 焦, 炭, comma, then x
}

TEST_CASE("GB18030 bytes are decoded and wrong bytes are found", "[core]") {
  CHECK(decode_text("\xC3\xBA,1", "GB18030").text == "煤,1");
  const DecodedText broken = decode_text("a\xC3", "GB18030");
  REQUIRE(broken.bad_byte);
  CHECK(*broken.bad_byte == 1);
}

TEST_CASE("a byte order mark is taken off once", "[core]") {
  CHECK(without_bom("\xEF\xBB\xBFx") == "x");
  CHECK(without_bom("x") == "x");
}

TEST_CASE("a plain decimal has digits, one point and a sign, nothing else", "[core]") {
  CHECK(parse_decimal("12.5") == 12.5);
  CHECK(parse_decimal("-0.045") == -0.045);
  CHECK(parse_decimal("+3") == 3.0);
  CHECK(parse_decimal(".5") == 0.5);
  for (const char* wrong : {"", "-", "nan", "inf", "1e5", "1,000", " 1", "1 ", "0x10", "1.2.3", "１２", "85%"}) {
    INFO(wrong);
    CHECK_FALSE(parse_decimal(wrong));
  }
}

TEST_CASE("a hint names the candidate with the fewest typing mistakes, or nothing", "[core]") {
  CHECK(nearest("orign", {"destination", "origin", "rule"}) == "origin");
  CHECK(nearest("rial", {"rail_belt_pipe", "rail"}) == "rail");  // two neighbours swapped are one mistake
  CHECK_FALSE(nearest("rlai", {"rail"}));
  CHECK_FALSE(nearest("xyz", {"destination", "origin"}));
  CHECK(nearest("煤矿专用钱", {"焦化专用线", "煤矿专用线"}) == "煤矿专用线");  // a wrong Chinese character is one mistake, not three
  CHECK(nearest("铁路运最", {"铁路运量"}) == "铁路运量");
  CHECK_FALSE(nearest("公路货量", {"铁路运量"}));                      // two of four are too many
  CHECK(nearest("a\xFF", {"ab"}) == "ab");                             // what the command line gives need not be UTF-8
  CHECK(nearest("st-ty-m2", {"st-ty-m1", "st-ty-m3"}) == "st-ty-m1");  // equally near: the first
}

TEST_CASE("typing mistakes are counted in characters", "[core]") {
  CHECK(typing_mistakes("煤矿", "煤厂") == 1);
  CHECK(typing_mistakes("煤矿", "矿煤") == 1);
  CHECK(typing_mistakes("煤矿", "") == 2);
  CHECK(typing_mistakes("same", "same") == 0);
}

TEST_CASE("full-width letters, signs and blanks have a half width, Chinese signs have none", "[core]") {
  CHECK(half_width("（１２．５　ｔ）") == "(12.5 t)");
  CHECK(half_width("a\xC2\xA0z") == "a z");
  CHECK(half_width("！～") == "!~");  // the first and the last
  CHECK(half_width("煤、“。”") == "煤、“。”");
}

TEST_CASE("Chinese characters take two columns of a terminal", "[core]") {
  CHECK(display_width("coal") == 4);
  CHECK(display_width("煤coal：") == 8);
}

}  // namespace text_test
