#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include <simgrid/s4u.hpp>
#include <xbt/config.hpp>

#include "sim/ensemble/isolated.hpp"
#include "sim/kernel/simgrid_setup.hpp"
#include "tests/kernel/toy_town.hpp"

namespace clock_test {

using namespace railshift;
using namespace railshift::kernel;
using namespace railshift::kernel::toy;

namespace {

constexpr KernelMode kModes[] = {KernelMode::ahead, KernelMode::step};

/// The log of a run that must end well.
std::vector<std::string> logged(const Script& script, KernelMode mode) {
  const Played played = play(script, mode);
  INFO(played.message);
  REQUIRE(played.code == 0);
  return played.log;
}

using Log = std::vector<std::string>;

}  // namespace

TEST_CASE("running ahead and stepping write the same log of a busy toy town", "[kernel]") {
  Script script;
  for (std::uint32_t i = 0; i < 40; ++i) script.events.push_back({i % 7, Phase::arrival, hop, i});
  for (Tick t = 10'000; t < 400'000; t += 10'000) script.watchman.push_back(t);
  script.courier_travel = 2'500;
  script.end = 400'000;
  const Log ahead = logged(script, KernelMode::ahead);
  CHECK(ahead == logged(script, KernelMode::step));
  // 40 tokens x about 400,000 / 1,500 hops, a fifth of them with a courier: the comparison is not one of empty logs.
  CHECK(ahead.size() > 12'000);
}

TEST_CASE("at one tick SimGrid's entities come before the calendar, in both modes", "[kernel]") {
  const Script script{
      {{4'999, Phase::arrival, note, 1}, {5'000, Phase::opening, note, 2}, {5'001, Phase::arrival, note, 3}}, {5'000}, 0, 10'000};
  for (const KernelMode mode : kModes) {
    CHECK(logged(script, mode) == Log{"4999 event 1", "5000 watchman 0", "5000 event 2", "5001 event 3"});
  }
}

TEST_CASE("the outbox is flushed at the tick of its own event, before later events of that tick", "[kernel]") {
  const Script script{
      {{2'000, Phase::opening, post, 1}, {2'000, Phase::completion, note, 2}, {2'500, Phase::arrival, note, 3}}, {9'000}, 500, 10'000};
  // The courier leaves at 2,000 and arrives at 2,500, where SimGrid comes first; its note is a completion and stands before the arrival
  // of 3.
  const Log expected{"2000 event 1",   "2000 flush 1",      "2000 sets out 1", "2000 event 2",
                     "2500 arrives 1", "2500 event 100001", "2500 event 3",    "9000 watchman 0"};
  for (const KernelMode mode : kModes) CHECK(logged(script, mode) == expected);
}

TEST_CASE("two events of one tick that both cross over are flushed one after the other", "[kernel]") {
  const Script script{{{3'000, Phase::arrival, post, 2}, {3'000, Phase::arrival, post, 1}}, {}, 0, 10'000};
  const Log expected{"3000 event 1", "3000 flush 1", "3000 sets out 1", "3000 arrives 1", "3000 event 100001",
                     "3000 event 2", "3000 flush 2", "3000 sets out 2", "3000 arrives 2", "3000 event 100002"};
  const Log ahead = logged(script, KernelMode::ahead);
  CHECK(ahead == logged(script, KernelMode::step));
  CHECK(ahead == expected);
}

TEST_CASE("a run goes up to its end and does not take the events of the end itself", "[kernel]") {
  const Script script{{{0, Phase::opening, note, 1}, {9'999, Phase::arrival, note, 2}, {10'000, Phase::opening, note, 3}}, {}, 0, 10'000};
  for (const KernelMode mode : kModes) CHECK(logged(script, mode) == Log{"0 event 1", "9999 event 2"});
}

TEST_CASE("ticks stay exact ten years into a run", "[kernel]") {
  const Tick late = 3'653 * kTicksPerDay + 1;
  const Script script{{{late, Phase::arrival, post, 1}, {late + 1, Phase::arrival, note, 2}}, {late + 1}, 1, late + 10};
  const std::string t = std::to_string(late);
  const std::string u = std::to_string(late + 1);
  for (const KernelMode mode : kModes) {
    const Log log = logged(script, mode);
    REQUIRE(log.size() == 7);
    CHECK(log[1] == t + " flush 1");
    // The watchman and the courier meet at one tick; both come before the calendar.
    CHECK(log[5] == u + " event 100001");
    CHECK(log[6] == u + " event 2");
  }
}

TEST_CASE("what an event throws reaches the caller", "[kernel]") {
  const Script script{{{700, Phase::arrival, faulty, 1}}, {}, 0, 10'000};
  for (const KernelMode mode : kModes) {
    const Played played = play(script, mode);
    CHECK(played.code == 1);
    CHECK(played.message == "the toy broke");
  }
}

TEST_CASE("the project's SimGrid settings are the measured ones and are in force once the clock stands", "[kernel]") {
  CHECK(simgrid_settings().at("network/model") == "CM02");
  CHECK(simgrid_settings().at("network/crosstraffic") == "0");
  CHECK(simgrid_settings().at("network/TCP-gamma") == "1e30");
  CHECK(simgrid_settings().at("contexts/stack-size") == "64");
  CHECK(simgrid_version().substr(0, 2) == "3.");
  const ensemble::Task task{"settings", [](const ensemble::Self&) {
                              Calendar calendar;
                              struct Nobody final : Stepper {
                                void step(Key) override {}
                                void hint(Key) override {}
                                [[nodiscard]] bool outbox_full() const override { return false; }
                                void flush_outbox() override {}
                              } nobody;
                              const Clock clock(KernelMode::ahead, calendar, nobody);
                              const bool model = simgrid::config::get_value<std::string>("network/model") == "CM02";
                              const bool gamma = simgrid::config::get_value<double>("network/TCP-gamma") == 1e30;
                              const bool cross = !simgrid::config::get_value<bool>("network/crosstraffic");
                              const bool host = simgrid::s4u::Host::by_name_or_null("city") != nullptr;
                              return model && gamma && cross && host ? 0 : 9;
                            }};
  const auto result = ensemble::run_tasks({task}, 1, [](double) { return true; }).front();
  CHECK(result.message.empty());
  CHECK(result.code == 0);
}

}  // namespace clock_test
