#pragma once
/// 各项措施的贡献 - which clause does it: for every part of a plan, what the plan has more than the plan without it (one-out), and what
/// the baseline with it alone has more than the baseline (one-in). Values in, rows out.
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/contributions/contribution_figures.hpp"
#include "analysis/contributions/plan_parts.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/policy/effect.hpp"

namespace railshift::analysis {

/// An effect on a target is small below this share of its gap, which is what the baseline lacks of the threshold.
inline constexpr double kSmallShareOfGap = 0.01;

/// Why a part moves a figure little, of the closed lists of the table `effects`: why it did nothing, or what it does instead.
using SmallReason = std::variant<policy::IdleReason, policy::EffectKind>;
[[nodiscard]] std::string_view to_text(const SmallReason& reason);

/// One part and one figure. Every value is of one run, all on one seed; differences need both of theirs.
struct Contribution {
  PlanPart part;
  ContributionFigure figure;
  std::optional<double> plan, without, one_out;        ///< one_out = plan - without
  std::optional<double> baseline, with_alone, one_in;  ///< one_in = with_alone - baseline
  double small = 0.0;                                  ///< what is less than this is small; in the unit
  std::optional<SmallReason> reason;                   ///< of a small one_out
  [[nodiscard]] bool out_is_small() const;
  [[nodiscard]] bool in_is_small() const;
};

/// The values of the runs of one part.
struct PartValues {
  PlanPart part;
  FigureValues without, with_alone;
};
struct ContributionInput {
  std::vector<ContributionFigure> figures;
  FigureValues plan;
  FigureValues baseline;  ///< the plan without all of its measures
  std::vector<PartValues> parts;
};
/// Part by part, figures in their order. `plan`: effects and journal of the plan's run, which say why an effect is small:
///   no act up to the end of the period: not_started if there was one later, else what the journal says;
///   acts without which nothing would have been otherwise in their month: already_so;
///   alone it is not small: others_first, other measures of the plan bring it as well;
///   else the first effect that it had: it does this, and the figure hangs little on it.
[[nodiscard]] std::vector<Contribution> contributions(const ContributionInput& input, const ledger::Ledger& plan);

/// Below which an effect on a figure is small: the larger of one unit (a point of a share, a tonne, a kilometre, a truck, a firm) and
/// kSmallShareOfGap of a target's gap, of another figure of what the plan as a whole does to it: less is what runs differ by anyhow.
[[nodiscard]] double small_effect(const ContributionFigure& figure, const std::optional<double>& plan,
                                  const std::optional<double>& baseline);

/// How far a part brings its target towards the demand: the larger of one-out and one-in, in the unit; negative if it leads away, 0 of a
/// figure without a target.
[[nodiscard]] double strength(const Contribution& contribution);
/// The rows of a target, the strongest part first; of equals the order of the rows.
[[nodiscard]] std::vector<const Contribution*> by_strength(const std::vector<Contribution>& all, const std::string& target);
/// The strongest clause of a target, or nothing if none moves it by more than a small effect.
[[nodiscard]] const Contribution* strongest_clause(const std::vector<Contribution>& all, const std::string& target);

/// contributions.csv, one row a contribution.
struct ContributionColumn {
  std::string_view name;
  Words heading;
  Words meaning;
  std::string (*text)(const Contribution&);
};
[[nodiscard]] const std::vector<ContributionColumn>& contribution_columns();
[[nodiscard]] std::string to_csv(const std::vector<Contribution>& all);

}  // namespace railshift::analysis
