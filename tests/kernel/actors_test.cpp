#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>

#include "sim/ensemble/isolated.hpp"
#include "sim/kernel/actors.hpp"
#include "sim/kernel/clock.hpp"

namespace actors_test {

using namespace railshift;
using namespace railshift::kernel;

namespace {

/// A clock without a calendar to drive.
class Nothing final : public Stepper {
 public:
  void step(Key) override {}
  void hint(Key) override {}
  [[nodiscard]] bool outbox_full() const override { return false; }
  void flush_outbox() override {}
};

/// Runs the scene's actors up to tick 10,000 in a process of its own; what is thrown becomes the message.
ensemble::TaskResult played(const std::function<void()>& scene) {
  const ensemble::Task task{"scene", [&scene](const ensemble::Self&) {
                              Calendar calendar;
                              Nothing nothing;
                              Clock clock(KernelMode::ahead, calendar, nothing);
                              scene();
                              clock.run(10'000);
                              return 0;
                            }};
  return ensemble::run_tasks({task}, 1, [](double) { return true; }).front();
}

}  // namespace

TEST_CASE("what an actor throws ends the others and reaches the caller", "[kernel]") {
  const auto result = played([] {
    start_actor("patient", [] { sleep_until(9'000); });
    start_actor("faulty", [] {
      sleep_until(5'000);
      throw std::runtime_error("the train derailed at " + std::to_string(Clock::now()));
    });
  });
  CHECK(result.code == 1);
  CHECK(result.message.en == "the train derailed at 5000");
}

TEST_CASE("places are taken in the order in which they were asked for", "[kernel]") {
  const auto result = played([] {
    static Places places(1);
    static std::string log;
    for (const char* name : {"a", "b", "c"}) {
      start_actor(name, [name] {
        places.take();
        log += name + std::to_string(Clock::now()) + " ";
        sleep_until(Clock::now() + 100);
        places.give_back();
      });
    }
    start_actor("witness", [] {
      sleep_until(1'000);
      throw std::runtime_error(log);
    });
  });
  CHECK(result.message.en == "a0 b100 c200 ");
}

TEST_CASE("an actor that sleeps until a tick that has come goes on at once", "[kernel]") {
  const auto result = played([] {
    start_actor("late", [] {
      sleep_until(300);
      sleep_until(200);
      throw std::runtime_error(std::to_string(Clock::now()));
    });
  });
  CHECK(result.message.en == "300");
}

}  // namespace actors_test
