#include "sim/rules/goods/flow_solver.hpp"

#include <algorithm>

#include "sim/core/both.hpp"

namespace railshift::rules {
namespace {

constexpr double kShareTolerance = 1e-9;
/// Half a kilogram a year: below it a negative rest is rounding.
constexpr double kTonneTolerance = 0.0005;

/// The value at the first day of a year, linear between the dated points, flat outside them.
double interpolated(const Dated<double>& points, int year) {
  const Date day = make_date(year, 1, 1);
  const auto& steps = points.steps();
  if (steps.empty()) return 0.0;
  const auto after = std::upper_bound(steps.begin(), steps.end(), day, [](Date d, const auto& step) { return d < step.first; });
  if (after == steps.begin()) return steps.front().second;
  if (after == steps.end()) return steps.back().second;
  const auto before = std::prev(after);
  const double along = static_cast<double>(day - before->first) / static_cast<double>(after->first - before->first);
  return before->second + (after->second - before->second) * along;
}

/// Solves one month; flows are known by index.
class Solver {
 public:
  Solver(const World& world, Month month, const Ignored& ignored) : world_(world), month_(month), ignored_(ignored) {
    solved_.amounts = side_amounts(world, month, ignored);
    solved_.rates.of_flow.resize(world.flows.size());
    done_.resize(world.flows.size(), false);
    for (const Flow& flow : world.flows) {
      const std::size_t i = solved_.sent.size();
      solved_.sent.push_back(sent_side(world, flow));
      solved_.received.push_back(received_side(world, solved_.amounts, flow));
      for (const auto& side : {solved_.sent[i], solved_.received[i]}) {
        if (side) touching_[*side].push_back(i);
      }
    }
  }

  FlowSolution run() {
    for (std::size_t i = 0; i < world_.flows.size(); ++i) place(i);
    check_shares(first_);
    check_shares(rests_);
    solve_rests();
    return std::move(solved_);
  }

 private:
  [[nodiscard]] const Flow& flow(std::size_t i) const { return world_.flows[Id<Flow>{static_cast<std::uint32_t>(i)}]; }
  [[nodiscard]] double share(std::size_t i) const { return flow(i).share_or_t.on(ruling_day(world_, month_)).value_or(0.0); }
  [[nodiscard]] double amount(const Side& side) const {
    const auto found = solved_.amounts.find(side);
    return found == solved_.amounts.end() ? 0.0 : found->second.value;
  }
  void set(std::size_t i, double t_per_year) {
    solved_.rates.of_flow[i] = TonnesPerYear{t_per_year};
    done_[i] = true;
  }
  void fault(std::size_t i, SolverFault::Kind kind, Words what) {
    solved_.faults.push_back({Id<Flow>{static_cast<std::uint32_t>(i)}, kind, std::move(what)});
  }
  [[nodiscard]] Words words(const Side& side) const {
    const Words kind = side.kind == SideKind::output ? Words{"产出", "the output of"} : Words{"需求", "the need of"};
    return both("{2} 的 {1} {0}", "{0} {1} of {2}", kind, side.key, world_.sites[side.site].id);
  }

  /// Solves a flow that needs no rest, or lines a rest up behind its side.
  void place(std::size_t i) {
    switch (flow(i).rule) {
      case FlowRule::push:
        return share_of(solved_.sent[i], i, as_far_as_open(flow(i).origin, flow(i).destination));
      case FlowRule::pull:
        return share_of(solved_.received[i], i, as_far_as_open(flow(i).destination, flow(i).origin));
      case FlowRule::rest_out:
        return rest_of(solved_.sent[i], i);
      case FlowRule::rest_in:
        return rest_of(solved_.received[i], i);
      case FlowRule::fixed:
        return fixed(i);
    }
  }
  /// Goods move as far as both ends work: what the side of `own` has already counts its own days and rates.
  [[nodiscard]] double as_far_as_open(Id<Site> own, Id<Site> other) const {
    const double here = activity_share(world_, own, month_, ignored_);
    return here > 0.0 ? std::min(1.0, activity_share(world_, other, month_, ignored_) / here) : 1.0;
  }
  void share_of(const std::optional<Side>& side, std::size_t i, double open) {
    if (!side) return outside(i);
    first_[*side].push_back(i);
    set(i, share(i) * amount(*side) * open);
  }
  void rest_of(const std::optional<Side>& side, std::size_t i) {
    if (!side) return outside(i);
    rests_[*side].push_back(i);
  }
  void fixed(std::size_t i) {
    const double share =
        std::min(activity_share(world_, flow(i).origin, month_, ignored_), activity_share(world_, flow(i).destination, month_, ignored_));
    set(i, interpolated(flow(i).share_or_t, month_.year()) * share);
  }
  void outside(std::size_t i) {
    fault(i, SolverFault::Kind::no_balance,
          {"其比例取自研究范围以外的厂区，那里没有收支平衡", "its share is taken of a site outside the study area, which has no balance"});
    set(i, 0.0);
  }

  void check_shares(const std::map<Side, std::vector<std::size_t>>& groups) {
    for (const auto& [side, members] : groups) {
      double sum = 0.0;
      for (const std::size_t i : members) sum += share(i);
      if (sum <= 1.0 + kShareTolerance) continue;
      for (const std::size_t i : members) {
        if (share(i) > 0.0)
          fault(i, SolverFault::Kind::shares_over_one, both("{}的比例合计为 {:.6g}", "shares of {} sum to {:.6g}", words(side), sum));
      }
    }
  }

  /// What the flows of a side other than its own rests move; nothing while one of them is unsolved.
  [[nodiscard]] std::optional<double> moved_before(const Side& side, const std::vector<std::size_t>& own) const {
    double sum = 0.0;
    for (const std::size_t i : touching_.at(side)) {
      if (std::find(own.begin(), own.end(), i) != own.end()) continue;
      if (!done_[i]) return std::nullopt;
      sum += solved_.rates.of_flow[i].value;
    }
    return sum;
  }

  void split_rest(const Side& side, const std::vector<std::size_t>& members, double moved) {
    const double rest = amount(side) - moved;
    for (const std::size_t i : members) {
      if (rest < -kTonneTolerance && share(i) > 0.0) {
        fault(i, SolverFault::Kind::negative_rest,
              both("{}的余量为每年 {:.3f} 吨", "the rest of {} is {:.3f} t a year", words(side), rest));
      }
      set(i, share(i) * std::max(0.0, rest));
    }
  }

  void solve_rests() {
    auto waiting = rests_;
    for (bool progress = true; progress && !waiting.empty();) {
      progress = false;
      for (auto at = waiting.begin(); at != waiting.end();) {
        const auto moved = moved_before(at->first, at->second);
        if (!moved) {
          ++at;
          continue;
        }
        split_rest(at->first, at->second, *moved);
        at = waiting.erase(at);
        progress = true;
      }
    }
    for (const auto& [side, members] : waiting) {
      for (const std::size_t i : members)
        fault(i, SolverFault::Kind::cycle, both("{}处的余量互相等待", "rests wait for each other at {}", words(side)));
    }
  }

  const World& world_;
  Month month_;
  const Ignored& ignored_;
  FlowSolution solved_;
  std::vector<bool> done_;
  std::map<Side, std::vector<std::size_t>> touching_;  ///< all flows of a side
  std::map<Side, std::vector<std::size_t>> first_;     ///< pushes of an output, pulls of a need
  std::map<Side, std::vector<std::size_t>> rests_;
};

}  // namespace

FlowSolution solve_flows(const World& world, Month month, const Ignored& ignored) { return Solver(world, month, ignored).run(); }

}  // namespace railshift::rules
