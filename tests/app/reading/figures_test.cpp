/// Every figure of the report model of a run, an assessment and a study is looked up where it says that it comes from: the file is there,
/// the key selects its row (or the rows of its formula), and the column holds the value.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "analysis/document/document_json.hpp"
#include "tests/app/reading/result_tables.hpp"
#include "tests/app/results.hpp"

namespace figures_test {

using namespace railshift::cli;
namespace fs = std::filesystem;
namespace document = railshift::analysis::document;

namespace {

/// A part of a formula: a column of the rows of the key, or `column=cell`, which adds a cell to the key and takes From::column.
double term(Files& files, const document::From& from, const std::string& text) {
  const std::size_t equals = text.find('=');
  Key key = from.key;
  if (equals != std::string::npos) key[text.substr(0, equals)] = text.substr(equals + 1);
  const auto rows = agreeing(files.rows(from.file), key);
  INFO(text);
  CHECK((equals == std::string::npos || rows.size() == 1));
  return sum_of(rows, equals == std::string::npos ? text : from.column);
}

/// How many rows of the key have a cell more, written column=cell.
std::size_t rows_with(Files& files, const document::From& from, const std::string& cell) {
  const std::size_t equals = cell.find('=');
  Key key = from.key;
  key[cell.substr(0, equals)] = cell.substr(equals + 1);
  return agreeing(files.rows(from.file), key).size();
}

std::vector<std::string> split(const std::string& text, const std::string& between) {
  std::vector<std::string> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(between, at), text.size());
    parts.push_back(text.substr(at, end - at));
    at = end + between.size();
  }
  return parts;
}

/// Figures that are worked out from more than sums and quotients of rows; their formulas are words.
bool in_words(const std::string& id) {
  for (const char* start : {"nox_difference:", "off_network:", "redeployment:", "gap:", "fall:", "honesty:base_year_gap",
                            "honesty:assumed_share", "count:office", "count:levers:", "count:readings_possible:"}) {
    if (id.starts_with(start)) return true;
  }
  return id.find(":without:") != std::string::npos;
}

bool near(double a, double b) { return std::abs(a - b) <= 1e-9 * std::max({1.0, std::abs(a), std::abs(b)}); }

/// Whether the first number of a text is the value to its last digit, in one of the units in which values are said: per cent, 千, 万, 亿,
/// tonnes of kg, 万吨 of kg.
bool reads_as(const std::string& text, double value) {
  const std::size_t begin = text.find_first_of("0123456789");
  if (begin == std::string::npos) return false;
  const std::size_t end = std::min(text.find_first_not_of("0123456789,.", begin), text.size());
  std::string digits = text.substr(begin, end - begin);
  digits.erase(std::remove(digits.begin(), digits.end(), ','), digits.end());
  const std::size_t point = digits.find('.');
  const double half = 0.5 * std::pow(10.0, point == std::string::npos ? 0.0 : -static_cast<double>(digits.size() - point - 1));
  const double said = std::stod(digits);
  const std::array<double, 8> units{1.0, 100.0, 1e-3, 1e-4, 1e-6, 1e-7, 1e-8, 1e-11};
  return std::any_of(units.begin(), units.end(),
                     [&](double unit) { return std::abs(std::abs(value) * unit - said) <= half * 1.0001 + 1e-12; });
}

void check_figure(Files& files, const std::string& id, const document::Figure& figure) {
  const document::From& from = figure.from;
  INFO(id << " of " << from.file << " column " << from.column << " formula " << from.formula);
  REQUIRE_FALSE(from.file.empty());
  const auto rows = agreeing(files.rows(from.file), from.key);
  if (in_words(id)) {
    CHECK_FALSE(from.formula.empty());
    CHECK_FALSE(rows.empty());
    return;
  }
  if (!figure.value) {
    REQUIRE_FALSE(rows.empty());
    for (const Row* row : rows) CHECK((from.column.empty() || row->at(from.column).empty() || !from.formula.empty()));
    return;
  }
  CHECK(reads_as(figure.text, *figure.value));
  if (from.formula.empty()) {
    REQUIRE(rows.size() == 1);
    REQUIRE(rows.front()->contains(from.column));
    CHECK(near(std::stod(rows.front()->at(from.column)), *figure.value));
  } else if (from.formula == "rows") {
    CHECK(static_cast<double>(rows.size()) == *figure.value);
  } else if (from.formula.starts_with("rows where ")) {
    std::size_t count = 0;
    for (const std::string& part : split(from.formula.substr(11), " or ")) count += rows_with(files, from, part);
    CHECK(static_cast<double>(count) == *figure.value);
  } else if (from.formula == "sum") {
    CHECK(near(sum_of(rows, from.column), *figure.value));
  } else if (const auto parts = split(from.formula, " / "); parts.size() == 2) {
    CHECK(near(term(files, from, parts[0]) / term(files, from, parts[1]), *figure.value));
  } else {
    double sum = 0.0;
    for (const std::string& part : split(from.formula, " + ")) sum += term(files, from, part);
    CHECK(near(sum, *figure.value));
  }
}

/// Every run of text that is a figure, with its text.
struct Shown {
  const document::Document& document;
  std::size_t count = 0;

