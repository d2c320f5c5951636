/// Widths of columns, and a map on paper.
#include <catch2/catch.hpp>

#include <numeric>

#include "analysis/writers/docx/map_classes.hpp"
#include "analysis/writers/docx/map_frame.hpp"
#include "analysis/writers/docx/map_labels.hpp"
#include "analysis/writers/docx/table_balance.hpp"
#include "analysis/writers/docx/table_widths.hpp"
#include "tests/analysis/document/sample.hpp"

namespace layout_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers::office;

namespace {

Table table_of(const std::vector<std::pair<double, std::string>>& columns) {
  Table table{"t", "", {}, {{}}, ""};
  for (const auto& [width, text] : columns) {
    table.columns.push_back({"列", Align::text, width});
    table.rows.front().push_back(Lines{{{text}}});
  }
  return table;
}

}  // namespace

TEST_CASE("columns have the widths that they ask for where every word fits", "[writers]") {
  const TableWidths widths = table_widths(table_of({{1, "字"}, {3, "字"}}), 8000, 18, 16);
  CHECK(widths.twips == std::vector<int>{2000, 6000});
  CHECK(widths.size == 18);
}

TEST_CASE("a word that does not fit takes width from columns that have room", "[writers]") {
  // 24 letters are capped at 14 ems of 9 pt: 14 x 180 + 130 = 2,650 twips
  const TableWidths widths = table_widths(table_of({{1, std::string(30, 'w')}, {9, "字"}}), 8000, 18, 16);
  // but one line of 16.5 ems is lower than two of 14: an eighth of the width more, 16.5 x 180 + 130 = 3,100 of 3,650
  CHECK(widths.twips == std::vector<int>{3650, 4350});
  CHECK(widths.size == 18);
}

TEST_CASE("a short outcome has room for its sign beside it", "[writers]") {
  // a full-width question mark, a blank, two characters and what a sign is wider than counted: 1 + 0.55 + 2 + 0.4 = 3.95 ems of 180 twips
  // and 130 beside them are 841
  Table table = table_of({{1, "不明"}, {19, "字"}});
  CHECK(table_widths(table, 8000, 18, 16).twips[0] == 490);  // two ems
  table.rows[0][0][0][0].look = Look::unsure;
  CHECK(table_widths(table, 8000, 18, 16).twips[0] == 841);
  // a long one may take a second line: 5 ems, the least of a column of texts, are 1,030 twips; with 490 of the other 1,520
  table.rows[0][0][0][0].text = "此口径不可能达到";
  CHECK((table_widths(table, 1520, 18, 16).fits && table_widths(table, 1520, 18, 16).size == 18));
}

TEST_CASE("type gets smaller only where words do not fit otherwise, and not below the smallest", "[writers]") {
  // three words of ten letters: 5.5 ems x 180 + 130 = 1,120 twips each at 9 pt, 1,065 at 8.5 pt, 1,010 at 8 pt
  const Table table = table_of({{1, std::string(10, 'w')}, {1, std::string(10, 'w')}, {1, std::string(10, 'w')}});
  CHECK(table_widths(table, 3360, 18, 16).size == 18);
  CHECK(table_widths(table, 3359, 18, 16).size == 17);
  CHECK(table_widths(table, 3194, 18, 16).size == 16);
  const TableWidths narrow = table_widths(table, 2000, 18, 16);
  CHECK(narrow.size == 16);
  CHECK(std::accumulate(narrow.twips.begin(), narrow.twips.end(), 0) == 2000);
}

TEST_CASE("a map keeps its shape: a degree of longitude is as long as the latitude makes it", "[writers]") {
  Map map;
  map.points = {
      {"a", "", "site", 112.0, 60.0}, {"b", "", "site", 113.0, 60.0}, {"c", "", "site", 112.0, 60.5}, {"d", "", "site", 112.0, 59.5}};
  const MapFrame frame(map, 100.0, 300.0);
  const auto west = frame.on_paper(112.0, 60.0), east = frame.on_paper(113.0, 60.0), north = frame.on_paper(112.0, 60.5);
  // cos 60 degrees is a half: a degree of longitude is half a degree of latitude
  CHECK(east[0] - west[0] == Approx(92.0));  // 100 mm less 4 on either side
  CHECK(west[1] - north[1] == Approx(92.0));
  CHECK(frame.mm_per_km() == Approx(92.0 / (111.32 / 2)));
  CHECK(round_below(4.99) == 2.0);
  CHECK(round_below(5.0) == 5.0);
  CHECK(round_below(0.15) == Approx(0.1));
}

