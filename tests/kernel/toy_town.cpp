#include "tests/kernel/toy_town.hpp"

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "sim/core/draw.hpp"
#include "sim/ensemble/isolated.hpp"
#include "sim/kernel/actors.hpp"

namespace railshift::kernel::toy {
namespace {

namespace fs = std::filesystem;

class Town final : public Stepper {
 public:
  Town(const Script& script, Calendar& calendar, std::ofstream& log) : script_(script), calendar_(calendar), log_(log) {
    for (const Planned& p : script.events) calendar.push(Key::make(p.tick, p.phase, p.kind, p.index));
  }

  void step(Key key) override {
    write(key.tick(), "event", key.index());
    switch (static_cast<Kind>(key.kind())) {
      case note:
        return;
      case hop:
        return hop_on(key);
      case post:
        outbox_.push_back(key.index());
        return;
      case faulty:
        throw std::runtime_error("the toy broke");
    }
  }
  void hint(Key) override {}
  [[nodiscard]] bool outbox_full() const override { return !outbox_.empty(); }
  void flush_outbox() override {
    for (const std::uint32_t i : outbox_) {
      write(Clock::now(), "flush", i);
      start_actor("courier", [this, i] { travel(i); });
    }
    outbox_.clear();
  }

  void watch() {
    for (const Tick tick : script_.watchman) {
      sleep_until(tick);
      write(Clock::now(), "watchman", 0);
    }
  }

 private:
  void travel(std::uint32_t i) {
    write(Clock::now(), "sets out", i);
    sleep_until(Clock::now() + script_.courier_travel);
    write(Clock::now(), "arrives", i);
    calendar_.push(Key::make(Clock::now(), Phase::completion, note, i + 100'000));
  }

  void hop_on(Key key) {
    const std::uint32_t word = draw_block(1, Purpose::load_phase, key.index(), static_cast<std::uint32_t>(key.tick()), 0)[0];
    const Tick next = key.tick() + 1 + word % 3'000;
    // Every fifth hop leaves the calendar by way of the outbox.
    if (word % 5 == 0) outbox_.push_back(key.index());
    if (next < script_.end) calendar_.push(Key::make(next, Phase::arrival, hop, key.index()));
  }

  void write(Tick tick, const char* what, std::uint32_t index) { log_ << tick << ' ' << what << ' ' << index << '\n'; }

  const Script& script_;
  Calendar& calendar_;
  std::ofstream& log_;
  std::vector<std::uint32_t> outbox_;
};

int live(const Script& script, KernelMode mode, const fs::path& path) {
  std::ofstream log(path);
  Calendar calendar;
  Town town(script, calendar, log);
  Clock clock(mode, calendar, town);
  start_actor("watchman", [&town] { town.watch(); });
  clock.run(script.end);
  return 0;
}

}  // namespace

Played play(const Script& script, KernelMode mode) {
  const fs::path path =
      fs::temp_directory_path() / ("railshift-toy-" + std::to_string(::getpid()) + (mode == KernelMode::step ? "s" : "a"));
  const ensemble::Task task{"toy", [&](const ensemble::Self&) { return live(script, mode, path); }};
  const auto result = ensemble::run_tasks({task}, 1, [](double) { return true; }).front();
  Played played{result.code, result.message.en, {}};
  std::ifstream log(path);
  for (std::string line; std::getline(log, line);) played.log.push_back(line);
  fs::remove(path);
  return played;
}

}  // namespace railshift::kernel::toy
