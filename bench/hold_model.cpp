#include "bench/hold_model.hpp"

#include <algorithm>
#include <functional>
#include <queue>
#include <stdexcept>
#include <string>

#include "sim/kernel/calendar.hpp"
#include "sim/kernel/clock.hpp"

namespace railshift::bench {
namespace {

using kernel::Key;

constexpr Tick kShortest = Tick{8} * 60 * kTicksPerSecond;
constexpr Tick kLongest = 4 * kTicksPerHour;
constexpr std::int64_t kEvents = 8'000'000;
/// The size that the product promises its ratios for.
constexpr std::uint32_t kPromisedEntities = 100'000;

/// splitmix64: as cheap as a draw can be, so that the queue is measured and not the draw.
class Draw {
 public:
  Tick hold() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return kShortest + static_cast<Tick>((z >> 33) % static_cast<std::uint64_t>(kLongest - kShortest));
  }

 private:
  std::uint64_t state_ = 1;
};

/// What every queue is asked to do; equal checksums mean equal events in equal order.
struct Tally {
  std::int64_t events = 0;
  std::uint64_t checksum = 0;
  void note(Tick tick, std::uint32_t entity) {
    ++events;
    checksum = checksum * 31 + static_cast<std::uint64_t>(tick) + entity;
  }
};

/// The end of the run, so that about kEvents events lie before it.
Tick horizon(std::uint32_t entities) { return kEvents / std::max(entities, std::uint32_t{1}) * ((kShortest + kLongest) / 2); }

Key key_of(Tick tick, std::uint32_t entity) { return Key::make(tick, kernel::Phase::arrival, 0, entity); }

void fill(kernel::Calendar& calendar, Draw& draw, std::uint32_t entities) {
  for (std::uint32_t i = 0; i < entities; ++i) calendar.push(key_of(draw.hold(), i));
}

class Holder final : public kernel::Stepper {
 public:
  Holder(kernel::Calendar& calendar, Draw& draw) : calendar_(calendar), draw_(draw) {}
  void step(Key key) override {
    tally_.note(key.tick(), key.index());
    calendar_.push(key_of(key.tick() + draw_.hold(), key.index()));
  }
  void hint(Key) override {}
  [[nodiscard]] bool outbox_full() const override { return false; }
  void flush_outbox() override {}
  [[nodiscard]] const Tally& tally() const { return tally_; }

 private:
  kernel::Calendar& calendar_;
  Draw& draw_;
  Tally tally_;
};

Tally in_kernel(std::uint32_t entities) {
  kernel::Calendar calendar;
  Draw draw;
  Holder holder(calendar, draw);
  kernel::Clock clock(kernel::KernelMode::ahead, calendar, holder);
  fill(calendar, draw, entities);
  clock.run(horizon(entities));
  return holder.tally();
}

Tally in_bare_calendar(std::uint32_t entities) {
  kernel::Calendar calendar;
  Draw draw;
  Tally tally;
  fill(calendar, draw, entities);
  const Tick end = horizon(entities);
  while (calendar.top().tick() < end) {
    const Key key = calendar.pop();
    tally.note(key.tick(), key.index());
    calendar.push(key_of(key.tick() + draw.hold(), key.index()));
  }
  return tally;
}

struct HeapEvent {
  Tick tick;
  std::uint64_t entity;
  friend bool operator>(const HeapEvent& a, const HeapEvent& b) { return a.tick != b.tick ? a.tick > b.tick : a.entity > b.entity; }
};
static_assert(sizeof(HeapEvent) == 16);

Tally in_priority_queue(std::uint32_t entities) {
  std::priority_queue<HeapEvent, std::vector<HeapEvent>, std::greater<>> queue;
  Draw draw;
  Tally tally;
  for (std::uint32_t i = 0; i < entities; ++i) queue.push({draw.hold(), i});
  const Tick end = horizon(entities);
  while (queue.top().tick < end) {
    const HeapEvent event = queue.top();
    queue.pop();
    tally.note(event.tick, static_cast<std::uint32_t>(event.entity));
    queue.push({event.tick + draw.hold(), event.entity});
  }
  return tally;
}

Figures measure(Tally (*queue)(std::uint32_t), std::uint32_t entities) {
  const double start = cpu_seconds();
  const Tally tally = queue(entities);
  Figures figures;
  figures.cpu_seconds = cpu_seconds() - start;
  figures.events = tally.events;
  figures.checksum = tally.checksum;
  return figures;
}

/// Millions of events a CPU second.
double rate(const std::vector<Measured>& runs) {
  return median(runs, [](const Measured& run) { return static_cast<double>(run.figures.events) / run.figures.cpu_seconds / 1e6; });
}

}  // namespace

std::vector<Result> hold_model(std::uint32_t entities, int repetitions) {
  std::vector<Measured> ours, bare, heap;
  for (int i = 0; i < repetitions; ++i) {
    ours.push_back(in_child([&] { return measure(in_kernel, entities); }));
    heap.push_back(in_child([&] { return measure(in_priority_queue, entities); }));
    bare.push_back(in_child([&] { return measure(in_bare_calendar, entities); }));
  }
  for (const auto* runs : {&bare, &heap}) {
    if (runs->front().figures.checksum != ours.front().figures.checksum)
      throw std::runtime_error("the queues disagree on the order of events");
  }
  const std::string size = std::to_string(entities) + " entities";
  const auto against = [&](const std::vector<Measured>& yardstick, const char* name, double asked) {
    const std::optional<double> target = entities == kPromisedEntities ? std::optional(asked) : std::nullopt;
    return Result{"hold model", size,  "kernel (calendar in SimGrid's clock)", name, rate(ours) / rate(yardstick), rate(ours),
                  "M events/s", target};
  };
  return {against(heap, "std::priority_queue, 16 B", 2.0), against(bare, "bare calendar", 0.7)};
}

}  // namespace railshift::bench
