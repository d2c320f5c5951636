#include "tests/app/results.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"

namespace railshift::cli {

namespace fs = std::filesystem;

bool contains(const std::string& text, const std::string& piece) { return text.find(piece) != std::string::npos; }

void check_order(const std::string& text, const std::string& first, const std::string& second) {
  INFO(first << " before " << second);
  REQUIRE(contains(text, first));
  REQUIRE(contains(text, second));
  CHECK(text.find(first) < text.find(second));
}

namespace {

/// The header first.
std::vector<CsvRow> lines_of(const fs::path& csv) {
  Problems problems;
  const std::string text = text_of(csv);
  std::vector<CsvRow> lines = read_csv(without_bom(text), csv.filename().string(), problems);
  REQUIRE(problems.empty());
  REQUIRE_FALSE(lines.empty());
  return lines;
}

}  // namespace

std::vector<Row> rows_of(const fs::path& csv) {
  const std::vector<CsvRow> lines = lines_of(csv);
  std::vector<Row> rows;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    Row row;
    for (std::size_t c = 0; c < lines[0].cells.size(); ++c) row[lines[0].cells[c].text] = lines[i].cells.at(c).text;
    rows.push_back(std::move(row));
  }
  return rows;
}

void change_row(const fs::path& csv, const std::string& id, const Row& cells) {
  std::vector<CsvRow> lines = lines_of(csv);
  const std::vector<CsvCell> header = lines.front().cells;
  std::size_t changed = 0;
  std::string text;
  for (CsvRow& line : lines) {
    if (line.cells.at(0).text == id) {
      for (std::size_t c = 0; c < header.size(); ++c) {
        const auto given = cells.find(header[c].text);
        if (given == cells.end()) continue;
        line.cells.at(c).text = given->second;
        ++changed;
      }
    }
    for (std::size_t c = 0; c < line.cells.size(); ++c) text += (c == 0 ? "" : ",") + csv_cell(line.cells[c].text);
    text += "\n";
  }
  INFO(csv.string() << ", row " << id);
  REQUIRE(changed == cells.size());
  write_to(csv, text);
}

std::map<std::string, std::string> table_hashes(const fs::path& run) {
  return nlohmann::json::parse(text_of(run / "manifest.json")).at("tables_sha256").get<std::map<std::string, std::string>>();
}

std::optional<double> metric(const fs::path& run, const Row& fields) {
  static const std::vector<std::string> scope = {"firm",  "county",           "rail_station", "commodity", "haul_class", "numerator_kind",
                                                 "basis", "denominator_kind", "direction",    "segment",   "standard",   "powertrain",
                                                 "ring",  "metric",           "period"};
  for (const Row& row : rows_of(run / "metrics.csv")) {
    const bool fits = std::all_of(scope.begin(), scope.end(), [&](const std::string& field) {
      const auto wanted = fields.find(field);
      return row.at(field) == (wanted == fields.end() ? "" : wanted->second);
    });
    if (fits) return parse_decimal(row.at("value"));
  }
  return std::nullopt;
}

fs::path run_into(const Scratch& scratch, const std::string& name, const fs::path& scenario, const std::vector<std::string>& words,
                  const Surroundings& surroundings) {
  std::vector<std::string> command = {"run", scenario.string(), "--out", (scratch / name).string()};
  command.insert(command.end(), words.begin(), words.end());
  const Answer answer = ask(command, surroundings);
  INFO(answer.err);
  REQUIRE(answer.code == 0);
  return scratch / name;
}

void check_same_bytes(const fs::path& a, const fs::path& b) {
  CHECK(text_of(a / "metrics.csv") == text_of(b / "metrics.csv"));
  CHECK(text_of(a / "verdicts.csv") == text_of(b / "verdicts.csv"));
  CHECK(table_hashes(a) == table_hashes(b));
}

}  // namespace railshift::cli
