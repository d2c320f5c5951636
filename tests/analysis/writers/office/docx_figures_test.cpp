/// Charts and maps of a Word document: charts that can be edited, a map without a picture.
#include <catch2/catch.hpp>

#include "analysis/writers/docx/chart_part.hpp"
#include "analysis/writers/docx/docx.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/count.hpp"
#include "tests/analysis/writers/office/office_file.hpp"

namespace docx_figures_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;
using namespace railshift::analysis::writers::office;

namespace {

/// Name and cached values of every series of a chart.
std::map<std::string, std::vector<std::string>> series_of(const pugi::xml_document& chart) {
  std::map<std::string, std::vector<std::string>> out;
  for (const pugi::xml_node& series : all(chart, "c:ser")) {
    const std::string name = all(series.child("c:tx"), "c:v").front().child_value();
    for (const pugi::xml_node& value : all(series.child("c:val"), "c:v")) out[name].push_back(value.child_value());
  }
  return out;
}

}  // namespace

TEST_CASE("a line with a band is a line, an area on a hidden one and a diamond of the demand", "[writers]") {
  const OfficeFile file(docx(sample()));
  const pugi::xml_document& chart = file.xml("word/charts/chart1.xml");
  const auto series = series_of(chart);
  CHECK(series.at("方案") == std::vector<std::string>{"80.5", "85.12"});
  CHECK(series.at("方案（下限）") == std::vector<std::string>{"79", "84"});
  CHECK(series.at("方案（范围）") == std::vector<std::string>{"3", "2.5"});  // 82 - 79, 86.5 - 84
  CHECK(series.at("要求") == std::vector<std::string>{"85"});
  // the hidden one is the first series and stays out of the legend
  const pugi::xml_node entry = all(chart, "c:legendEntry").at(0);
  CHECK(std::string(entry.child("c:idx").attribute("val").value()) == "0");
  CHECK(std::string(entry.child("c:delete").attribute("val").value()) == "1");
  std::vector<std::string> labels;
  for (const pugi::xml_node& text : all(chart, "a:t")) labels.push_back(loosened(text.child_value()));
  CHECK(std::count(labels.begin(), labels.end(), "85.12%") == 1);       // the text of the figure
  CHECK(std::count(labels.begin(), labels.end(), "≥ 85% TY-12") == 1);  // of the demand
  CHECK(std::count(labels.begin(), labels.end(), "%（纵轴不从 0 起）") == 1);
}

TEST_CASE("the numbers of a chart stand in its workbook, cell for cell", "[writers]") {
  const OfficeFile file(docx(sample()));
  const OfficeFile book(file.parts().at("word/embeddings/chart2.xlsx"));
  const OpenSheet sheet = sheets_of(book).at(0);
  CHECK(sheet.cells.at("A2").text == "基准");
  CHECK(sheet.cells.at("C1").text == "合计");
  CHECK(sheet.cells.at("C2").text == "100");
  CHECK(sheet.cells.at("D3").text == "20");
  CHECK(sheet.cells.at("E4").text == "3.5");
  CHECK(sheet.cells.at("B4").text == "116.5");  // 100 + 20 - 3.5 is what stands below the fall
  CHECK(sheet.cells.at("C5").text == "116.5");
  const auto series = series_of(file.xml("word/charts/chart2.xml"));
  CHECK(series.at("合计") == std::vector<std::string>{"100", "116.5"});
  CHECK(count(file.parts().at("word/charts/chart2.xml"), "Sheet1!$C$2:$C$5") == 1);
}

TEST_CASE("a map is a drawing with names, legend, scale and north, and the file holds no picture", "[writers]") {
  const OfficeFile file(docx(sample()));
  for (const auto& [name, bytes] : file.parts()) CHECK(name.find("media") == std::string::npos);
  const pugi::xml_document& body = file.xml("word/document.xml");
  const pugi::xml_node group = all(body, "wpg:wgp").at(0);
  std::vector<std::string> labels;
  for (const pugi::xml_node& text : all(group, "w:txbxContent")) labels.push_back(text_of(text));
  for (const char* name : {"甲厂", "东口", "北", "铁路", "重点企业", "对外通道", "5 公里", "增加", "> 10"}) {
    INFO(name);
    CHECK(std::count(labels.begin(), labels.end(), name) == 1);
  }
  // 0.4 degrees at 37.85 are 35.2 km on 104 mm; a third of 88 mm is 9.9 km, of which 5 is the round number below
  CHECK(std::count(labels.begin(), labels.end(), "货车流量变化，2025（辆/日）") == 1);
  // the road has a value, +35 a day, the railway none
  std::map<std::string, int> points;
  for (const pugi::xml_node& shape : all(group, "wps:wsp"))
    points[shape.child("wps:cNvPr").attribute("name").value()] += static_cast<int>(all(shape, "a:lnTo").size());
  CHECK(points.at("增加 > 10") == 2 + 1);  // two pieces of the road, one of the sample in the legend
  CHECK(points.at("铁路") == 1 + 1);
}

