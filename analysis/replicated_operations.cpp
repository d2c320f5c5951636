#include "analysis/replicated_operations.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <stdexcept>

#include "analysis/csv_text.hpp"
#include "analysis/replications.hpp"
#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

/// What a row is about; the other columns are figures, but for the ones in kPassedOver.
constexpr std::array<std::string_view, 5> kKeys = {"subject", "kind", "owner", "commodity", "period"};
constexpr std::array<std::string_view, 3> kSubjects = {"station", "pool", "place"};
constexpr std::array<std::string_view, 2> kPassedOver = {"replication", "site"};

template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Values of every figure in the order in which they were first met.
class Collected {
 public:
  void add(const OperationsCsv& table) {
    Problems problems;
    const auto rows = read_csv(without_bom(table.text), table.name + ".csv", problems);
    if (!problems.empty() || rows.empty()) throw std::runtime_error(table.name + ".csv is no table");
    for (std::size_t i = 1; i < rows.size(); ++i) add_row(table.name, rows.front(), rows[i]);
  }

  [[nodiscard]] std::string to_csv() const {
    CsvText csv;
    csv.field("table");
    for (const std::string_view key : kKeys) csv.field(key);
    for (const char* column : {"figure", "n", "mean", "sd", "low", "high"}) csv.field(std::string_view(column));
    csv.end_row();
    for (const auto& [key, values] : figures_) {
      if (values.empty()) continue;
      const Spread s = spread_of(values);
      for (const std::string& text : key) csv.field(text);
      csv.field(std::to_string(s.n)).field(s.mean).field(s.sd).field(s.low).field(s.high);
      csv.end_row();
    }
    return csv.take();
  }

 private:
  using Key = std::vector<std::string>;  ///< table, kKeys, figure

  void add_row(const std::string& table, const CsvRow& header, const CsvRow& row) {
    if (row.cells.size() != header.cells.size()) throw std::runtime_error(table + ".csv: a row is not as long as the header");
    Key key(kKeys.size() + 2);
    key.front() = table;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& column = header.cells[c].text;
      const auto at = std::find(kKeys.begin(), kKeys.end(), is_one_of(kSubjects, column) ? kKeys.front() : std::string_view(column));
      if (at != kKeys.end()) key[static_cast<std::size_t>(at - kKeys.begin()) + 1] = row.cells[c].text;
    }
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& column = header.cells[c].text;
      if (is_one_of(kKeys, column) || is_one_of(kSubjects, column) || is_one_of(kPassedOver, column)) continue;
      key.back() = column;
      add_value(key, row.cells[c].text);
    }
  }

  void add_value(const Key& key, const std::string& text) {
    auto [place, is_new] = place_.try_emplace(key, figures_.size());
    if (is_new) figures_.emplace_back(key, std::vector<double>{});
    if (text.empty()) return;
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) throw std::runtime_error("not a number: " + text);
    figures_[place->second].second.push_back(value);
  }

  std::map<Key, std::size_t> place_;
  std::vector<std::pair<Key, std::vector<double>>> figures_;
};

}  // namespace

std::string over_replications(const std::vector<OperationsCsv>& tables) {
  Collected collected;
  for (const OperationsCsv& table : tables) collected.add(table);
  return collected.to_csv();
}

}  // namespace railshift::analysis
