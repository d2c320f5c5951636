#pragma once
/// 铁路承运优先 - rail priority: whose goods the railway lets on first when it cannot take all.
#include <array>
#include <optional>
#include <vector>

#include "sim/core/units.hpp"
#include "sim/model/firm.hpp"
#include "sim/model/goods_world.hpp"
#include "sim/policy/firms/whom.hpp"

namespace railshift {

/// Whom a priority is about: goods of the flows, or trains that are not of the flows and do not give way.
enum class RailGoodsKind : std::uint8_t { goods, background };
[[nodiscard]] std::string_view to_text(RailGoodsKind kind);

/// How those of one rank share what does not do for all: in proportion to tonnes, or to trains, so that heavier trains bring more.
enum class SharedBy : std::uint8_t { tonnes, trains };
[[nodiscard]] std::string_view to_text(SharedBy by);

/// Goods of a lower rank are let on first; those of one rank rise together, each at its weight. Of the goods of whom it speaks: what they
/// send or receive. Rules: rules/capacity/precedence.hpp.
struct RailPriority : Whom {
  RailGoodsKind of = RailGoodsKind::goods;
  std::vector<Id<Commodity>> commodities;  ///< empty: all
  TonnesPerYear contract;                  ///< of them so many tonnes a year go before (互保); 0: all
  int rank = 1;
  double weight = 1.0;
  SharedBy shared_by = SharedBy::tonnes;  ///< the rank
  Kilograms train_load;                   ///< net load of a background train
  friend bool operator==(const RailPriority&, const RailPriority&) = default;
};

/// The rank of goods of which no measure speaks.
inline constexpr int kOrdinaryRank = 5;
inline constexpr int kLastRank = 9;

namespace policy {

template <>
struct About<RailPriority> {
  static constexpr std::string_view word = "rail_priority";
  static constexpr std::string_view zh = "铁路承运优先";
  static constexpr std::string_view en = "rail priority";
  static constexpr std::string_view what = "whose goods the railway lets on first when it cannot take all";
  static constexpr std::array effects{EffectKind::acceptance_changed};
  static constexpr Reach reach = Reach::mode;
  static constexpr LeavingOut leaving_out = LeavingOut::removed;

  template <class Each>
  static void fields(Each&& each) {
    each(&RailPriority::of,
         FieldNote{"of", "对象", "goods: goods of the flows; background: background trains that do not give way; absent = goods"}
             .optional());
    each(&RailPriority::commodities, FieldNote{"commodities", "货类", "goods; empty = all"}.optional());
    condition<RailPriority>(each, &Whom::firms,
                            FieldNote{"firms", "企业名单", "goods that these firms send or receive; empty = of all"}.optional());
    each(&RailPriority::contract,
         FieldNote{"contract_t_per_year", "互保运量", "only so many of these tonnes a year, by contract; absent = all"}
             .in("t/year")
             .at_least(0)
             .with_standing()
             .optional());
    each(&RailPriority::rank,
         FieldNote{"rank", "等级", "lower is let on first; goods of which no measure speaks have 5"}.between(1, kLastRank));
    each(&RailPriority::weight,
         FieldNote{"weight", "权重", "inside the rank; others have 1; absent = 1"}.between(0.001, 1000).with_standing().optional());
    each(&RailPriority::shared_by,
         FieldNote{"shared_by", "分配方式", "inside the rank by tonnes, or by trains so that heavier trains bring more; absent = tonnes"}
             .optional());
    each(&RailPriority::train_load,
         FieldNote{"train_t", "背景列车净载", "net load of a background train"}.in("t").between(0, 25000).with_standing().optional());
    condition<RailPriority>(each, &Whom::sectors, kSectors);
    county_conditions<RailPriority>(each);
  }
  static void check(const RailPriority& kind, const Written& written, Contradictions& found);
  static std::vector<Declared> orders(const RailPriority& kind);
  static bool orders_asked(const RailPriority& kind, const Asked& asked);
  static std::optional<Knob> knob(const RailPriority& kind);
  static Date first_look(const RailPriority& kind, Date from, int lag);
  static std::optional<Date> first_act(const RailPriority& kind, Date from, const RoadOpening& opening);
  static IdleReason why_idle(const RailPriority& kind, const Seen& seen);
};

}  // namespace policy
}  // namespace railshift
