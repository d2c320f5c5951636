#include "analysis/report/html.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/report/html_text.hpp"
#include "analysis/report/page.hpp"
#include "analysis/report/sections.hpp"
#include "analysis/report/style.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/verdict_words.hpp"

namespace railshift::analysis::report {
namespace {

/// Figures that say themselves of how many runs they are, or come from the plan's first run.
enum class Figures { say_it, first_run };

struct Section {
  const char* title;
  std::string (*write)(const Page&);
  Figures figures = Figures::first_run;
};

constexpr std::array<Section, 18> kSections{{{"section.conclusions", conclusions, Figures::say_it},
                                             {"section.targets", targets_table, Figures::say_it},
                                             {"section.ceilings", ceiling_section, Figures::say_it},
                                             {"section.observed", observed_section, Figures::say_it},
                                             {"section.rail", rail_section},
                                             {"section.reasons", reasons_section},
                                             {"section.register", register_section},
                                             {"section.pools", pool_section},
                                             {"section.clean", clean_section},
                                             {"section.emissions", emission_section},
                                             {"section.costs", cost_section},
                                             {"section.comparison", comparison_section},
                                             {"section.contributions", contribution_section, Figures::say_it},
                                             {"section.levers", lever_section, Figures::say_it},
                                             {"section.chances", chance_section, Figures::say_it},
                                             {"section.effects", effects_section},
                                             {"section.assumptions", assumption_section},
                                             {"section.journal", journal_section}}};
/// Of the sections and of the command at the end.
constexpr std::array<std::string_view, kSections.size() + 1> kNumerals{
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九"};
static_assert(!kNumerals.back().empty(), "every section has its numeral");

std::string section_heading(const Page& page, std::size_t i, std::string_view title) {
  const std::string number = page.language() == Language::zh ? fmt::format("{}、", kNumerals[i]) : fmt::format("{}. ", i + 1);
  return fmt::format("<h2>{}{}</h2>\n", number, escape(page.word(title)));
}

std::string head(const Page& page, const std::string& title) {
  const Settings& s = page.world().settings;
  const Date last = page.input().end.value_or(s.end) - 1;
  std::string line =
      fmt::format("{} · {} {} – {}", escape(page.word("subtitle")), escape(page.word("run")), to_string(s.start), to_string(last));
  if (s.as_of) line += fmt::format(" · {} {}", escape(page.word("as_of")), to_string(*s.as_of));
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{}</style>\n</head>\n<body>\n<h1>{}</h1>\n<p "
      "class=\"subtitle\">{}</p>\n",
      page.language() == Language::zh ? "zh-CN" : "en", escape(title), kStyle, escape(title), line);
}

std::string written(const Page& page, const Section& section) {
  const std::string of = fmt::format(fmt::runtime(page.word("runs.first")), page.input().seed.value_or(page.world().settings.seed));
  return (section.figures == Figures::first_run ? html_paragraph("<small>" + escape(of) + "</small>") : "") + section.write(page);
}

}  // namespace

std::string cites(const Page& page, const std::vector<MetricKind>& metrics) {
  std::string out;
  std::string last_clause;
  for (const Verdict& v : page.input().verdicts) {
    const bool about = std::any_of(metrics.begin(), metrics.end(), [&](MetricKind m) { return m == v.metric; });
    if (!about || v.clause == last_clause) continue;
    last_clause = v.clause;
    if (!out.empty()) out += page.semicolon();
    out += fmt::format("<b>{}</b> {}", escape(v.clause), quoted(v.quote));
  }
  if (out.empty()) return escape(page.word("no_clause"));
  return fmt::format("{}: {}", escape(page.word("cites")), out);
}

std::string figure_block(const Page& page, const std::string& svg, const std::string& caption, const std::vector<MetricKind>& metrics) {
  return fmt::format("<figure>{}<figcaption><b>{}</b><br>{}</figcaption></figure>\n", svg, escape(caption), cites(page, metrics));
}

std::string basis_reasons(const Page& page, const Verdict& verdict) {
  std::string out;
  for (const BasisReason& reason : verdict.reasons) {
    out += (out.empty() ? "" : page.semicolon()) + escape(sentence(reason, page.language()));
    if (const auto* alone = std::get_if<WithoutAlone>(&reason)) out += ": " + figure(alone->value, verdict.unit, page.language());
  }
  return out;
}

std::string html(const ReportInput& input, Language language) {
  document::Document figures;
  const Page page(input, language, figures);
  const Settings& settings = page.world().settings;
  const std::string title = page.name(settings.title_zh, settings.title_en);
  std::string out = head(page, title.empty() ? settings.id : title) + checked_notice(page) + not_served_notice(page) + caveat_notice(page);
  for (std::size_t i = 0; i < kSections.size(); ++i) out += section_heading(page, i, kSections[i].title) + written(page, kSections[i]);
  out += section_heading(page, kSections.size(), "section.reproduce") + "<pre>" + escape(input.reproduce.in(language)) + "</pre>\n";
  return out + "</body>\n</html>\n";
}

}  // namespace railshift::analysis::report
