#include "sim/engine/run.hpp"

#include "sim/core/contract.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/engine/city.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/kernel/simgrid_setup.hpp"

namespace railshift::engine {
namespace {

/// The months of a run with their ticks; warm-up months come before the scenario's start.
struct Timetable {
  Month first;
  Month end;
  Date day0;
  [[nodiscard]] Tick begin_of(Date day) const { return static_cast<Tick>(day - day0) * kTicksPerDay; }
  [[nodiscard]] Tick begin_of(Month month) const { return begin_of(first_day(month)); }
};

/// One run from its first month to its last. It keeps a world of its own, which another one may replace on the way.
class Life {
 public:
  Life(const World& world, const Replication& replication)
      : world_(world),
        replication_(replication),
        times_{first_month(world), end_month(world, replication.until), world.settings.day_zero()},
        city_(world_, replication, calendar_),
        clock_(replication.kernel == Kernel::ahead ? kernel::KernelMode::ahead : kernel::KernelMode::step, calendar_, city_) {
    RAILSHIFT_EXPECTS(times_.first < times_.end, "a run has at least one month");
    city_.open_railway();
  }

  RunResult live() {
    kernel::start_actor("months", [this] { live_through(); });
    clock_.run(last_tick());
    return city_.finish(times_.end + -1, times_.begin_of(times_.end));
  }

 private:
  [[nodiscard]] Tick last_tick() const { return times_.begin_of(times_.end) + kTicksPerSecond; }

  /// The body of the actor that wakes at every month end, and on days on which gates turn.
  void live_through() {
    turn(times_.first);
    for (Month month = times_.first; month < times_.end; month = month + 1) {
      city_.begin_month(month, times_.begin_of(month), times_.begin_of(month + 1));
      for (const Date day : city_.gate_days(month)) {
        kernel::sleep_until(times_.begin_of(day));
        city_.turn_gates(day, times_.begin_of(day));
      }
      kernel::sleep_until(times_.begin_of(month + 1));
      city_.end_month(month, times_.begin_of(month + 1));
      if (replication_.on_progress) replication_.on_progress(static_cast<double>(month + 1 - times_.first) / (times_.end - times_.first));
      turn(month + 1);
    }
    // Trains still under way wait for tracks that SimGrid would refuse to destroy under them.
    kernel::end_other_actors();
  }

  void turn(Month next) {
    const std::optional<Turn> other = replication_.before_month ? replication_.before_month(next) : std::nullopt;
    if (!other) return;
    const Month end = end_month(*other->world, other->until);
    RAILSHIFT_EXPECTS(next <= end && end <= times_.end, "a run turns into one that ends after this day and not after itself");
    world_.replace(*other->world);
    times_.end = end;
    clock_.end_at(last_tick());
    city_.world_replaced();
  }

  LiveWorld world_;
  const Replication& replication_;
  Timetable times_;
  kernel::Calendar calendar_;
  City city_;
  kernel::Clock clock_;
};

}  // namespace

std::map<std::string, std::string> kernel_settings() {
  std::map<std::string, std::string> settings = kernel::simgrid_settings();
  settings["version"] = kernel::simgrid_version();
  return settings;
}

Month first_month(const ValueWorld& world) { return month_of(world.settings.day_zero()); }

Month end_month(const ValueWorld& world, const std::optional<Date>& until) {
  const Date stop = until.value_or(world.settings.end);
  const Month end = month_of(stop);
  return first_day(end) < stop ? end + 1 : end;
}

RunResult run(const World& world, const Replication& replication) { return Life(world, replication).live(); }

rules::BaseState settle(const World& world, const std::function<void(double)>& on_progress) {
  Replication replication;
  replication.seed = kSettlingSeed;
  replication.settle = true;
  replication.on_progress = on_progress;
  return *run(base_year_alone(world), replication).base;
}

}  // namespace railshift::engine
