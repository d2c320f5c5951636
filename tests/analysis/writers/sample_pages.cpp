/// Writes the pages on which web/report/tests are run: railshift_sample_pages DIR.
#include <filesystem>
#include <fstream>
#include <string>

#include "analysis/writers/html/html_page.hpp"
#include "tests/analysis/writers/hostile_document.hpp"
#include "tests/analysis/writers/rich_document.hpp"

int main(int argc, char** argv) {
  using namespace railshift;
  using namespace railshift::analysis;
  if (argc != 2) return 2;
  const auto write = [&](const char* name, const document::Document& document) {
    std::ofstream out(std::filesystem::path(argv[1]) / name, std::ios::binary);
    out << writers::html_page(document);
    return out.good();
  };
  const document::Document zh = document::rich_document(Language::zh);
  const bool written = write("full-zh.html", zh) && write("full-en.html", document::rich_document(Language::en)) &&
                       write("brief-zh.html", document::only(zh, document::Template::brief)) &&
                       write("hostile.html", document::hostile_document());
  return written ? 0 : 1;
}
