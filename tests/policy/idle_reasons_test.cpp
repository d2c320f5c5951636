/// Why a measure did nothing: the first reason that holds.
#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

namespace idle_reasons_test {

using namespace railshift;
using policy::Followed;
using policy::IdleReason;

namespace {

const Date kEnd = make_date(2027, 1, 1);
const std::vector<RequiredStep> kHalf{{make_date(2025, 12, 31), 0.5}};
const std::vector<RequiredStep> kNothing{{make_date(2025, 12, 31), 0.0}};

/// A measure that could act from the first day of 2024 on and saw 100 of what it speaks of.
IdleReason why(Instrument body, const policy::Seen& seen) {
  Measure m;
  m.id = "m";
  m.body = std::move(body);
  return policy::why_idle(m, seen);
}
IdleReason why(Instrument body, std::int64_t in_scope = 100, Date first_day = make_date(2024, 1, 1)) {
  return why(std::move(body), {kEnd, first_day, in_scope});
}

template <class Kind>
Kind with_obedience(double obedience, std::vector<RequiredStep> steps = kHalf) {
  Kind kind;
  kind.obedience = obedience;
  if constexpr (requires { kind.steps; }) kind.steps = std::move(steps);
  return kind;
}

}  // namespace

TEMPLATE_TEST_CASE("an order that starts after the run, speaks of nobody or is obeyed by nobody says so", "[policy]", RetireOrder,
                   FrozenBaseOrder, StockQuota, NewOnly, GateFloor, StateRule, ThroughDiversion, CleanAdmission, ClassUpgrade) {
  CHECK(why(with_obedience<TestType>(0.9), 100, kEnd) == IdleReason::not_started);
  CHECK(why(with_obedience<TestType>(0.9), 100, kEnd - 1) != IdleReason::not_started);
  CHECK(why(with_obedience<TestType>(0.9), 0) == IdleReason::nothing_in_scope);
  CHECK(why(with_obedience<TestType>(0.0)) == IdleReason::nobody_obeys);
  CHECK(why(with_obedience<TestType>(0.01)) != IdleReason::nobody_obeys);
}

TEST_CASE("a measure of any kind that starts after the run says so, and one that could act looks for another reason", "[policy]") {
  policy::for_each_kind([]<class Kind>(std::type_identity<Kind>, const policy::KindRow& kind) {
    INFO(kind.word);
    CHECK(why(Kind{}, 100, kEnd) == IdleReason::not_started);
    CHECK(why(Kind{}, 100, kEnd - 1) != IdleReason::not_started);
  });
}

TEST_CASE("orders that find nobody left name the others, quotas that find the level reached name the state", "[policy]") {
  CHECK(why(with_obedience<RetireOrder>(0.9)) == IdleReason::others_first);
  CHECK(why(with_obedience<FrozenBaseOrder>(0.9)) == IdleReason::others_first);
  CHECK(why(with_obedience<NewOnly>(0.9)) == IdleReason::others_first);
  CHECK(why(with_obedience<StockQuota>(0.9)) == IdleReason::already_so);
  CHECK(why(with_obedience<ThroughDiversion>(0.9)) == IdleReason::already_so);
}

TEST_CASE("levels of 0 demand nothing, however well they are obeyed", "[policy]") {
  CHECK(why(with_obedience<FrozenBaseOrder>(0.9, kNothing)) == IdleReason::demands_nothing);
  CHECK(why(with_obedience<StockQuota>(0.9, kNothing)) == IdleReason::demands_nothing);
  RailDuty duty;
  duty.price = YuanPerTonne{30};
  duty.required = kNothing;
  CHECK(why(duty) == IdleReason::demands_nothing);
  duty.required = kHalf;
  CHECK(why(duty) == IdleReason::already_so);
  duty.price = YuanPerTonne{0};
  CHECK(why(duty) == IdleReason::demands_nothing);
  CHECK(why(duty, 0) == IdleReason::nothing_in_scope);
  CHECK(why(duty, 100, kEnd) == IdleReason::not_started);
}

TEST_CASE("a floor that refuses nobody demands nothing, a floor that everybody meets was met already", "[policy]") {
  GateFloor floor = with_obedience<GateFloor>(1.0);
  floor.floor = Standard::china0;
  CHECK(why(floor) == IdleReason::demands_nothing);
  floor.floor = Standard::china1;
  CHECK(why(floor) == IdleReason::already_so);
}

TEST_CASE("a siding is not open yet, not used, or was open without the measure", "[policy]") {
  CHECK(why(SidingOpens{}, 0, kEnd) == IdleReason::not_started);
  CHECK(why(SidingOpens{}, 0) == IdleReason::not_used);
  CHECK(why(SidingOpens{}, 1) == IdleReason::already_so);
}

TEST_CASE("a sales standard finds nothing sold, asks nothing, or another law stands above it", "[policy]") {
  SalesStandard law;
  CHECK(why(law, 0) == IdleReason::nothing_in_scope);
  CHECK(why(law) == IdleReason::others_first);
  law.standard = Standard::china0;
  CHECK(why(law) == IdleReason::demands_nothing);
  CHECK(why(law, 100, kEnd) == IdleReason::not_started);
}

TEST_CASE("a duty whose first level falls due after the run has not started", "[policy]") {
  RailDuty duty;
  duty.price = YuanPerTonne{30};
  duty.required = {{kEnd, 0.5}};
  CHECK(why(duty) == IdleReason::not_started);
  duty.required = {{kEnd - 1, 0.5}};  // prices are set on first days, and the next one is that of the end
  CHECK(why(duty) == IdleReason::not_started);
  duty.required = {{kEnd - 31, 0.5}};  // 1 December
  CHECK(why(duty) == IdleReason::already_so);
  duty.required = {{make_date(2024, 1, 1), 0.0}, {kEnd, 0.5}};
  CHECK(why(duty) == IdleReason::not_started);
}

TEST_CASE("a floor that no firm drew to keep is obeyed by nobody", "[policy]") {
  const GateFloor floor = with_obedience<GateFloor>(0.3);
  CHECK(why(floor, {kEnd, make_date(2024, 1, 1), 100, Followed::nobody_obeys}) == IdleReason::nobody_obeys);
  CHECK(why(floor, {kEnd, make_date(2024, 1, 1), 100, Followed::yes}) != IdleReason::nobody_obeys);
}

TEST_CASE("a diversion is obeyed by nobody, finds an empty ring, no way around it, or trips that another one has taken", "[policy]") {
  const auto idle = [](Followed followed, bool remains) {
    return why(with_obedience<ThroughDiversion>(0.9), {kEnd, make_date(2024, 1, 1), 100, followed, remains});
  };
  CHECK(idle(Followed::nobody_obeys, true) == IdleReason::nobody_obeys);
  CHECK(idle(Followed::no_way, true) == IdleReason::no_way);
  CHECK(idle(Followed::no_way, false) == IdleReason::already_so);
  CHECK(idle(Followed::not_asked, true) == IdleReason::others_first);
  CHECK(idle(Followed::yes, true) == IdleReason::others_first);
}

TEST_CASE("a sales standard of National III asks nothing, since that is sold without any law", "[policy]") {
  SalesStandard law;
  law.standard = Standard::china3;
  CHECK(why(law) == IdleReason::demands_nothing);
  law.standard = Standard::china4;
  CHECK(why(law) == IdleReason::others_first);
}

TEST_CASE("a price that nobody bears demands nothing, one that is borne where there is no choice has no way", "[policy]") {
  Tariff tariff;
  tariff.factor = 1.0;
  CHECK(why(tariff) == IdleReason::demands_nothing);
  CHECK(why(tariff, 0) == IdleReason::nothing_in_scope);
  tariff.factor = 0.9;
  CHECK(why(tariff) == IdleReason::no_way);
  DistancePreference far;
  CHECK(why(far) == IdleReason::demands_nothing);
  far.price = YuanPerTonne{30};
  CHECK(why(far) == IdleReason::no_way);
  CHECK(why(far, 0) == IdleReason::nothing_in_scope);
}

TEST_CASE("an admission is obeyed by nobody, finds no clean chain, or what is added goes cleanly by itself", "[policy]") {
  const auto idle = [](Followed followed) {
    return why(with_obedience<CleanAdmission>(0.9), {kEnd, make_date(2024, 1, 1), 100, followed});
  };
  CHECK(idle(Followed::nobody_obeys) == IdleReason::nobody_obeys);
  CHECK(idle(Followed::no_way) == IdleReason::no_way);
  CHECK(idle(Followed::yes) == IdleReason::already_so);
}

TEST_CASE("a duty of new sites finds none, asks nothing, finds them connected, or has left them no other way", "[policy]") {
  NewSiteDuty duty;
  CHECK(why(duty, 0) == IdleReason::nothing_in_scope);
  CHECK(why(duty) == IdleReason::demands_nothing);
  duty.price = YuanPerTonne{30};
  CHECK(why(duty) == IdleReason::already_so);
  CHECK(why(duty, {kEnd, make_date(2024, 1, 1), 100, Followed::no_way, true}) == IdleReason::no_way);
}

TEST_CASE("a step of capacity that binds nobody says whether goods use its places, a precedence whether it is one", "[policy]") {
  CHECK(why(CapacityStep{}, 0) == IdleReason::nothing_in_scope);
  CHECK(why(CapacityStep{}, 1) == IdleReason::room_enough);
  CHECK(why(CapacityStep{}, 1, kEnd) == IdleReason::not_started);
  RailPriority priority;
  CHECK(why(priority, 0) == IdleReason::nothing_in_scope);
  CHECK(why(priority) == IdleReason::room_enough);
  priority.rank = kOrdinaryRank;
  CHECK(why(priority) == IdleReason::demands_nothing);
  priority.weight = 2.0;
  CHECK(why(priority) == IdleReason::room_enough);
  priority.weight = 1.0;
  priority.shared_by = SharedBy::trains;
  CHECK(why(priority) == IdleReason::room_enough);
  priority = {};
  priority.of = RailGoodsKind::background;
  priority.rank = kOrdinaryRank;
  CHECK(why(priority) == IdleReason::room_enough);
}

TEST_CASE("a site change is idle because its rates ask nothing, its day is after the run, or nothing moves at the site", "[policy]") {
  SiteChange change;
  change.rates = {{make_date(2024, 1, 1), 1.0}};
  CHECK(why(change) == IdleReason::demands_nothing);
  change.rates = {{make_date(2024, 1, 1), 0.5}};
  CHECK(why(change, 100, kEnd) == IdleReason::not_started);
  CHECK(why(change, 0) == IdleReason::nothing_in_scope);
  CHECK(why(change) == IdleReason::already_so);
}

TEST_CASE("a belt is not open yet, not used, or was open without the measure", "[policy]") {
  CHECK(why(BeltOpens{}, 0, kEnd) == IdleReason::not_started);
  CHECK(why(BeltOpens{}, 0) == IdleReason::not_used);
  CHECK(why(PipeOpens{}, 1) == IdleReason::already_so);
}

}  // namespace idle_reasons_test
