/// Whatever a user calls his firms, a report shows the name and runs nothing.
#include <catch2/catch.hpp>

#include "analysis/writers/html/html_page.hpp"
#include "analysis/writers/html/text.hpp"
#include "tests/analysis/writers/count.hpp"
#include "tests/analysis/writers/hostile_document.hpp"
#include "tests/analysis/writers/hostile_names.hpp"

namespace hostile_test {

using namespace railshift;
using namespace railshift::analysis;
using namespace railshift::analysis::document;
using namespace railshift::analysis::writers;

TEST_CASE("thirty hostile names open no element, no attribute and no script in a page", "[writers]") {
  const std::string plain = html_page(called("厂"));
  for (const std::string& name : hostile_names()) {
    INFO(name);
    const std::string page = html_page(called(name));
    // as many elements and attributes as with an ordinary name, but for cut names, isolated ones and further rows of a legend
    for (const char* piece : {"<script", "</script", "<style", "</style", "<img", "<svg", "</svg", "<figure", "</main", "<!--", "<b>",
                              "<table", "<td", "<section", "<a href=", "<p ", "onerror=\"", "onload=\""})
      CHECK(count(page, piece) == count(plain, piece));
    CHECK(count(page, "data-figure=\"") == count(page, "data-figure=\"verdict:t-1:value\""));
    CHECK(page.find('\0') == std::string::npos);
    CHECK(page.find('\x1b') == std::string::npos);
  }
}

TEST_CASE("a hostile name stands in the page as a reader would read it", "[writers]") {
  for (const std::string& name : hostile_names()) {
    INFO(name);
    CHECK(count(html_page(called(name)), html::escape(name)) >= 20);
  }
}

TEST_CASE("what HTML cannot hold shows a sign, and marks of direction end with their text", "[writers]") {
  CHECK(html::escape("<a href=\"x\" title='y'>&") == "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
  CHECK(html::escape(std::string("a\0b", 3)) == "a\uFFFDb");
  CHECK(html::escape("a\tb\nc") == "a\tb\nc");
  CHECK(html::escape("\xff\xfe字") == "\uFFFD\uFFFD字");
  CHECK(html::escape("\x7f") == "\uFFFD");
  CHECK(html::inline_text("右\u202E左") == "<bdi>右\u202E左</bdi>");
  CHECK(html::inline_text("左右") == "左右");
}

TEST_CASE("embedded JSON cannot end its script and keeps what stands in its texts", "[writers]") {
  CHECK(html::json_for_script("{\n \"a\": \"</script>\",\n  \"b\": \"x  y\\nz\"\n}") == "{\"a\": \"\\u003c/script>\",\"b\": \"x  y\\nz\"}");
}

}  // namespace hostile_test
