#pragma once
/// A small register built in code: parameters, two segments, trucks that practically never die unless a test says so.
#include <string>
#include <utility>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/register/register_month.hpp"
#include "sim/rules/register/register_start.hpp"

namespace railshift::rules::fixture {

inline const Id<Segment> slag{1};     // "slag"
inline const Id<Segment> freight{0};  // "freight"

inline Parameter parameter(const std::string& name, double value) {
  Parameter p;
  p.id = name;
  p.value.from(make_date(2000, 1, 1), value);
  return p;
}

inline SurvivalCurve curve(const std::string& id, VehicleType type, double life, double shape, double max_age) {
  return {.id = id, .vehicle_type = type, .powertrain = {}, .life_years = life, .shape = shape, .max_age_years = max_age, .provenance = {}};
}

inline RegisterRow row(const std::string& id, Id<Segment> segment, Standard standard, int year, int count) {
  return {.id = id, .segment = segment, .standard = standard, .registered_year = year, .county = {}, .count = count, .provenance = {}};
}

inline PurchaseShare share(const std::string& id, Id<Segment> segment, int year, Powertrain powertrain, double value) {
  return {.id = id, .segment = segment, .year = year, .powertrain = powertrain, .share = value, .provenance = {}};
}

inline Measure measure(const std::string& id, Date from, Date due, Instrument body) {
  return {.id = id, .from = from, .due = due, .clause = {}, .body = std::move(body), .place = {}};
}

/// Immortal heavy trucks; a delivery lag of `lag` days; no measures.
inline World world(std::vector<RegisterRow> rows, double lag = 30.0) {
  World w;
  w.settings.start = make_date(2022, 1, 1);
  w.settings.end = make_date(2026, 1, 1);
  w.parameters = Table<Parameter>({parameter("fault.tampered_share", 0.1), parameter("fault.no_urea_share", 0.2),
                                   parameter("register.sold_away", 0.3), parameter("register.delivery_lag", lag)});
  std::vector<Segment> segments(2);
  segments[0].id = "freight";
  segments[1].id = "slag";
  w.segments = Table<Segment>(segments);
  w.survival = Table<SurvivalCurve>({curve("heavy", VehicleType::heavy, 1e6, 3.0, 1e3)});
  w.register_rows = Table<RegisterRow>(std::move(rows));
  return w;
}

/// National VI for everything sold, from long before the start: without a sales standard replacements are National III.
inline Measure sells_china6() {
  const Date day = make_date(2019, 7, 1);
  return measure("sells-vi", day, day, SalesStandard{{}, {}, Standard::china6});
}

/// A register run month by month.
struct Run {
  explicit Run(const World& w, std::uint32_t s = 5) : world(w), seed(s), reg(initial_register(w, s)), next(month_of(w.settings.start)) {}
  /// Advances to the start of `day`'s month; returns the last month's result.
  RegisterMonth until(Date day) {
    RegisterMonth last;
    while (first_day(next) < day) {
      last = advance_register(world, seed, next, reg, book);
      next = next + 1;
    }
    return last;
  }
  [[nodiscard]] int present(Id<Segment> segment, Standard standard) const {
    int n = 0;
    for (const RegisteredTruck& t : reg.trucks) n += t.present && t.segment == segment && t.vehicle.access.standard == standard ? 1 : 0;
    return n;
  }
  [[nodiscard]] int new_energy(Id<Segment> segment) const {
    int n = 0;
    for (const RegisteredTruck& t : reg.trucks)
      n += t.present && t.segment == segment && is_new_energy(t.vehicle.access.powertrain) ? 1 : 0;
    return n;
  }
  const World& world;
  std::uint32_t seed;
  Register reg;
  RegisterBook book;
  Month next;
};

}  // namespace railshift::rules::fixture
