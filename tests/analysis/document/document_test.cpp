#include <catch2/catch.hpp>

#include "analysis/document/document_json.hpp"
#include "sim/core/failed.hpp"
#include "tests/analysis/document/sample.hpp"

namespace document_test {

using namespace railshift;
using namespace railshift::analysis::document;

namespace {
Documents both_samples() {
  Documents documents{sample(), sample()};
  documents.en.language = Language::en;
  documents.en.title = "Appraisal";
  return documents;
}
}  // namespace

TEST_CASE("a report model that is written and read again is the same, every block and figure", "[document]") {
  const Documents documents = both_samples();
  CHECK(documents_from(to_json(documents)) == documents);
}

TEST_CASE("a figure of a map leads back to the row of its line and period", "[document]") {
  const Document document = sample();
  const auto& map = std::get<Map>(document.sections[2].blocks[0]);
  const MapLayer& layer = map.layers[0];
  const From year = from_of(map, layer, 0, 1);
  CHECK(year.file == "map.gpkg/map_links_difference");
  CHECK(year.key == std::map<std::string, std::string>{{"link", "ring-1"}, {"year", "2025"}});  // a key of its own, not l-1
  CHECK(year.clauses == std::vector<std::string>{"TY-12"});
  const From month = from_of(map, layer, 1, 2);
  CHECK(month.key == std::map<std::string, std::string>{{"link", "line-2"}, {"month", "2025-03"}});
  CHECK(month.formula == "sum / days of the month");
  MapLayer plain = layer;
  plain.keys.clear();
  CHECK(from_of(map, plain, 0, 1).key.at("link") == "l-1");
  plain.of = "points";
  CHECK(from_of(map, plain, 1, 1).key.at("link") == "g-1");
}

TEST_CASE("numbers of a row stand on one line, texts that look like them stay as they are", "[document]") {
  Document document = sample();
  document.title = "[\n 1,\n 2\n] \\\" [ null ]";
  const Documents documents{document, document};
  const std::string text = to_json(documents);
  CHECK(text.find("[-120.0,35.0,36.5]") != std::string::npos);
  CHECK(text.find("[112.5,37.9]") != std::string::npos);
  CHECK(documents_from(text) == documents);
  CHECK(to_json(document).find('\n') == std::string::npos);
}

TEST_CASE("a report model of another version, a broken one and one with a row too short are refused with the reason", "[document]") {
  const std::string good = to_json(both_samples());
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = good;
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
  };
  CHECK_THROWS_WITH(documents_from(with(kDocumentFormat, "railshift report 0")), Catch::Contains("another version"));
  CHECK_THROWS_WITH(documents_from(good.substr(0, good.size() / 2)), Catch::Contains("cannot be read"));
  CHECK_THROWS_WITH(documents_from(with("\"waterfall\"", "\"pie\"")), Catch::Contains("\"pie\" is not known"));
  Documents short_row = both_samples();
  std::get<Table>(short_row.zh.sections[1].blocks[1]).rows[0].pop_back();
  CHECK_THROWS_WITH(documents_from(to_json(short_row)), Catch::Contains("\"tonnes\""));
}

TEST_CASE("a part of a report has its sections in their order and the figures that they show, no others", "[document]") {
  const Document brief = only(sample(), Template::brief);
  REQUIRE(brief.sections.size() == 2);
  CHECK(brief.sections[0].id == "conclusions");
  CHECK(brief.sections[1].id == "map");
  CHECK(brief.figures.size() == 3);
  CHECK(brief.figures.contains("count:on_track"));
  CHECK_FALSE(brief.figures.contains("plan:rail_tonnes:2024"));
  const Document annex = only(sample(), Template::annex);
  CHECK(annex.sections.size() == 1);
  CHECK(annex.figures.empty());
  // a figure that a chart alone shows is one of the part's
  CHECK(only(sample(), Template::full).figures.contains("plan:rail_tonnes:2025"));
}

}  // namespace document_test
