#include "analysis/report/report_document.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/report/brief_sections.hpp"
#include "analysis/report/sections.hpp"

namespace railshift::analysis::report {
namespace {

using document::Template;

struct SectionRow {
  const char* id;
  Blocks (*write)(Page&);
  Template in;
};

/// In the order of the document; the title of each is `section.ID` of the catalogue. A new section is a function and a line here.
constexpr std::array<SectionRow, 38> kSections{{{"brief", brief_section, Template::brief},
                                                {"conclusions", conclusions, Template::full},
                                                {"notices", notices, Template::full},
                                                {"schedule", schedule_section, Template::full},
                                                {"levers", levers, Template::full},
                                                {"contributions", contributions, Template::full},
                                                {"falls", waterfall_section, Template::full},
                                                {"reasons", reasons, Template::full},
                                                {"rail", rail_shares, Template::full},
                                                {"maps", maps_section, Template::full},
                                                {"register", fleet, Template::full},
                                                {"clean", clean_shares, Template::full},
                                                {"emissions", emissions, Template::full},
                                                {"costs", costs, Template::full},
                                                {"chances", chances, Template::full},
                                                {"assumptions", assumptions, Template::full},
                                                {"not_simulated", not_simulated, Template::full},
                                                {"clauses", clauses_section, Template::full},
                                                {"alone", alone_section, Template::full},
                                                {"targets", targets, Template::annex},
                                                {"offices", offices_section, Template::annex},
                                                {"clause_table", clause_table_section, Template::annex},
                                                {"readings", readings, Template::annex},
                                                {"ceilings", ceilings, Template::annex},
                                                {"firms", firms_section, Template::annex},
                                                {"ways", ways, Template::annex},
                                                {"contributions_city", contributions_to_city, Template::annex},
                                                {"rail_firms", rail_firms, Template::annex},
                                                {"rail_details", rail_details, Template::annex},
                                                {"register_details", fleet_details, Template::annex},
                                                {"exhaust", exhaust_by_year, Template::annex},
                                                {"emission_details", emission_details, Template::annex},
                                                {"pools", pools, Template::annex},
                                                {"firm_bills", firm_bills, Template::annex},
                                                {"comparison", comparison, Template::annex},
                                                {"observed", observed, Template::annex},
                                                {"effects", effects, Template::annex},
                                                {"assumed_rows", assumed_rows, Template::annex}}};
/// Behind all others.
constexpr std::array<SectionRow, 2> kLast{{{"journal", journal, Template::annex}, {"reproduce", reproduction, Template::annex}}};

std::vector<document::Fact> facts_of(const Page& page) {
  const ReportInput& input = page.input();
  const Settings& settings = page.world().settings;
  std::vector<document::Fact> facts;
  const auto add = [&](const char* key, std::string said) {
    if (!said.empty()) facts.push_back({page.word(key), std::move(said)});
  };
  add("run", fmt::format("{} – {}", to_string(settings.start), to_string(input.end.value_or(settings.end) - 1)));
  if (settings.as_of) add("as_of", to_string(*settings.as_of));
  add("fact.runs", page.mean_note());
  add("fact.version", input.version);
  for (const document::Fact& hash : input.hashes) facts.push_back({page.word(hash.name), hash.text});
  return facts;
}

template <std::size_t N>
void add_sections(Page& page, const std::array<SectionRow, N>& rows, document::Document& document) {
  for (const SectionRow& row : rows) {
    Blocks blocks = row.write(page);
    if (!blocks.empty()) document.sections.push_back({row.id, page.word("section." + std::string(row.id)), {row.in}, std::move(blocks)});
  }
}

}  // namespace

Blocks reproduction(Page& page) {
  const std::string all = page.input().reproduce.in(page.language());
  document::Paragraph said{{}, document::Tone::small};
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    said.lines.push_back({text(all.substr(at, end - at))});
    at = end + 1;
  }
  Blocks blocks = caveat_sources(page);
  if (!said.lines.empty()) blocks.insert(blocks.begin(), std::move(said));
  return blocks;
}

document::Document document_of(const ReportInput& input, Language language) {
  document::Document document;
  document.language = language;
  Page page(input, language, document);
  const Settings& settings = page.world().settings;
  const std::string title = page.name(settings.title_zh, settings.title_en);
  document.title = title.empty() ? settings.id : title;
  document.subtitle = page.word("subtitle");
  document.date = input.date;
  document.facts = facts_of(page);
  add_sections(page, kSections, document);
  add_sections(page, kLast, document);
  Blocks terms = glossary_blocks(analysis::document::only(document, Template::full));
  if (!terms.empty()) document.sections.push_back({"glossary", page.word("section.glossary"), {Template::full}, std::move(terms)});
  return document;
}

document::Documents documents_of(const ReportInput& input) { return {document_of(input, Language::zh), document_of(input, Language::en)}; }

}  // namespace railshift::analysis::report
