/// What every kind of measure says of itself.
#include "sim/policy/kinds.hpp"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>

namespace kinds_test {

using namespace railshift;

namespace {

const Date kFrom = make_date(2024, 8, 23);
const std::vector<RequiredStep> kSteps{{make_date(2024, 12, 31), 0.3}, {make_date(2025, 12, 31), 0.6}};

Measure measure(Instrument body) {
  Measure m;
  m.id = "m";
  m.from = kFrom;
  m.body = std::move(body);
  return m;
}

std::vector<std::string> ordered(const Instrument& body) {
  std::vector<std::string> metrics;
  for (const policy::Declared& d : policy::orders(measure(body))) metrics.emplace_back(to_text(d.metric));
  return metrics;
}

using Names = std::vector<std::string>;

/// check(default Kind, its row of the table) for every kind; a kind that stands in no row fails.
template <class Row, class Check>
void for_each_in(const std::map<std::string_view, Row>& table, Check check) {
  policy::for_each_kind([&]<class Kind>(std::type_identity<Kind>, const policy::KindRow& kind) {
    INFO(kind.word << " has no row in this test");
    REQUIRE(table.contains(kind.word));
    check(Kind{}, table.at(kind.word));
  });
}

std::string document(const std::string& path) {
  std::ifstream in(std::string(RAILSHIFT_SOURCE_DIR) + "/docs/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("every kind has a word, a name in both languages and an effect by which one sees it act", "[policy]") {
  std::set<std::string_view> words, names;
  for (const policy::KindRow& kind : policy::kKinds) {
    CHECK(words.insert(kind.word).second);
    CHECK(names.insert(kind.zh).second);
    CHECK_FALSE(kind.en.empty());
    CHECK_FALSE(kind.what.empty());
    CHECK_FALSE(kind.effects.empty());
  }
  CHECK(words.count("retire_order") == 1);
  CHECK(policy::kind_of(measure(RetireOrder{})).word == "retire_order");
  CHECK(policy::kind_of(measure(SalesStandard{})).word == "sales_standard");
}

TEST_CASE("a kind orders the quantity of which its clause demands a level, and no other", "[policy]") {
  const std::map<std::string_view, Names> metrics{{"siding_opens", {"siding_access"}},
                                                  {"sales_standard", {}},
                                                  {"gate_floor", {"clean_share", "clean_ok"}},
                                                  {"rail_duty", {"rail_share", "firms_passing"}},
                                                  {"retire_order", {"register_stock"}},
                                                  {"frozen_base_order", {"retired_share", "register_stock"}},
                                                  {"stock_quota", {"new_energy_stock_share", "new_energy_new_share"}},
                                                  {"new_only", {"new_energy_new_share", "new_energy_stock_share"}},
                                                  {"through_diversion", {"through_km_inside"}},
                                                  {"tariff", {}},
                                                  {"distance_preference", {}},
                                                  {"clean_admission", {}},
                                                  {"new_site_duty", {}},
                                                  {"capacity_step", {}},
                                                  {"rail_priority", {}},
                                                  {"site_change", {}},
                                                  {"belt_opens", {}},
                                                  {"pipe_opens", {}},
                                                  {"class_upgrade", {}},
                                                  {"state_rule", {"clean_share", "clean_ok"}}};
  for_each_in(metrics, [](const auto& kind, const Names& expected) { CHECK(ordered(kind) == expected); });
}

TEST_CASE("an order on segments orders those segments", "[policy]") {
  RetireOrder order;
  order.segments = {Id<Segment>{2}};
  CHECK(policy::orders(measure(order)).front().segments == std::vector{Id<Segment>{2}});
}

TEST_CASE("an order on one size class or one use orders that part of its segments", "[policy]") {
  const auto narrowed = [](auto order) {
    order.vehicle_types = {VehicleType::heavy};
    order.uses = {Use::operating};
    return policy::orders(measure(order));
  };
  for (const auto& declared : {narrowed(RetireOrder{}), narrowed(StockQuota{}), narrowed(NewOnly{})}) {
    REQUIRE_FALSE(declared.empty());
    for (const policy::Declared& d : declared) {
      CHECK(d.vehicle_types == std::vector{VehicleType::heavy});
      CHECK(d.uses == std::vector{Use::operating});
    }
  }
}

TEST_CASE("a retire order up to National III orders a question about III and older, not one about IV", "[policy]") {
  RetireOrder order;
  order.up_to = Standard::china3;
  policy::Asked asked;
  asked.from = asked.to = Standard::china3;
  CHECK(policy::orders_asked(measure(order), asked));
  asked.from = asked.to = Standard::china4;
  CHECK_FALSE(policy::orders_asked(measure(order), asked));
}

TEST_CASE("an order on diesel trucks orders no question about gas trucks", "[policy]") {
  RetireOrder order;
  order.powertrains = {Powertrain::diesel};
  policy::Asked asked;
  asked.from = Standard::china0, asked.to = Standard::china3;
  asked.powertrain = Powertrain::diesel;
  CHECK(policy::orders_asked(measure(order), asked));
  asked.powertrain = Powertrain::gas;
  CHECK_FALSE(policy::orders_asked(measure(order), asked));
}

TEST_CASE("an order on a frozen stock of IV orders a question about exactly that standard", "[policy]") {
  FrozenBaseOrder order;
  order.standard = Standard::china4;
  policy::Asked asked;
  for (const auto& [from, to, is_ordered] : {std::tuple{Standard::china4, Standard::china4, true},
                                             {Standard::china0, Standard::china4, true},
                                             {Standard::china0, Standard::china3, false},
                                             {Standard::china5, Standard::china6, false}}) {
    asked.from = from, asked.to = to;
    CHECK(policy::orders_asked(measure(order), asked) == is_ordered);
  }
  asked.from = asked.to = Standard::china4;
  order.powertrain = Powertrain::diesel;
  CHECK(policy::orders_asked(measure(order), asked));  // of all trucks, diesel ones among them
  asked.powertrain = Powertrain::gas;
  CHECK_FALSE(policy::orders_asked(measure(order), asked));
  order.powertrain.reset();
  CHECK(policy::orders_asked(measure(order), asked));
}

TEST_CASE("a duty of named firms says nothing about one other firm", "[policy]") {
  RailDuty duty;
  policy::Asked asked;
  asked.firm = Id<Firm>{3};
  CHECK(policy::orders_asked(measure(duty), asked));  // all over a threshold
  duty.firms = {Id<Firm>{2}};
  CHECK_FALSE(policy::orders_asked(measure(duty), asked));
  duty.firms = {Id<Firm>{2}, Id<Firm>{3}};
  CHECK(policy::orders_asked(measure(duty), asked));
}

TEST_CASE("the knob of an order is its obedience, that of a duty its price", "[policy]") {
  RetireOrder order;
  order.obedience = 0.9;
  const auto obedience = policy::knob_of(measure(order));
  REQUIRE(obedience);
  CHECK(obedience->field == policy::KnobField::obedience);
  CHECK(obedience->value == 0.9);
  CHECK(obedience->highest == 1.0);
  RailDuty duty;
  duty.price = YuanPerTonne{30};
  const auto price = policy::knob_of(measure(duty));
  REQUIRE(price);
  CHECK(to_text(price->field) == "price_yuan_per_t");
  CHECK(price->value == 30.0);
  CHECK_FALSE(policy::knob_of(measure(SidingOpens{})));
  CHECK_FALSE(policy::knob_of(measure(SalesStandard{})));
}

TEST_CASE("rules on new trucks are looked at a delivery lag ahead, a frozen base on the day after its date, all others from their day on",
          "[policy]") {
  const Date frozen = FrozenBaseOrder{}.base_date;
  const std::map<std::string_view, Date> days{{"new_only", kFrom - 30}, {"sales_standard", kFrom - 30}, {"retire_order", kFrom},
                                              {"stock_quota", kFrom},   {"siding_opens", kFrom},        {"gate_floor", kFrom},
                                              {"rail_duty", kFrom},     {"through_diversion", kFrom},   {"frozen_base_order", frozen + 1},
                                              {"tariff", kFrom},        {"distance_preference", kFrom}, {"clean_admission", kFrom},
                                              {"new_site_duty", kFrom}, {"capacity_step", kFrom},       {"rail_priority", kFrom},
                                              {"site_change", kFrom},   {"belt_opens", kFrom},          {"pipe_opens", kFrom},
                                              {"class_upgrade", kFrom}, {"state_rule", kFrom}};
  for_each_in(days, [](const auto& kind, Date day) { CHECK(policy::first_look(measure(kind), 30) == day); });
  FrozenBaseOrder order;
  order.base_date = make_date(2022, 12, 31);
  CHECK(policy::first_look(measure(order), 30) == make_date(2023, 1, 1));
  order.base_date = make_date(2025, 12, 31);  // frozen after the order begins
  CHECK(policy::first_look(measure(order), 30) == kFrom);
}

TEST_CASE(
    "a price, a siding and an order of precedence act from the first of a month on, a diversion only on a road that is there, all others "
    "from "
    "their day on",
    "[policy]") {
  const std::optional<Date> next_month = make_date(2024, 9, 1), from = kFrom;
  const std::map<std::string_view, std::optional<Date>> days{{"new_only", from},
                                                             {"sales_standard", from},
                                                             {"retire_order", from},
                                                             {"stock_quota", from},
                                                             {"siding_opens", next_month},
                                                             {"gate_floor", from},
                                                             {"rail_duty", next_month},
                                                             {"through_diversion", std::nullopt},
                                                             {"frozen_base_order", from},
                                                             {"tariff", next_month},
                                                             {"distance_preference", next_month},
                                                             {"clean_admission", next_month},
                                                             {"new_site_duty", next_month},
                                                             {"capacity_step", from},
                                                             {"rail_priority", next_month},
                                                             {"site_change", std::nullopt},
                                                             {"belt_opens", next_month},
                                                             {"pipe_opens", next_month},
                                                             {"class_upgrade", next_month},
                                                             {"state_rule", from}};
  const auto no_road = [](std::string_view) { return std::optional<Date>{}; };
  for_each_in(days, [&](const auto& kind, std::optional<Date> day) { CHECK(policy::first_act(measure(kind), no_road) == day); });
}

TEST_CASE("a month start, a siding, a frozen base and a road hold a measure back until their day, not beyond it", "[policy]") {
  const auto act = [](Instrument kind, Date from, Date open) {
    Measure m = measure(std::move(kind));
    m.from = from;
    return policy::first_act(m, [open](std::string_view road) { return road == "nw2" ? std::optional(open) : std::nullopt; });
  };
  const Date day = make_date(2024, 9, 1), late = make_date(2024, 12, 9);
  CHECK(act(GateFloor{}, day, day) == day);
  CHECK(act(GateFloor{}, day + 1, day) == day + 1);
  CHECK(act(RailDuty{}, day + 1, day) == make_date(2024, 10, 1));
  SidingOpens siding;
  siding.in_service = late;
  const Date january = make_date(2025, 1, 1);
  CHECK(act(siding, late - 1, day) == january);  // in service on 9 December, used from the next month on
  siding.in_service = january;
  CHECK(act(siding, late, day) == january);
  CHECK(act(siding, january + 1, day) == make_date(2025, 2, 1));
  FrozenBaseOrder frozen;
  frozen.base_date = late;
  CHECK(act(frozen, late, day) == late + 1);
  CHECK(act(frozen, late + 2, day) == late + 2);
  CHECK(act(ThroughDiversion{"nw2", 1, 1.0}, day, late) == late);
  CHECK(act(ThroughDiversion{"nw2", 1, 1.0}, late + 1, late) == late + 1);
}

TEST_CASE("only an order on a frozen base stays in a run without it, since its base is still counted", "[policy]") {
  for (const policy::KindRow& kind : policy::kKinds) {
    INFO(kind.word);
    CHECK((kind.leaving_out == policy::LeavingOut::obedience_zero) == (kind.word == "frozen_base_order"));
  }
}

TEST_CASE("the model says by its word what every kind does, and the glossary has its Chinese name", "[policy]") {
  const std::string model = document("model.md"), glossary = document("glossary.md");
  for (const policy::KindRow& kind : policy::kKinds) {
    INFO(kind.word << " " << kind.zh);
    CHECK(model.find(kind.word) != std::string::npos);
    CHECK(glossary.find("| " + std::string(kind.zh) + " |") != std::string::npos);
  }
}

TEST_CASE("what the fields of a kind contradict is found by kind", "[policy]") {
  const auto contradictions = [](Instrument body, const policy::Written& written) {
    policy::Contradictions found;
    policy::check(measure(std::move(body)), written, found);
    return found;
  };
  const auto nothing = [](std::string_view) { return false; };
  const auto threshold = [](std::string_view field) { return field == "threshold_t_per_year"; };
  const auto both = [](std::string_view) { return true; };
  CHECK(contradictions(GateFloor{}, threshold).empty());
  CHECK(contradictions(GateFloor{}, nothing).size() == 1);
  CHECK(contradictions(GateFloor{}, both).size() == 1);
  SidingOpens opens{Id<Siding>{0}, make_date(2025, 1, 1), make_date(2025, 1, 1)};
  CHECK(contradictions(opens, nothing).empty());
  opens.in_service = make_date(2024, 12, 31);
  CHECK(contradictions(opens, nothing).front().field == "in_service");
  StockQuota quota;
  CHECK(contradictions(quota, nothing).front().found == Words{"steps 是空列表", "steps is an empty list"});
  quota.steps = kSteps;
  CHECK(contradictions(quota, nothing).empty());
  quota.steps = {kSteps[1], kSteps[0]};
  CHECK(contradictions(quota, nothing).front().accept.en == "sort the steps");
  FrozenBaseOrder falling;
  falling.steps = {{kSteps[0].due, 0.6}, {kSteps[1].due, 0.3}};  // a cumulative share that falls
  CHECK(contradictions(falling, nothing).front().accept.en == "write cumulative levels");
  falling.steps = kSteps;
  CHECK(contradictions(falling, nothing).empty());
}

}  // namespace kinds_test
