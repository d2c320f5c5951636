#include "sim/kernel/clock.hpp"

#include <algorithm>
#include <cmath>
#include <csignal>
#include <exception>
#include <optional>

#include <xbt/log.h>
#include <simgrid/kernel/resource/Model.hpp>
#include <simgrid/s4u.hpp>

#include "sim/core/contract.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/simgrid_setup.hpp"

namespace railshift::kernel {
namespace {

/// The calendar inside SimGrid's loop. SimGrid hands over the time to its own next event; every calendar event strictly before it is ours
/// to run. SimGrid wins ties. An event that fills the outbox stops the run-ahead: SimGrid's clock comes to its tick and the outbox is
/// flushed there.
class RunAheadModel final : public simgrid::kernel::resource::Model {
 public:
  RunAheadModel(KernelMode mode, Calendar& calendar, Stepper& stepper)
      : Model("railshift"), mode_(mode), calendar_(calendar), stepper_(stepper) {}

  bool next_occurring_event_is_idempotent() override { return false; }

  double next_occurring_event(double until_next) override {
    const Tick now = Clock::now();
    armed_.reset();
    const Tick bound = bound_of(until_next);
    if (mode_ == KernelMode::step) return arm_next(now, bound, until_next);
    for (Key key; calendar_.pop_before(bound, key);) {
      stepper_.hint(calendar_.glance(8));
      stepper_.step(key);
      if (stepper_.outbox_full()) {
        armed_ = key.tick();
        return Clock::seconds(key.tick() - now);
      }
    }
    return until_next;
  }

  void end_at(Tick end) { end_ = std::min(end_, end); }

  void update_actions_state(double, double) override {
    if (!armed_ || Clock::now() < *armed_) return;
    RAILSHIFT_EXPECTS(Clock::now() == *armed_, "SimGrid's clock stops at the armed tick");
    if (mode_ == KernelMode::step) {
      armed_.reset();
      stepper_.step(calendar_.pop());
    }
    armed_.reset();
    if (stepper_.outbox_full()) stepper_.flush_outbox();
  }

 private:
  [[nodiscard]] Tick bound_of(double until_next) const {
    if (until_next < 0) return end_;
    const double seconds = simgrid::s4u::Engine::get_clock() + until_next;
    // A thousandth of a tick absorbs the rounding of clock + delta; dates of ours are whole ticks.
    return std::min(end_, static_cast<Tick>(std::ceil(seconds * static_cast<double>(kTicksPerSecond) - 1e-3)));
  }

  [[nodiscard]] double arm_next(Tick now, Tick bound, double until_next) {
    if (calendar_.empty() || calendar_.top().tick() >= bound) return until_next;
    armed_ = calendar_.top().tick();
    return Clock::seconds(*armed_ - now);
  }

  KernelMode mode_;
  Calendar& calendar_;
  Stepper& stepper_;
  Tick end_ = kMaxTick;
  std::optional<Tick> armed_;
};

}  // namespace

struct Clock::Impl {
  int argc = 1;
  char name[10] = "railshift";
  char* argv[2] = {name, nullptr};
  std::unique_ptr<simgrid::s4u::Engine> engine;
  std::shared_ptr<RunAheadModel> model;
};

Clock::Clock(KernelMode mode, Calendar& calendar, Stepper& stepper) : impl_(std::make_unique<Impl>()) {
  xbt_log_control_set("root.thres:critical");
  impl_->engine = std::make_unique<simgrid::s4u::Engine>(&impl_->argc, impl_->argv);
  set_up(*impl_->engine);
  std::signal(SIGINT, SIG_DFL);  // SimGrid installs its own handler; an interrupted child simply ends and its part file is never renamed
  impl_->model = std::make_shared<RunAheadModel>(mode, calendar, stepper);
  impl_->engine->add_model(impl_->model);
}

Clock::~Clock() = default;

void Clock::end_at(Tick end) { impl_->model->end_at(end); }

Tick Clock::now() { return static_cast<Tick>(std::llround(simgrid::s4u::Engine::get_clock() * static_cast<double>(kTicksPerSecond))); }

void Clock::run(Tick end) {
  // A bound always exists, so that SimGrid never sees a run without a next event.
  start_actor("horizon", [end] { sleep_until(end); });
  impl_->engine->run_until(seconds(end));
  rethrow_actor_failure();
}

}  // namespace railshift::kernel
