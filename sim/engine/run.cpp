#include "sim/engine/run.hpp"

#include <exception>

#include <simgrid/s4u.hpp>

#include "sim/core/contract.hpp"
#include "sim/engine/city.hpp"
#include "sim/kernel/clock.hpp"
#include "sim/kernel/simgrid_setup.hpp"

namespace railshift::engine {
namespace {

/// The months of a run with their ticks; warm-up months come before the scenario's start.
struct Timetable {
  Month first;
  Month end;
  Date day0;
  [[nodiscard]] Tick begin_of(Month month) const { return static_cast<Tick>(first_day(month) - day0) * kTicksPerDay; }
};

Timetable timetable(const World& world, const Replication& replication) {
  const Date stop = replication.until.value_or(world.settings.end);
  Month end = month_of(stop);
  if (first_day(end) < stop) end = end + 1;
  return {month_of(world.settings.day_zero()), end, world.settings.day_zero()};
}

/// The body of the actor that wakes at every month end.
void live_through(City& city, const Timetable& times, const Replication& replication) {
  for (Month month = times.first; month < times.end; month = month + 1) {
    city.begin_month(month, times.begin_of(month), times.begin_of(month + 1));
    simgrid::s4u::this_actor::sleep_until(kernel::Clock::seconds(times.begin_of(month + 1)));
    city.end_month(month, times.begin_of(month + 1));
    if (replication.on_progress) replication.on_progress(static_cast<double>(month + 1 - times.first) / (times.end - times.first));
  }
  // Trains still under way wait for tracks that SimGrid would refuse to destroy under them.
  simgrid::s4u::Actor::kill_all();
}

}  // namespace

std::map<std::string, std::string> kernel_settings() {
  std::map<std::string, std::string> settings = kernel::simgrid_settings();
  settings["version"] = kernel::simgrid_version();
  return settings;
}

RunResult run(const World& world, const Replication& replication) {
  const Timetable times = timetable(world, replication);
  RAILSHIFT_EXPECTS(times.first < times.end, "a run has at least one month");
  kernel::Calendar calendar;
  City city(world, replication, calendar);
  const auto mode = replication.kernel == Kernel::ahead ? kernel::KernelMode::ahead : kernel::KernelMode::step;
  kernel::Clock clock(mode, calendar, city);
  city.open_railway();
  std::exception_ptr failure;
  simgrid::s4u::Actor::create("months", simgrid::s4u::Host::by_name("city"), [&] {
    try {
      live_through(city, times, replication);
    } catch (const simgrid::ForcefulKillException&) {
      throw;
    } catch (...) {
      failure = std::current_exception();
      simgrid::s4u::Actor::kill_all();
    }
  });
  const Tick end = times.begin_of(times.end);
  clock.run(end + kTicksPerSecond);
  if (failure) std::rethrow_exception(failure);
  return city.finish(times.end + -1, end);
}

}  // namespace railshift::engine
