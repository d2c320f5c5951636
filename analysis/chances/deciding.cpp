#include "analysis/chances/deciding.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/statistics/gaussian_process.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kPointsOfReplicate = 512;
constexpr std::size_t kReplicates = 4;
/// A surrogate needs some members a factor.
constexpr std::size_t kMembersAFactor = 4;

struct Seen {
  statistics::Points points;
  std::vector<double> values;
};

Seen seen_by(const statistics::Points& points, const std::vector<std::optional<double>>& values) {
  Seen seen;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!values[i]) continue;
    seen.points.push_back(points[i]);
    seen.values.push_back(*values[i]);
  }
  return seen;
}

bool varies(const std::vector<double>& values) {
  return std::any_of(values.begin(), values.end(), [&](double v) { return v != values.front(); });
}

statistics::SobolStudy study_of(std::size_t factors, std::uint32_t seed) {
  statistics::SobolStudy study;
  study.factors = factors;
  for (std::size_t f = 0; f < factors; ++f) study.groups.push_back({f});
  study.points = kPointsOfReplicate;
  study.replicates = kReplicates;
  study.seed = seed;
  return study;
}

void add_shares(const std::vector<std::string>& groups, const statistics::GaussianProcess& process, std::uint32_t seed, Deciding& found) {
  const auto evaluate = [&](const statistics::Points& points) {
    std::vector<double> values;
    values.reserve(points.size());
    for (const statistics::Point& point : points) values.push_back(process.mean_at(point));
    return values;
  };
  const statistics::SobolIndices indices = statistics::sobol_indices(study_of(groups.size(), seed), evaluate);
  for (std::size_t g = 0; g < indices.groups.size(); ++g) found.groups.push_back({groups[g], indices.groups[g]});
  std::stable_sort(found.groups.begin(), found.groups.end(),
                   [](const GroupShare& a, const GroupShare& b) { return a.share.total.value > b.share.total.value; });
}

}  // namespace

std::vector<Deciding> deciding(const std::vector<std::string>& groups, const statistics::Points& points,
                               const std::vector<TargetChance>& chances, std::uint32_t seed) {
  std::vector<Deciding> all;
  for (const TargetChance& chance : chances) {
    RAILSHIFT_EXPECTS(points.size() == chance.estimates.size(), "every member has a point");
    Deciding found{chance.asked.target, {}, {}};
    const Seen seen = seen_by(points, chance.estimates);
    if (!groups.empty() && seen.values.size() > kMembersAFactor * groups.size() && varies(seen.values)) {
      const auto process = statistics::fit_gaussian_process(seen.points, seen.values);
      if (process) found.r2 = process->r2();
      if (found.r2.value_or(0.0) >= kLeastR2) add_shares(groups, *process, seed, found);
    }
    all.push_back(std::move(found));
  }
  return all;
}

const std::array<std::string_view, 8>& deciding_columns() {
  static constexpr std::array<std::string_view, 8> columns{"target", "r2", "group", "first", "first_error", "total", "total_error", "rank"};
  return columns;
}

std::vector<std::vector<std::string>> deciding_rows(const Deciding& target) {
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < target.groups.size(); ++i) {
    const GroupShare& group = target.groups[i];
    rows.push_back({target.target, number_or_nothing(target.r2), group.group, number_text(group.share.first.value),
                    number_or_nothing(group.share.first.error), number_text(group.share.total.value),
                    number_or_nothing(group.share.total.error), std::to_string(i + 1)});
  }
  if (rows.empty()) rows.push_back({target.target, number_or_nothing(target.r2), "", "", "", "", "", ""});
  return rows;
}

std::string to_csv(const std::vector<Deciding>& all) {
  CsvText csv;
  for (const std::string_view column : deciding_columns()) csv.field(column);
  csv.end_row();
  for (const Deciding& target : all) {
    for (const auto& row : deciding_rows(target)) {
      for (const std::string& cell : row) csv.field(cell);
      csv.end_row();
    }
  }
  return csv.take();
}

}  // namespace railshift::analysis