TEST_CASE("classes of a map are parts of a round number, gains and losses apart", "[writers]") {
  // the greatest is 120: classes end at 10, 25 and 50
  const MapLayer layer{"c",
                       "变化",
                       "辆/日",
                       true,
                       "lines",
                       {"2024", "2024-12"},
                       {{-120.0, 1.0}, {10.0, 1.0}, {10.1, 1.0}, {-50.0, 1.0}, {0.0, 1.0}, {std::nullopt, 1.0}}};
  const MapClasses classes = map_classes(layer, Language::zh);
  CHECK(classes.title == "变化，2024（辆/日）");  // the last year, not the month behind it
  std::map<std::string, std::vector<std::size_t>> members;
  for (const MapClass& c : classes.classes) members[c.text] = c.members;
  CHECK(members ==
        std::map<std::string, std::vector<std::size_t>>{{"增加 ≤ 10", {1}}, {"增加 10–25", {2}}, {"减少 25–50", {3}}, {"减少 > 50", {0}}});
  CHECK(classes.others == std::vector<std::size_t>{4, 5});
  for (const MapClass& c : classes.classes) CHECK((c.dash == "solid") != c.below_zero);
}

TEST_CASE("names on a map cover neither each other nor leave it", "[writers]") {
  Map map;
  for (int i = 0; i < 60; ++i)
    map.points.push_back({"p", "企业" + std::to_string(i), "listed_site", 112.0 + (i % 8) * 0.01, 37.0 + (i / 8) * 0.01});
  const MapFrame frame(map, 110.0, 90.0);
  const std::vector<MapLabel> labels = map_labels(map, frame, 8.0);
  CHECK(labels.size() > 10);
  CHECK(labels.size() <= 40);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const MapLabel& a = labels[i];
    CHECK(a.at[0] >= 0.0);
    CHECK(a.at[1] >= 0.0);
    CHECK(a.at[0] + a.width <= frame.width());
    CHECK(a.at[1] + a.height <= frame.height());
    for (std::size_t k = 0; k < i; ++k) {
      const MapLabel& b = labels[k];
      const bool apart =
          a.at[0] + a.width <= b.at[0] || b.at[0] + b.width <= a.at[0] || a.at[1] + a.height <= b.at[1] || b.at[1] + b.height <= a.at[1];
      CHECK(apart);
    }
  }
}

TEST_CASE("a few places far away do not make a map small, and what leads to them is cut at its edge", "[writers]") {
  Map map;
  // forty places within a degree, one ten degrees away: nine tenths of them span less than a third of all
  for (int i = 0; i <= 39; ++i) map.points.push_back({"p", "", "site", 112.0 + i / 39.0, 0.0 + i / 39.0});
  map.points.push_back({"far", "远", "gateway", 122.0, 0.5});
  const MapFrame frame(map, 108.0, 300.0);
  // 41 places, two cut at either end: 2/39 to 38/39 and a quarter of these 36/39 on either side; what lies west of the first place is not
  // shown
  CHECK(frame.on_paper(112.0, 0.0)[0] == Approx(4.0));
  CHECK(frame.on_paper(112.0 + 38.0 / 39.0 + 9.0 / 39.0, 0.0)[0] == Approx(104.0));
  CHECK_FALSE(frame.holds(frame.on_paper(122.0, 0.5)));
  const auto pieces = frame.pieces({frame.on_paper(112.5, 0.5), frame.on_paper(122.0, 0.5), frame.on_paper(112.5, 0.6)});
  REQUIRE(pieces.size() == 2);
  CHECK(pieces[0].back()[0] == Approx(108.0));
  CHECK(pieces[1].front()[0] == Approx(108.0));
  CHECK(frame.pieces({{120.0, 1.0}, {130.0, 2.0}}).empty());
}

TEST_CASE("a column of long texts takes width from short ones until the table is low, and no column goes below its least", "[writers]") {
  // a text of 100 ems and one of 2, both of 4,000 twips: 100 x 180 / 4,000 are 5 lines; with 6,000 and more 3
  const TableEms table{{{100.0}, {2.0}}};
  const BalanceLimits limits{{1000.0, 1000.0}, 0.0, 18};
  CHECK(lines_of({4000.0, 4000.0}, table, limits) == 5.0);
  const std::vector<double> widths = balanced({4000.0, 4000.0}, table, limits);
  CHECK(widths[0] + widths[1] == Approx(8000.0));
  CHECK(lines_of(widths, table, limits) == 3.0);
  CHECK(widths[1] >= 1000.0);
  CHECK(balanced({4000.0, 4000.0}, {{{10.0}, {10.0}}}, limits) == std::vector<double>{4000.0, 4000.0});  // low already
  CHECK(balanced({4000.0, 4000.0}, table, {{4000.0, 4000.0}, 0.0, 18}) == std::vector<double>{4000.0, 4000.0});
}

}  // namespace layout_test
