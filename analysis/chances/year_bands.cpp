#include "analysis/chances/year_bands.hpp"

#include <map>

#include "analysis/judge/headlines.hpp"
#include "analysis/metrics/metric_columns.hpp"

namespace railshift::analysis {
namespace {

/// Of one figure: every twin's, and the full runs'.
struct YearFigures {
  std::vector<std::optional<double>> twins;
  double full_sum = 0.0;
  int full = 0;
};

struct ByKey {
  bool operator()(const MetricRow& a, const MetricRow& b) const { return key_less(a, b); }
};
using FigureBook = std::map<MetricRow, YearFigures, ByKey>;

/// The same figure whichever member says it.
MetricRow key_of(const MetricRow& row) {
  MetricRow key = only_key(row);
  key.replication = 1;
  return key;
}

bool is_yearly_headline(const MetricRow& row) { return row.period.size() == 4 && is_headline(row); }

}  // namespace

std::vector<YearBand> year_bands(const MemberTables& members) {
  FigureBook book;
  const std::size_t kept = members.twins.size() - members.ruled_out.size();
  std::size_t at_member = 0;
  for (std::size_t i = 0; i < members.twins.size(); ++i) {
    if (members.ruled_out.contains(i)) continue;
    for (const MetricRow& row : members.twins[i]) {
      if (!is_yearly_headline(row)) continue;
      YearFigures& figures = book[key_of(row)];
      figures.twins.resize(kept);
      figures.twins[at_member] = row.value;
    }
    ++at_member;
  }
  for (const auto& [member, table] : members.full) {
    if (members.ruled_out.contains(member)) continue;
    for (const MetricRow& row : table) {
      if (!is_yearly_headline(row)) continue;
      const auto at = book.find(key_of(row));
      if (at == book.end()) continue;
      at->second.full_sum += row.value;
      ++at->second.full;
    }
  }
  std::vector<YearBand> bands;
  for (const auto& [key, figures] : book) {
    const auto mean = figures.full > 0 ? std::optional(figures.full_sum / figures.full) : std::nullopt;
    bands.push_back({key, *statistics::band_of(figures.twins), figures.full, mean});
  }
  return bands;
}

}  // namespace railshift::analysis
