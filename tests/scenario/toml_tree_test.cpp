#include <catch2/catch.hpp>

#include "sim/scenario/toml/toml_prelex.hpp"
#include "sim/scenario/toml/toml_reader.hpp"

namespace toml_tree_test {

using namespace railshift;
using namespace railshift::scenario;
using Kind = TomlNode::Kind;

namespace {

const Place kSet{"--set", 0, 0};

/// Lines with characters of full width outside strings and comments.
std::vector<int> wide_lines(const std::string& text) {
  Problems problems;
  const auto lines = lines_with_wide_characters(text, "t.toml", problems);
  CHECK(problems.size() == lines.size());
  return lines;
}

using Lines = std::vector<int>;

}  // namespace

TEST_CASE("a value given as text is what TOML makes of it, else the text", "[scenario]") {
  const auto kind = [](const std::string& text) { return value_from_text(text, kSet).kind; };
  CHECK(kind("0.85") == Kind::number);
  CHECK(kind("3") == Kind::integer);
  CHECK(kind("2024-12-31") == Kind::date);
  CHECK(kind("true") == Kind::boolean);
  CHECK(kind("[1, 2]") == Kind::list);
  CHECK(kind("{due = 2024-12-31, level = 1}") == Kind::table);
  CHECK(kind("china6") == Kind::text);
  CHECK(kind("\"3\"") == Kind::text);
  CHECK(value_from_text("\"3\"", kSet).text == "3");
  CHECK(value_from_text("国六", kSet).text == "国六");
  CHECK(value_from_text("12,500", kSet).text == "12,500");
}

TEST_CASE("a value cannot smuggle in a second line or key", "[scenario]") {
  CHECK(value_from_text("1\nb = 2", kSet).text == "1\nb = 2");
  CHECK(value_from_text("1\nb = 2", kSet).kind == Kind::text);
}

TEST_CASE("all parts of a value that was set stand at the place of the setting", "[scenario]") {
  const Place place{"variant.toml", 7, 3};
  const TomlNode list = value_from_text("[{due = 2024-12-31, level = 1}]", place);
  CHECK(list.changed);
  REQUIRE(list.items.size() == 1);
  CHECK(list.items[0].place == place);
  CHECK(list.items[0].members[1].key_place == place);
  CHECK(list.items[0].find("level")->changed);
}

TEST_CASE("a key is found in its own table only, and a member that is not there is none", "[scenario]") {
  Problems problems;
  TomlNode root = read_toml("a = 1\n[b]\na = 2\nc = {d = 3}\n", "t.toml", problems);
  REQUIRE(problems.empty());
  CHECK(root.find("a")->text == "1");
  CHECK(root.find("b")->find("a")->text == "2");
  CHECK(root.find("b")->find("c")->find("d")->text == "3");
  CHECK(root.find("d") == nullptr);
  root.find("a")->text = "5";  // the same node, to be changed
  CHECK(root.find("a")->text == "5");
}

TEST_CASE("characters of full width are told once a line, with line and column", "[scenario]") {
  Problems problems;
  CHECK(lines_with_wide_characters("a = 1\nb ：，2\n", "t.toml", problems) == Lines{2});
  REQUIRE(problems.size() == 1);
  CHECK(problems.sorted()[0].place == Place{"t.toml", 2, 3});
  CHECK(problems.sorted()[0].accept == Words{"请改用半角 '='", "write the half-width '='"});
}

TEST_CASE("inside strings and comments any character may stand", "[scenario]") {
  CHECK(wide_lines("a = \"：\" # ，\n").empty());
  CHECK(wide_lines("a = '：'\n").empty());
  CHECK(wide_lines("a = \"\"\"\n：\n\"\"\"\n").empty());
  CHECK(wide_lines("a = '''\n：\n'''\n").empty());
  CHECK(wide_lines("a = \"x\\\"：\"\n").empty());  // an escaped quote ends nothing
  CHECK(wide_lines("a = 'x\\'：\n") == Lines{1});  // a literal string has no escapes
}

TEST_CASE("a string that is not closed ends with its line, so that the next line is looked at", "[scenario]") {
  CHECK(wide_lines("a = \"x\nb：2\n") == Lines{2});
  CHECK(wide_lines("# ：\nb：2\n") == Lines{2});
}

}  // namespace toml_tree_test
