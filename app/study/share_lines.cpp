#include "app/study/share_lines.hpp"

#include <cmath>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"
#include "app/words.hpp"

namespace railshift::app {
namespace {

std::string name_of(const study::StudyShare& share) {
  const std::string name = Words{share.name_zh, share.name_en}.in(language());
  return name.empty() ? share.id : name;
}

}  // namespace

std::string effect_figure(const std::optional<analysis::statistics::Estimate>& estimate, const std::string& unit) {
  if (!estimate) return "—";
  // Where all members differ alike, sums of doubles leave an error in the last bits.
  constexpr double kDust = 1e-9;
  const std::string value = analysis::difference_text(estimate->value, unit, language());
  const double error = estimate->error.value_or(0.0);
  const std::string shown = analysis::distance_text(error, unit, language());
  const bool spread = error > kDust * std::abs(estimate->value) && shown != analysis::distance_text(0.0, unit, language());
  return spread ? value + " ± " + shown : value;
}

void print_shares(const study::EffectShares& shares) {
  using analysis::Align;
  const std::string lead = shares.exact ? analysis::word("shares.lead", language()) : analysis::word("shares.lead_sampled", language());
  fmt::print("{}\n", fmt::format(fmt::runtime(lead), shares.of_case, shares.twins));
  std::vector<Align> aligned(shares.groups.size() + 3, Align::right);
  aligned.front() = Align::left;
  analysis::TextTable table(aligned);
  std::vector<analysis::TextCell> head{analysis::word("target", language())};
  for (const study::ShareGroup& group : shares.groups) head.push_back(name_of(group.asked));
  head.push_back(analysis::word("shares.remainder", language()));
  head.push_back(analysis::word("shares.total", language()));
  table.row(head);
  bool withheld = false;
  for (const study::TargetShares& target : shares.targets) {
    if (!target.main || !target.total) continue;
    std::vector<analysis::TextCell> row{target.target};
    for (std::size_t g = 0; g < shares.groups.size(); ++g)
      row.push_back(target.shares.empty() ? std::string("—") : effect_figure(target.shares[g], target.unit));
    row.push_back(analysis::difference_text(target.remainder(), target.unit, language()));
    row.push_back(analysis::difference_text(target.total, target.unit, language()));
    table.row(row);
    withheld = withheld || target.withheld;
  }
  fmt::print("{}", table.text());
  if (withheld) fmt::print("{}\n", analysis::word("shares.withheld", language()));
  for (const study::WithoutFigures& run : shares.without) fmt::print("  {}\n    {}\n", run.why.in(language()), run.command);
  fmt::print("\n");
}

}  // namespace railshift::app
