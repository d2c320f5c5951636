/// The page of a document: whole without a script, one text a figure.
#include <catch2/catch.hpp>

#include "analysis/document/document_json.hpp"
#include "analysis/writers/html/html_page.hpp"
#include "analysis/writers/html/script.hpp"
#include "tests/analysis/document/sample.hpp"
#include "tests/analysis/writers/count.hpp"

namespace page_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

TEST_CASE("the script of a page cannot end its element, and the policy knows it by its hash", "[writers]") {
  CHECK(html::page_script().size() > 100'000);
  CHECK(count(html::page_script(), "</script") == 0);
  CHECK(count(html::page_script(), "<!--") == 0);
  const std::string source = html::page_script_source();
  CHECK(source.size() == std::string("'sha256-'").size() + 44);  // 32 bytes in base64
  CHECK(source.ends_with("='"));
}

TEST_CASE("sections are numbered in the language of the document and stand in the contents", "[writers]") {
  Document d = sample();
  const std::string zh = html_page(d);
  CHECK(count(zh, "<html lang=\"zh-CN\">") == 1);
  CHECK(count(zh, "<h2>一、主要结论</h2>") == 1);
  CHECK(count(zh, "<h2>三、地图</h2>") == 1);
  CHECK(count(zh, "<a href=\"#section-tables\">二、运量</a>") == 1);
  CHECK(count(zh, "<h2>目录</h2>") == 1);
  d.language = Language::en;
  const std::string en = html_page(d);
  CHECK(count(en, "<html lang=\"en\">") == 1);
  CHECK(count(en, "<h2>1. 主要结论</h2>") == 1);
  CHECK(count(en, "<h2>Contents</h2>") == 1);
}

TEST_CASE("a figure stands in the page as its text, and can be found by its id", "[writers]") {
  const std::string page = html_page(sample());
  CHECK(count(page, "<span class=\"fig\" data-figure=\"verdict:t-1:value\">85.12%</span>") == 1);
  CHECK(count(page, "<span class=\"fig\" data-figure=\"plan:rail_tonnes:2024\">123.46 万吨</span>") == 1);
  CHECK(count(page, "<span class=\"fig\" data-figure=\"count:on_track\">1</span>") == 1);
  CHECK(count(page, "估算") == 0);
}

TEST_CASE("an estimate of the quick twin is marked behind its figure", "[writers]") {
  Document d = sample();
  d.figures["verdict:t-1:value"].of = Of::estimate;
  CHECK(count(html_page(d), "85.12%</span><span class=\"estimate\">估算</span>") == 1);
  d.language = Language::en;
  CHECK(count(html_page(d), "85.12%</span><span class=\"estimate\">est.</span>") == 1);
}

TEST_CASE("tables have a caption, a head that repeats, columns by their widths and a box of their own to scroll in", "[writers]") {
  const std::string page = html_page(sample());
  CHECK(count(page, "<caption>铁路运量</caption>") == 1);
  CHECK(count(page, "<col style=\"width:33.3%\"><col style=\"width:66.7%\">") == 1);
  CHECK(count(page, "<thead><tr><th scope=\"col\">年份</th><th scope=\"col\" class=\"number\">方案</th></tr></thead>") == 1);
  CHECK(count(page, "<div class=\"table\" tabindex=\"0\" role=\"region\" aria-label=\"铁路运量\">") == 1);
  CHECK(count(page, "thead { display: table-header-group; }") == 1);
  CHECK(count(page, "<p class=\"note\">单次模拟</p>") == 1);
}

TEST_CASE("boxes and badges say their outcome by a sign, notices stand in a frame", "[writers]") {
  const std::string page = html_page(sample());
  CHECK(count(page, "<div class=\"box good\" style=\"--weight:18.0\"><p class=\"status\">✔ 按期达到</p>") == 1);
  CHECK(count(page, "<div class=\"box bad\" style=\"--weight:13.5\"><p class=\"status\">✘ 未达到</p>") == 1);
  CHECK(count(page, "<p class=\"notice\">未经实测校核</p>") == 1);
  CHECK(count(page, "<p class=\"lead\">") == 1);
}

TEST_CASE("a run leads to a section of the document, and nowhere where the document has it not", "[writers]") {
  Document d = sample();
  d.sections[0].blocks.push_back(Paragraph{{{{"见运量", Look::plain, "", "tables"}}}, Tone::body});
  CHECK(count(html_page(d), "<a href=\"#section-tables\">见运量</a>") == 1);
  CHECK(count(html_page(only(d, Template::brief)), "<a href=\"#section-tables\">") == 0);
}

TEST_CASE("a brief is one page with narrow margins and no contents, a full report has a cover with them", "[writers]") {
  const std::string brief = html_page(only(sample(), Template::brief));
  CHECK(count(brief, "<body class=\"brief\">") == 1);
  CHECK(count(brief, "<nav") == 0);
  CHECK(count(brief, "margin: 9mm 13mm 8mm") == 1);
  const std::string full = html_page(only(sample(), Template::full));
  CHECK(count(full, "<body class=\"full\">") == 1);
  CHECK(count(full, "<nav") == 1);
}

TEST_CASE("the figures, charts and maps of a page are embedded, its texts are not twice there", "[writers]") {
  const std::string page = html_page(sample());
  const auto from = page.find("<script type=\"application/json\" id=\"document\">");
  REQUIRE(from != std::string::npos);
  const std::string json = page.substr(from, page.find("</script>", from) - from);
  CHECK(count(json, "\"verdict:t-1:value\":") == 1);
  CHECK(count(json, "\"block\":\"chart\"") == 2);
  CHECK(count(json, "\"block\":\"map\"") == 1);
  CHECK(count(json, "\"block\": \"table\"") == 0);
  CHECK(count(json, "\n") == 0);
}

TEST_CASE("a page requests nothing and runs its own script alone", "[writers]") {
  const std::string whole = html_page(sample());
  const auto script = whole.find(html::page_script());
  REQUIRE(script != std::string::npos);
  const std::string page = whole.substr(0, script) + whole.substr(script + html::page_script().size());
  CHECK(count(page, "script-src " + html::page_script_source()) == 1);
  CHECK(count(page, "default-src 'none'") == 1);
  CHECK(count(page, "http://") == count(page, "xmlns=\"http://www.w3.org/2000/svg\""));
  CHECK(count(page, "https://") == 0);
  CHECK(count(page, " src=") == 0);
  CHECK(count(page, "url(") == count(page, "url(#"));
}

}  // namespace page_test