  void lines(const document::Lines& some) {
    for (const document::Line& line : some) {
      for (const document::Run& run : line) {
        if (run.figure.empty()) continue;
        INFO(run.figure);
        REQUIRE(document.figures.contains(run.figure));
        CHECK(document.figures.at(run.figure).text == run.text);
        ++count;
      }
    }
  }
  void operator()(const document::Heading&) {}
  void operator()(const document::Paragraph& paragraph) { lines(paragraph.lines); }
  void operator()(const document::List& list) {
    for (const document::Lines& item : list.items) lines(item);
  }
  void operator()(const document::Table& table) {
    for (const auto& row : table.rows) {
      for (const document::Lines& cell : row) lines(cell);
    }
  }
  void operator()(const document::Boxes& boxes) {
    for (const document::Box& box : boxes.boxes) lines(box.names);
  }
  void operator()(const document::Chart& chart) {
    for (const document::Series& series : chart.series) {
      for (const std::string& id : series.figures) CHECK((id.empty() || document.figures.contains(id)));
    }
  }
  void operator()(const document::Map&) {}
};

/// Shares of metrics.csv are their numerator by their denominator.
void check_shares(Files& files, const std::string& file) {
  std::size_t shares = 0;
  for (const Row& row : files.rows(file)) {
    if (row.at("unit") != "1" || row.at("numerator").empty() || row.at("denominator").empty()) continue;
    INFO(row.at("metric") << " " << row.at("period"));
    const double whole = std::stod(row.at("denominator"));
    if (whole > 0.0) CHECK(near(std::stod(row.at("numerator")) / whole, std::stod(row.at("value"))));
    ++shares;
  }
  CHECK(shares > 100);
}

}  // namespace

TEST_CASE("every figure of the report of a run stands where it says that it comes from, of an estimate too", "[app][repeats]") {
  for (const std::vector<std::string>& more : {std::vector<std::string>{}, {"--engine", "months", "--replications", "2"}}) {
    const Scratch scratch;
    const fs::path folder = run_into(scratch, "r", scenario("tiny"), more);
    const document::Documents documents = document::documents_from(text_of(folder / "document.json"));
    Files files(folder);
    CHECK(documents.zh.figures.size() > 250);
    // a run alone has quarters and a map of its flows, and says by name what needs a baseline
    std::set<std::string> sections;
    for (const document::Section& section : documents.zh.sections) sections.insert(section.id);
    for (const char* there : {"schedule", "maps", "alone"}) CHECK(sections.contains(there));
    for (const char* of_others : {"falls", "contributions", "levers", "costs", "comparison"}) CHECK_FALSE(sections.contains(of_others));
    CHECK(documents.zh.figures.contains("schedule:tg-rail-2024:2024-03:asked"));
    for (const auto& [id, figure] : documents.zh.figures) {
      check_figure(files, id, figure);
      CHECK((more.empty() || figure.of != document::Of::one_run || figure.from.file == "verdicts.csv"));
    }
  }
}

TEST_CASE("every figure of a quick assessment and of a study stands where it says that it comes from", "[app][slow]") {
  const Scratch scratch;
  const fs::path quick = scratch / "q", study = scratch / "s";
  REQUIRE(ask({"assess", scenario("tiny").string(), "--quick", "--out", quick.string()}).code == 0);
  REQUIRE(ask({"study", scenario("studies/tiny.toml").string(), "--out", study.string()}).code == 0);
  for (const auto& [folder, least] : {std::pair{quick, 700U}, std::pair{study, 100U}}) {
    const document::Documents documents = document::documents_from(text_of(folder / "document.json"));
    Files files(folder);
    CHECK(documents.zh.figures.size() > least);
    for (const document::Document* one : {&documents.zh, &documents.en}) {
      for (const auto& [id, figure] : one->figures) check_figure(files, id, figure);
    }
  }
}

TEST_CASE("every figure of the report stands where it says that it comes from, in both languages the same", "[app][slow]") {
  const Scratch scratch;
  const fs::path folder = scratch / "a";
  REQUIRE(ask({"assess", scenario("tiny").string(), "--members", "12", "--full", "2", "--out", folder.string()}).code == 0);
  const document::Documents documents = document::documents_from(text_of(folder / "document.json"));
  Files files(folder);
  CHECK(documents.zh.figures.size() > 700);
  std::set<std::string> of_files;
  for (const auto& [id, figure] : documents.zh.figures) {
    check_figure(files, id, figure);
    of_files.insert(figure.from.file);
  }
  for (const char* file : {"verdicts.csv", "comparison.csv", "costs.csv", "contributions.csv", "ceilings.csv", "chances.csv",
                           "plan/metrics.csv", "baseline/metrics.csv", "plan/pools.csv", "plan/run.gpkg/effects", "observed.csv"})
    CHECK(of_files.contains(file));
  check_shares(files, "plan/metrics.csv");
  for (const document::Document* one : {&documents.zh, &documents.en}) {
    Shown shown{*one};
    for (const document::Section& section : one->sections) {
      for (const document::Block& block : section.blocks) std::visit(shown, block);
    }
    CHECK(shown.count > 1000);
  }
  REQUIRE(documents.zh.figures.size() == documents.en.figures.size());
  for (const auto& [id, figure] : documents.zh.figures) {
    INFO(id);
    REQUIRE(documents.en.figures.contains(id));
    document::Figure other = documents.en.figures.at(id);
    other.text = figure.text;
    CHECK(other == figure);
  }
}

}  // namespace figures_test
