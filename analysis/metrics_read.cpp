#include "analysis/metrics_read.hpp"

#include <charconv>
#include <stdexcept>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kColumns = 23;

std::optional<double> number(const std::string& text) {
  if (text.empty()) return std::nullopt;
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) throw std::runtime_error("not a number: " + text);
  return value;
}

MetricRow row_of(const CsvRow& csv) {
  if (csv.cells.size() != kColumns) throw std::runtime_error("not a row of metrics.csv");
  std::size_t next = 0;
  const auto text = [&] { return csv.cells[next++].text; };
  MetricRow r;
  r.scenario = text();
  r.layer = text();
  r.variant = text();
  r.replication = static_cast<int>(number(text()).value_or(1.0));
  for (std::string* field : {&r.metric, &r.firm, &r.county, &r.commodity, &r.haul_class, &r.numerator_kind, &r.basis, &r.denominator_kind,
                             &r.direction, &r.segment, &r.standard, &r.powertrain, &r.ring, &r.period, &r.unit}) {
    *field = text();
  }
  r.value = number(text()).value_or(0.0);
  r.numerator = number(text());
  r.denominator = number(text());
  r.standing = text();
  return r;
}

}  // namespace

MetricTable metrics_from_csv(std::string_view text, const std::string& file) {
  Problems problems;
  const auto rows = read_csv(without_bom(text), file, problems);
  MetricTable table;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    try {
      table.push_back(row_of(rows[i]));
    } catch (const std::runtime_error& e) {
      throw std::runtime_error(file + ":" + std::to_string(rows[i].line) + ": " + e.what());
    }
  }
  return table;
}

}  // namespace railshift::analysis
