#include "sim/policy/rail_priority.hpp"

#include "sim/core/contract.hpp"

namespace railshift {

std::string_view to_text(RailGoodsKind kind) {
  switch (kind) {
    case RailGoodsKind::goods:
      return "goods";
    case RailGoodsKind::background:
      return "background";
  }
  RAILSHIFT_EXPECTS(false, "whom a priority is about has a word");
}

std::string_view to_text(SharedBy by) {
  switch (by) {
    case SharedBy::tonnes:
      return "tonnes";
    case SharedBy::trains:
      return "trains";
  }
  RAILSHIFT_EXPECTS(false, "how a rank shares has a word");
}

}  // namespace railshift

namespace railshift::policy {

void About<RailPriority>::check(const RailPriority& kind, const Written& written, Contradictions& found) {
  const bool background = kind.of == RailGoodsKind::background;
  if (background && kind.train_load.value <= 0)
    found.push_back({"of",
                     {"没有写 train_t（背景列车净载）", "there is no train_t"},
                     {"背景列车按净载与货物比较", "background trains are weighed against goods by their load"},
                     {"补上 train_t，如 5000", "add train_t, such as 5000"}});
  if (!background && written("train_t"))
    found.push_back({"train_t",
                     {"of（对象）是货物", "of is goods"},
                     {"货物的列车净载在 sidings.csv 中", "goods have the train loads of sidings.csv"},
                     {"去掉 train_t", "leave out train_t"}});
  for (const char* field :
       {"commodities", "firms", "contract_t_per_year", "sectors", "counties", "county_pm25_from", "county_last_ranks"}) {
    if (!background || !written(field)) continue;
    found.push_back({field,
                     {"of（对象）是背景列车", "of is background"},
                     {"背景列车没有货类、企业和合同", "background trains have no goods, firms and contracts"},
                     both("去掉 {}", "leave out {}", field)});
  }
  if (kind.contract.value > 0.0 && kind.firms.empty())
    found.push_back({"contract_t_per_year",
                     {"没有写 firms（企业名单）", "there are no firms"},
                     {"互保是与企业签的", "a contract is one with firms"},
                     {"补上 firms", "add firms"}});
}

// It says who goes first, not how much goes by rail.
std::vector<Declared> About<RailPriority>::orders(const RailPriority&) { return {}; }

bool About<RailPriority>::orders_asked(const RailPriority&, const Asked&) { return true; }

std::optional<Knob> About<RailPriority>::knob(const RailPriority&) { return std::nullopt; }

Date About<RailPriority>::first_look(const RailPriority&, Date from, int) { return from; }

// The railway lets on by the month.
std::optional<Date> About<RailPriority>::first_act(const RailPriority&, Date from, const RoadOpening&) { return next_month_start(from); }

IdleReason About<RailPriority>::why_idle(const RailPriority& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  const bool ordinary =
      kind.of == RailGoodsKind::goods && kind.rank == kOrdinaryRank && kind.weight == 1.0 && kind.shared_by == SharedBy::tonnes;
  return ordinary ? IdleReason::demands_nothing : IdleReason::room_enough;
}

}  // namespace railshift::policy
