/// A brief takes one page: what it takes is counted, and type and map follow.
#include <catch2/catch.hpp>

#include "analysis/writers/docx/brief_fit.hpp"
#include "tests/analysis/document/sample.hpp"

namespace brief_fit_test {

using namespace railshift;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers::office;

namespace {

/// A brief of so many paragraphs of a line each, and a map.
Document lines(int count) {
  Document d;
  d.title = "简报";
  Section section{"s", "主要结论", {Template::brief}, {}};
  for (int i = 0; i < count; ++i) section.blocks.push_back(Paragraph{{{{"一句话"}}}, Tone::body});
  section.blocks.push_back(Map{"m", "地图", {}, {}, {}, ""});
  d.sections = {section};
  return d;
}

double height(const Document& d) { return height_without_maps(d, manner_of(d)); }

}  // namespace

TEST_CASE("a document is a brief if all of its sections stand in the brief", "[writers]") {
  CHECK(is_brief(only(sample(), Template::brief)));
  CHECK_FALSE(is_brief(sample()));
  CHECK_FALSE(is_brief(Document{}));
}

TEST_CASE("a paragraph takes as many lines as its signs ask for", "[writers]") {
  // 180 mm are 10,205 twips, less an indent of two signs of 10.5 pt: 9,785 twips or 46.6 signs a line; a line is 290 twips, 5.12 mm
  Document d = lines(1);
  const double one = height(d);
  std::get<Paragraph>(d.sections[0].blocks[0]).lines[0][0].text = std::string();
  for (int i = 0; i < 46; ++i) std::get<Paragraph>(d.sections[0].blocks[0]).lines[0][0].text += "字";
  CHECK(height(d) == Approx(one));
  std::get<Paragraph>(d.sections[0].blocks[0]).lines[0][0].text += "字";
  CHECK(height(d) == Approx(one + 290 / kTwipsPerMm));
  CHECK(height(lines(11)) == Approx(one + 10 * 290 / kTwipsPerMm));
}

TEST_CASE("the map of a brief takes what is left, from 42 to 80 mm, and type shrinks before the map is below 56", "[writers]") {
  const auto fit = [](int count) { return fitted(lines(count), manner_of(lines(count))); };
  CHECK(fit(3).map_height == 80.0);
  CHECK(fit(3).body == 21);
  int at = 3;
  while (fit(at).body == 21) ++at;  // the first that does not fit at 10.5 pt
  const Manner last = fit(at - 1), next = fit(at);
  CHECK(last.map_height >= 56.0);
  CHECK(last.map_height < 56.0 + 290 / kTwipsPerMm);
  CHECK(next.body == 20);
  CHECK(next.line == 276);  // 290 x 20 / 21
  CHECK(next.map_height > last.map_height);
  CHECK(fit(100).body == 18);
  CHECK(fit(100).map_height == 42.0);
}

}  // namespace brief_fit_test
