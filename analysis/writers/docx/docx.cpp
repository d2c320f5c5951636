#include "analysis/writers/docx/docx.hpp"

#include <fmt/format.h>

#include "analysis/writers/docx/body.hpp"
#include "analysis/writers/docx/fixed_parts.hpp"
#include "analysis/writers/office/zip_bytes.hpp"

namespace railshift::analysis::writers {

std::string docx(const document::Document& document) {
  using namespace office;
  DocxParts parts;
  parts.document = &document;
  parts.manner = manner_of(document);
  const std::string body = document_part(parts);
  Parts files{{"[Content_Types].xml", content_types_part(parts.charts.size())},
              {"_rels/.rels", root_relations_part()},
              {"word/document.xml", body},
              {"word/_rels/document.xml.rels", document_relations_part(parts.charts.size())},
              {"word/styles.xml", styles_part(parts.manner)},
              {"word/settings.xml", settings_part()},
              {"word/fontTable.xml", font_table_part()},
              {"word/numbering.xml", numbering_part(parts.manner)},
              {"word/footer_odd.xml", footer_part("right")},
              {"word/footer_even.xml", footer_part("left")},
              {"word/footer_first.xml", empty_footer_part()},
              {"docProps/core.xml", core_part(document)}};
  for (std::size_t i = 0; i < parts.charts.size(); ++i) {
    files.emplace_back(fmt::format("word/charts/chart{}.xml", i + 1), parts.charts[i]);
    files.emplace_back(fmt::format("word/charts/_rels/chart{}.xml.rels", i + 1), chart_relations_part(i + 1));
    files.emplace_back(fmt::format("word/embeddings/chart{}.xlsx", i + 1), parts.books[i]);
  }
  return zip_bytes(files);
}

}  // namespace railshift::analysis::writers
