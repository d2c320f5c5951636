/// The report of tiny in Chinese: what a planner reads has no word of the program in it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>

#include "analysis/report/report_document.hpp"
#include "analysis/words/scope_words.hpp"
#include "tests/analysis/report_text.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_report_test {
namespace {

/// Words of files and of scenario.toml; a page for planners has its own.
constexpr const char* kCodes[] = {"obedience",
                                  "ordered_by",
                                  "ordered",
                                  "price_yuan_per_t",
                                  "emergent",
                                  "by_definition",
                                  "no_measure",
                                  "no_value",
                                  "no_rail_chain",
                                  "only_rail",
                                  "never_any",
                                  "no_through",
                                  "not_simulated",
                                  "in_force",
                                  "in_service",
                                  "road_opened",
                                  "idle",
                                  "acted",
                                  "nobody_obeys",
                                  "demands_nothing",
                                  "trucks_removed",
                                  "siding_opens",
                                  "gate_floor",
                                  "rail_duty",
                                  "retire_order",
                                  "stock_quota",
                                  "new_only",
                                  "through_diversion",
                                  "sales_standard",
                                  "frozen_base_order",
                                  "rail_share",
                                  "rail_tonnes",
                                  "clean_share",
                                  "register_stock",
                                  "retired_share",
                                  "exhaust",
                                  "must",
                                  "strive",
                                  "met",
                                  "missed",
                                  "cannot_say",
                                  "not_testable",
                                  "main_haul",
                                  "rail_road",
                                  "trucks",
                                  "vehicles",
                                  "alone",
                                  "kind",
                                  "reason",
                                  "met at 0",
                                  "no effect"};

/// Without what the scenario says of its own numbers ("invented: ..."), which is English.
std::string without_sources(std::string text) {
  for (std::size_t at = text.find("invented:"); at != std::string::npos; at = text.find("invented:", at)) {
    text.erase(at, text.find('\n', at) - at);
  }
  return text;
}

/// Whether the word stands in the text by itself or behind a dot, not as a part of an id such as ms-retire.
bool has_word(const std::string& text, const std::string& word) {
  const auto inside = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-'; };
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || !inside(text[at - 1])) && (end == text.size() || !inside(text[end]))) return true;
  }
  return false;
}

std::string report(Language language) {
  const Town& town = planned_town();
  const analysis::MetricTable metrics = analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1});
  const analysis::report::Side side{&town.world, &town.ledger, &metrics};
  auto verdicts = analysis::judge(town.world, {metrics});
  verdicts.front().without_order = 14.0;
  verdicts.front().reasons.push_back(analysis::WithoutAlone{"ms-retire", 14.0});
  analysis::report::ReportInput input;
  input.baseline = side;
  input.plan = side;
  input.verdicts = verdicts;
  input.comparison = analysis::compare(metrics, metrics);
  input.observed = analysis::beside_observed(town.world, {metrics});
  return without_sources(small_city::report_text(input, language));
}

/// Ids of measures, targets and clauses: ms-retire, tg-works, TN-04.
std::string first_id(const std::string& text) {
  for (const char* start : {"ms-", "tg-", "TN-"}) {
    const std::size_t at = text.find(start);
    if (at != std::string::npos) return text.substr(at, 30);
  }
  return {};
}

}  // namespace

TEST_CASE("tiny: the Chinese report has no word of the program in it", "[hand]") {
  const std::string text = report(Language::zh);
  for (const char* code : kCodes) {
    INFO(code);
    CHECK_FALSE(has_word(text, code));
  }
  CHECK(text.find("措施规定") != std::string::npos);
}

TEST_CASE("tiny: targets, clauses and measures are called by words, no id stands in the report", "[hand]") {
  CHECK(first_id(report(Language::zh)) == "");
  CHECK(first_id(report(Language::en)) == "");
}

TEST_CASE("tiny: every figure can be read out in Chinese, with no word of the program in it", "[hand]") {
  const Town& town = planned_town();
  const analysis::Names names = analysis::names_of(town.world);
  int read = 0;
  for (const analysis::MetricRow& row : analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1})) {
    const std::string said = analysis::metric_reading(row.metric, analysis::scope_of(row), names, Language::zh);
    INFO(said);
    CHECK(std::none_of(said.begin(), said.end(), [](unsigned char c) { return std::islower(c) != 0 || c == '_' || c == '*'; }));
    ++read;
  }
  CHECK(read > 500);
}

TEST_CASE("tiny: the English report has English words and no codes with an underscore but those of ids", "[hand]") {
  const std::string text = report(Language::en);
  for (const char* word : {"emergent", "ordered", "in force"}) {
    INFO(word);
    CHECK(has_word(text, word));
  }
  for (const char* code : {"ordered_by", "price_yuan_per_t", "by_definition", "in_force", "siding_opens", "rail_share", "not_testable"}) {
    INFO(code);
    CHECK_FALSE(has_word(text, code));
  }
}

}  // namespace railshift::hand::tiny_report_test
