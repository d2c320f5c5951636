#include "sim/rules/capacity/demands.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace railshift::rules {
namespace {

constexpr double kTonne = 1000.0;

}  // namespace

RailAnswers::RailAnswers(Precedence order, std::vector<double> capacity) : order_(std::move(order)), left_(std::move(capacity)) {
  for (const Claim& claim : order_.claims) contract_left_.push_back(claim.contract_kg.value_or(0));
}

/// In a rank that is shared by trains every train rises alike: the tonnes of a heavier one rise faster.
double RailAnswers::weight_of(int rank, double weight, std::int64_t train_load) const {
  return order_.is_by_trains(rank) && train_load > 0 ? weight * static_cast<double>(train_load) / kTonne : weight;
}

Demand RailAnswers::demand_of(const RailAsk& ask, std::int64_t kg, const Claim& claim) const {
  return {kg, ask.uses, weight_of(claim.rank, claim.weight, ask.train_load), claim.rank};
}

/// What of each ask goes under its claim.
std::vector<std::int64_t> RailAnswers::claimed_kg(const std::vector<RailAsk>& asks) const {
  std::vector<std::int64_t> asked(order_.claims.size(), 0);
  for (const RailAsk& ask : asks) {
    if (const Claim* claim = order_.claim(ask.chain)) asked[static_cast<std::size_t>(claim - order_.claims.data())] += ask.kg;
  }
  std::vector<std::int64_t> claimed;
  for (const RailAsk& ask : asks) {
    const Claim* claim = order_.claim(ask.chain);
    if (claim == nullptr) {
      claimed.push_back(0);
      continue;
    }
    const auto c = static_cast<std::size_t>(claim - order_.claims.data());
    const bool all = !claim->contract_kg || asked[c] <= contract_left_[c];
    const double part = all || asked[c] == 0 ? 1.0 : static_cast<double>(contract_left_[c]) / static_cast<double>(asked[c]);
    claimed.push_back(all ? ask.kg : static_cast<std::int64_t>(std::floor(part * static_cast<double>(ask.kg))));
  }
  return claimed;
}

Acceptance RailAnswers::answer(const std::vector<RailAsk>& asks, const std::vector<BackgroundAsk>& background) {
  const std::vector<std::int64_t> claimed = claimed_kg(asks);
  std::vector<Demand> demands;
  std::vector<std::size_t> of_ask;  // of the demands of goods
  for (std::size_t i = 0; i < asks.size(); ++i) {
    if (claimed[i] > 0) {
      demands.push_back(demand_of(asks[i], claimed[i], *order_.claim(asks[i].chain)));
      of_ask.push_back(i);
    }
    if (claimed[i] > 0 && claimed[i] == asks[i].kg) continue;
    demands.push_back(demand_of(asks[i], asks[i].kg - claimed[i], Claim{}));
    of_ask.push_back(i);
  }
  for (const BackgroundAsk& ask : background) {
    const RankedBackground& ranked = *order_.background;
    const auto load = static_cast<double>(ranked.train_load);
    demands.push_back({std::llround(ask.trains * load),
                       {{ask.limit, 1.0 / load}},
                       weight_of(ranked.rank, ranked.weight, ranked.train_load),
                       ranked.rank});
  }
  const Acceptance given = accept(demands, left_);
  left_ = given.left;
  Acceptance answer{std::vector<std::int64_t>(asks.size(), 0), std::vector<std::vector<std::size_t>>(asks.size()), given.left};
  std::vector<std::int64_t> under_claim(asks.size(), 0);
  for (std::size_t d = 0; d < of_ask.size(); ++d) {
    const std::size_t i = of_ask[d];
    const bool first = d == 0 || of_ask[d - 1] != i;
    answer.kg[i] += given.kg[d];
    if (first && claimed[i] > 0) under_claim[i] = given.kg[d];
    for (const std::size_t limit : given.bound_by[d]) {
      auto& bound = answer.bound_by[i];
      if (std::find(bound.begin(), bound.end(), limit) == bound.end()) bound.push_back(limit);
    }
  }
  for (std::size_t i = 0; i < asks.size(); ++i) {
    const Claim* claim = order_.claim(asks[i].chain);
    if (claim != nullptr && claim->contract_kg) contract_left_[static_cast<std::size_t>(claim - order_.claims.data())] -= under_claim[i];
  }
  background_.clear();
  for (std::size_t b = 0; b < background.size(); ++b)
    background_.push_back(static_cast<double>(given.kg[of_ask.size() + b]) / static_cast<double>(order_.background->train_load));
  return answer;
}

}  // namespace railshift::rules
