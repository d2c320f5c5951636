#include "sim/kernel/actors.hpp"

#include <exception>
#include <utility>

#include <simgrid/s4u.hpp>

#include "sim/kernel/clock.hpp"

namespace railshift::kernel {
namespace {

/// What an actor threw; one Clock a process, so one place for it.
std::exception_ptr failure;

}  // namespace

void start_actor(const std::string& name, std::function<void()> body) {
  simgrid::s4u::Actor::create(name, simgrid::s4u::Host::by_name("city"), [body = std::move(body)] {
    try {
      body();
    } catch (const simgrid::ForcefulKillException&) {
      throw;
    } catch (...) {
      if (!failure) failure = std::current_exception();
      end_other_actors();
    }
  });
}

void set_actor_stack(int kib) { simgrid::s4u::Engine::set_config("contexts/stack-size:" + std::to_string(kib)); }

void end_other_actors() { simgrid::s4u::Actor::kill_all(); }

void sleep_until(Tick tick) {
  if (tick > Clock::now()) simgrid::s4u::this_actor::sleep_until(Clock::seconds(tick));
}

void rethrow_actor_failure() {
  if (failure) std::rethrow_exception(std::exchange(failure, nullptr));
}

struct Places::Impl {
  simgrid::s4u::SemaphorePtr semaphore;
  int count = 0;
  int owed = 0;  ///< places that are held and will be gone when they are given back
};

Places::Places(int count) : impl_(new Impl{simgrid::s4u::Semaphore::create(static_cast<unsigned>(count)), count, 0}) {}
Places::~Places() = default;
Places::Places(Places&&) noexcept = default;
Places& Places::operator=(Places&&) noexcept = default;
void Places::take() { impl_->semaphore->acquire(); }
void Places::give_back() {
  if (impl_->owed > 0)
    --impl_->owed;
  else
    impl_->semaphore->release();
}
void Places::resize(int count) {
  for (; impl_->count < count; ++impl_->count) give_back();
  for (; impl_->count > count; --impl_->count) {
    if (impl_->semaphore->would_block())
      ++impl_->owed;
    else
      impl_->semaphore->acquire();
  }
}

}  // namespace railshift::kernel
