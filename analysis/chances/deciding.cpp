#include "analysis/chances/deciding.hpp"

#include <algorithm>
#include <numeric>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/statistics/surrogate.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

constexpr std::size_t kPointsOfReplicate = 512;
constexpr std::size_t kReplicates = 4;

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

statistics::SobolStudy study_of(std::size_t factors, std::uint32_t seed) {
  statistics::SobolStudy study;
  study.factors = factors;
  for (std::size_t f = 0; f < factors; ++f) study.groups.push_back({f});
  study.points = kPointsOfReplicate;
  study.replicates = kReplicates;
  study.seed = seed;
  return study;
}

void add_shares(const DecidingQuestion& question, const statistics::Surrogate& surrogate, Deciding& found) {
  const auto evaluate = [&](const statistics::Points& points) {
    std::vector<double> values;
    values.reserve(points.size());
    for (const statistics::Point& point : points) values.push_back(surrogate.process.mean_at(point));
    return values;
  };
  const statistics::SobolIndices indices = statistics::sobol_indices(study_of(surrogate.factors.size(), question.seed), evaluate);
  for (std::size_t f = 0; f < indices.groups.size(); ++f) {
    const std::string& id = question.groups.at(surrogate.factors[f]);
    const auto office = question.offices.find(id);
    found.groups.push_back({id, indices.groups[f], office == question.offices.end() ? Words{} : office->second});
  }
  std::stable_sort(found.groups.begin(), found.groups.end(),
                   [](const GroupShare& a, const GroupShare& b) { return a.share.total.value > b.share.total.value; });
}

/// Screens among the candidates; false if no surrogate of them explains the figure.
bool explains(const DecidingQuestion& question, const Seen& seen, const std::vector<std::size_t>& candidates, Deciding& found) {
  found.candidates = static_cast<int>(candidates.size());
  found.r2.reset();
  if (candidates.empty() || seen.points.empty()) return false;
  const auto surrogate = statistics::fit_surrogate(seen.points, seen.values, candidates);
  if (!surrogate) return false;
  found.r2 = surrogate->r2;
  if (surrogate->r2 < kLeastR2) return false;
  add_shares(question, *surrogate, found);
  return true;
}

Deciding decides(const DecidingQuestion& question, const TargetChance& chance) {
  RAILSHIFT_EXPECTS(question.points.size() == chance.estimates.size(), "every member has a point");
  const Seen seen = seen_by(question.points, chance.estimates);
  Deciding found;
  found.target = chance.asked.target;
  found.members = static_cast<int>(seen.values.size());
  if (const auto passed = question.passed.find(chance.asked.target); passed != question.passed.end()) {
    found.screened_by = ScreenedBy::morris;
    if (explains(question, seen, passed->second, found)) return found;
  }
  std::vector<std::size_t> all(question.groups.size());
  std::iota(all.begin(), all.end(), std::size_t{0});
  found.screened_by = ScreenedBy::members;
  static_cast<void>(explains(question, seen, all, found));
  return found;
}

}  // namespace

std::string_view to_text(ScreenedBy by) {
  switch (by) {
    case ScreenedBy::members:
      return "members";
    case ScreenedBy::morris:
      return "morris";
  }
  RAILSHIFT_EXPECTS(false, "a screening has a word");
}

std::vector<Deciding> deciding(const DecidingQuestion& question) {
  std::vector<Deciding> all;
  for (const TargetChance& chance : question.chances) all.push_back(decides(question, chance));
  return all;
}

const std::array<std::string_view, 13>& deciding_columns() {
  static constexpr std::array<std::string_view, 13> columns{"target", "members",   "screened_by", "candidates", "r2",
                                                            "group",  "first",     "first_error", "total",      "total_error",
                                                            "rank",   "office_zh", "office_en"};
  return columns;
}

std::vector<std::vector<std::string>> deciding_rows(const Deciding& target) {
  const std::vector<std::string> head{target.target, std::to_string(target.members), std::string(to_text(target.screened_by)),
                                      std::to_string(target.candidates), number_or_nothing(target.r2)};
  std::vector<std::vector<std::string>> rows;
  for (std::size_t i = 0; i < target.groups.size(); ++i) {
    const GroupShare& group = target.groups[i];
    rows.push_back(head);
    for (const std::string& cell : {group.group, number_text(group.share.first.value), number_or_nothing(group.share.first.error),
                                    number_text(group.share.total.value), number_or_nothing(group.share.total.error), std::to_string(i + 1),
                                    group.office.zh, group.office.en})
      rows.back().push_back(cell);
  }
  if (rows.empty()) {
    rows.push_back(head);
    rows.back().resize(deciding_columns().size());
  }
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
