#include <filesystem>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "analysis/look/output/map.hpp"
#include "analysis/look/output/page.hpp"
#include "analysis/look/output/summary.hpp"
#include "analysis/look/output/workbook.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/analysis/look_fixture.hpp"

namespace look_page_test {

using namespace railshift;
using namespace railshift::test;
using namespace railshift::analysis::look;

namespace {

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t n = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++n;
  return n;
}

Look with_flags(const World& world, Severity severity, std::size_t number) {
  Look look = look_at(world);
  look.flags.clear();
  for (std::size_t i = 0; i < number; ++i) {
    look.flags.push_back({severity, "rule" + std::to_string(i), {"f", "i" + std::to_string(i)}, "句", "sentence " + std::to_string(i)});
  }
  return look;
}

std::string small_map(const World& world) { return map(world, look_at(world), Language::en); }

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("four notes stand in sight, a fifth is folded away, what is wrong always stands in sight", "[look]") {
  const World w = small_world();
  CHECK(count(page(w, with_flags(w, Severity::note, 4), Language::en), "more notes") == 0);
  CHECK(count(page(w, with_flags(w, Severity::note, 5), Language::en), "1 more notes") == 1);
  CHECK(count(page(w, with_flags(w, Severity::wrong, 30), Language::en), "more notes") == 0);
  CHECK(count(page(w, with_flags(w, Severity::wrong, 0), Language::en), "Nothing looks wrong.") == 1);
}

TEST_CASE("a table of twenty rows is shown whole, of twenty-one the first fifteen", "[look]") {
  const World w = small_world();
  Look look = look_at(w);
  look.gates.sites.assign(20, look.gates.sites[0]);
  CHECK(count(page(w, look, Language::en), "more rows") == 0);
  look.gates.sites.assign(21, look.gates.sites[0]);
  CHECK(count(page(w, look, Language::en), "6 more rows") == 1);
}

TEST_CASE("the page has a title in its language, or in the other one if that is missing", "[look]") {
  World w = small_world();
  const Look look = look_at(w);
  CHECK(count(page(w, look, Language::en), "<h1>small scenario</h1>") == 1);
  CHECK(count(page(w, look, Language::zh), "<h1>小情景</h1>") == 1);
  w.settings.title_en = "";
  CHECK(count(page(w, look, Language::en), "<h1>小情景</h1>") == 1);
  CHECK(count(page(w, look, Language::en), "<html lang=\"en\">") == 1);
}

TEST_CASE("the first sentence of the page has counts, years and tonnes in the order of its language", "[look]") {
  const World w = small_world();
  const Look look = with_flags(w, Severity::doubtful, 2);
  CHECK(count(page(w, look, Language::zh),
              "3 家企业、3 个厂区、3 项货流：2020 年 100.0 万吨，2021 年 100.0 万吨。红旗：错误 0 处，存疑 2 处，提示 0 处。") == 1);
  CHECK(count(page(w, look, Language::en),
              "3 firms, 3 sites, 3 flows: 1.00 Mt in 2020, 1.00 Mt in 2021. Flags: 0 wrong, 2 doubtful, 0 notes.") == 1);
}

TEST_CASE("the map draws every road, and dashed the one that opens after the first day", "[look]") {
  World w = small_world();
  const std::string dashed = "stroke=\"#888\" stroke-width=\"1.8\" stroke-dasharray=\"6 4\"";
  CHECK(count(small_map(w), dashed) == 1);  // the legend alone
  row(w.links, "l2").opens = w.settings.start;
  CHECK(count(small_map(w), dashed) == 1);
  row(w.links, "l2").opens = w.settings.start + 1;
  CHECK(count(small_map(w), dashed) == 2);
  CHECK(count(small_map(w), "stroke=\"#888\" stroke-width=\"1.3\"") == 1);  // the trunk road
  CHECK(count(small_map(w), "stroke=\"#888\" stroke-width=\"0.8\"") == 1);  // the primary road
}

TEST_CASE("a ring road is one that calls itself so or that a diversion waits for", "[look]") {
  World w = small_world();
  const std::string ring = "stroke=\"#f2b705\" stroke-width=\"11\"";
  CHECK(count(small_map(w), ring) == 1);  // the legend alone
  row(w.links, "l2").name_zh = "东环路";
  CHECK(count(small_map(w), ring) == 2);
  ThroughDiversion diversion;
  diversion.when_opens = "r-west";
  Measure m;
  m.id = "z-divert";
  m.body = diversion;
  std::vector<Measure> measures(w.measures.begin(), w.measures.end());
  measures.push_back(m);
  w.measures = Table<Measure>(measures);
  CHECK(count(small_map(w), ring) == 3);
}

TEST_CASE("lines go by the tonnes that they carry, the most 18 wide", "[look]") {
  // Mine to plant: 400 + 270 + 150 kt; plant to the gateway 420 kt: 18 x sqrt(420 / 820) = 12.9; rail 180 kt: 8.4.
  const std::string svg = small_map(small_world());
  CHECK(count(svg, "stroke=\"#0b4f8a\" stroke-width=\"18.0\"") == 1);
  CHECK(count(svg, "stroke=\"#0b4f8a\" stroke-width=\"12.9\"") == 1);
  CHECK(count(svg, "stroke=\"#b3541e\" stroke-width=\"8.4\"") == 1);
}

TEST_CASE("names on the map end before their bracket, the whole name stands in the tip", "[look]") {
  World w = small_world();
  row(w.sites, "mine").name_en = "mine (north)";
  const std::string svg = small_map(w);
  CHECK(count(svg, ">mine</text>") == 1);
  CHECK(count(svg, ">mine (north) 1.00 Mt a year</title>") == 1);
  row(w.sites, "mine").name_en = "(north) mine";
  CHECK(count(small_map(w), ">(north) mine</text>") == 1);  // nothing would be left
}

TEST_CASE("outside sites are not drawn, gateways are", "[look]") {
  const std::string svg = small_map(small_world());
  CHECK(count(svg, "market") == 0);
  CHECK(count(svg, ">东门户</text>") == 1);
}

TEST_CASE("the summary tells twenty flags and four of a kind at most", "[look]") {
  const World w = small_world();
  const auto mark = [](Severity, const std::string& word) { return "[" + word + "]"; };
  const std::string twenty = summary(w, with_flags(w, Severity::wrong, 20), Language::en, mark);
  CHECK(count(twenty, "[wrong]") == 20);
  CHECK(count(twenty, "flags: 20 wrong, 0 doubtful, 0 notes") == 1);
  CHECK(count(twenty, "more: see --to html") == 0);
  const std::string more = summary(w, with_flags(w, Severity::wrong, 21), Language::en, mark);
  CHECK(count(more, "[wrong]") == 20);
  CHECK(count(more, "1 more: see --to html") == 1);
  Look same = with_flags(w, Severity::note, 5);
  for (Flag& flag : same.flags) flag.rule = "one";
  CHECK(count(summary(w, same, Language::en, mark), "[note]") == 4);
  CHECK(count(summary(w, with_flags(w, Severity::note, 0), Language::en, mark), "nothing looks wrong") == 1);
}

TEST_CASE("the workbook of one look is the same bytes each time, and a path that does not exist is told", "[look]") {
  const World w = small_world();
  const Look look = look_at(w);
  const auto folder = std::filesystem::temp_directory_path() / "railshift-look-workbook";
  std::filesystem::create_directories(folder);
  const std::string first = (folder / "a.xlsx").string();
  const std::string second = (folder / "b.xlsx").string();
  CHECK(write_workbook(w, look, Language::zh, first));
  CHECK(write_workbook(w, look, Language::zh, second));
  CHECK(bytes_of(first).substr(0, 2) == "PK");
  CHECK(bytes_of(first) == bytes_of(second));
  CHECK_FALSE(write_workbook(w, look, Language::zh, (folder / "none" / "a.xlsx").string()));
  std::filesystem::remove_all(folder);
}

}  // namespace look_page_test