TEST_CASE("the note of a chart stands behind its caption", "[writers]") {
  const OfficeFile file(docx(sample()));
  std::vector<std::string> captions;
  for (const pugi::xml_node& p : all(file.xml("word/document.xml"), "w:p")) {
    if (p.child("w:pPr").child("w:pStyle").attribute("w:val").value() == std::string("FigureCaption")) captions.push_back(text_of(p));
  }
  CHECK(captions == std::vector<std::string>{"铁路比例　纵轴不从 0 起", "各条款贡献", "货车流量变化　无底图"});
}

TEST_CASE("in a brief the legend of a map says its title, in a report the caption does", "[writers]") {
  const auto legend = [](const Document& d) {
    std::string out;
    const OfficeFile file(docx(d));
    for (const pugi::xml_node& text : all(file.xml("word/document.xml"), "w:txbxContent")) out += text_of(text);
    return out;
  };
  Document d = sample();
  std::get<Map>(d.sections[2].blocks[0]).layers[0].title = "方案减基准";
  CHECK(legend(d).find("货车流量变化") == std::string::npos);
  CHECK(legend(d).find("方案减基准，2025（辆/日）") != std::string::npos);
  CHECK(legend(only(d, Template::brief)).find("货车流量变化（方案减基准）") != std::string::npos);
}

TEST_CASE("two charts of bars that lie share the width, a third has a line of its own", "[writers]") {
  Document d = sample();
  const Chart pairs{"p", ChartKind::pairs, "分原因", "万吨", {"没有运输链", "未选择"}, {{"基准", {100.0, 20.0}}, {"方案", {90.0, 10.0}}}};
  d.sections = {{"s", "原因", {Template::full}, {pairs, pairs, pairs}}};
  const OfficeFile file(docx(d));
  std::vector<int> widths, heights;
  for (const pugi::xml_node& extent : all(file.xml("word/document.xml"), "wp:extent")) {
    widths.push_back(extent.attribute("cx").as_int() / 36000);
    heights.push_back(extent.attribute("cy").as_int());
  }
  CHECK(widths == std::vector<int>{83, 83, 172});  // half of 172 mm less 2.5; all of it
  // 1 mm above, 18 below, two rows of two bars of 4 mm and 1.2 between
  CHECK(heights == std::vector<int>(3, static_cast<int>(37.4 * 36000)));
  CHECK(all(file.xml("word/document.xml"), "w:tbl").size() == 2);  // the cover's, and that of the two
}

TEST_CASE("names of bars that lie take as many lines as a third of the width asks for", "[writers]") {
  Chart chart{"p", ChartKind::pairs, "", "", {"字"}, {{"方案", {1.0}}}};
  for (int i = 1; i < 24; ++i) chart.categories[0] += "字";
  // 24 signs of 3.2 mm in 30 less 2.5 mm are three lines of 3.8, higher than a bar: 1 + 11.4 + 1.2 + 18
  CHECK(pairs_frame(chart, 90.0).height == Approx(31.6));
  chart.categories[0] = "字";
  CHECK(pairs_frame(chart, 90.0).height == Approx(24.2));  // a bar of 4 mm
}

TEST_CASE("the text of a demand stands on the side of it where no line is", "[writers]") {
  const auto place = [](double end) {
    Document d = sample();
    std::get<Chart>(d.sections[1].blocks[2]).series.front().values[1] = end;
    const OfficeFile file(docx(d));
    std::vector<pugi::xml_node> places;
    for (const pugi::xml_node& series : all(file.xml("word/charts/chart1.xml"), "c:ser")) {
      if (std::string(all(series.child("c:tx"), "c:v").front().child_value()) == "要求") places = all(series, "c:dLblPos");
    }
    REQUIRE(places.size() == 1);
    return std::string(places.front().attribute("val").value());
  };
  CHECK(place(85.12) == "b");  // above the demand of 85
  CHECK(place(85.0) == "t");
  CHECK(place(60.0) == "t");
}

TEST_CASE("two bands are whiskers, since areas would stand on each other", "[writers]") {
  Document d = sample();
  Chart& chart = std::get<Chart>(d.sections[1].blocks[2]);
  chart.series.push_back(chart.series.front());
  const OfficeFile file(docx(d));
  const pugi::xml_document& xml = file.xml("word/charts/chart1.xml");
  CHECK(all(xml, "c:areaChart").empty());
  const std::vector<pugi::xml_node> whiskers = all(xml, "c:errBars");
  REQUIRE(whiskers.size() == 2);
  CHECK(std::string(all(whiskers[0].child("c:minus"), "c:v").at(0).child_value()) == "1.5");  // 80.5 - 79
  CHECK(std::string(all(whiskers[0].child("c:plus"), "c:v").at(0).child_value()) == "1.5");   // 82 - 80.5
}

}  // namespace docx_figures_test
