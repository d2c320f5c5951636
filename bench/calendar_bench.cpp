/// The calendar against a binary heap, hold model: as many entities as given, each popped event puts its entity back 8 minutes to 4 hours
/// on (the cycle of a truck). Prints one CSV line an implementation and size: name, entities, millions of events a second of CPU time,
/// checksum.
#include <cstdint>
#include <ctime>
#include <queue>
#include <random>
#include <vector>

#include <fmt/format.h>

#include "sim/kernel/calendar.hpp"

namespace {

using namespace railshift;
using namespace railshift::kernel;

constexpr int kEvents = 6'000'000;

/// splitmix64: as cheap as a draw can be, so that the queue is measured and not the draw.
struct Draw {
  std::uint64_t state = 1;
  Tick hold() {
    std::uint64_t z = (state += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    constexpr Tick kShortest = 8 * 60 * kTicksPerSecond;
    return kShortest + static_cast<Tick>((z >> 33) % (4 * kTicksPerHour - kShortest));
  }
};

struct HeapEvent {
  Tick tick;
  std::uint64_t entity;
  friend bool operator>(const HeapEvent& a, const HeapEvent& b) { return a.tick != b.tick ? a.tick > b.tick : a.entity > b.entity; }
};
static_assert(sizeof(HeapEvent) == 16);

class Heap {
 public:
  void push(Tick tick, std::uint32_t entity) { queue_.push({tick, entity}); }
  std::pair<Tick, std::uint32_t> pop() {
    const HeapEvent event = queue_.top();
    queue_.pop();
    return {event.tick, static_cast<std::uint32_t>(event.entity)};
  }

 private:
  std::priority_queue<HeapEvent, std::vector<HeapEvent>, std::greater<>> queue_;
};

class Wheel {
 public:
  void push(Tick tick, std::uint32_t entity) { calendar_.push(Key::make(tick, Phase::arrival, 0, entity)); }
  std::pair<Tick, std::uint32_t> pop() {
    const Key key = calendar_.pop();
    return {key.tick(), key.index()};
  }

 private:
  Calendar calendar_;
};

template <class Queue>
double hold(const char* name, std::uint32_t entities) {
  Queue queue;
  Draw draw;
  for (std::uint32_t i = 0; i < entities; ++i) queue.push(draw.hold(), i);
  std::uint64_t checksum = 0;
  const std::clock_t start = std::clock();
  for (int n = 0; n < kEvents; ++n) {
    const auto [tick, entity] = queue.pop();
    checksum = checksum * 31 + static_cast<std::uint64_t>(tick) + entity;
    queue.push(tick + draw.hold(), entity);
  }
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  const double rate = kEvents / seconds / 1e6;
  fmt::print("{},{},{:.2f},{:016x}\n", name, entities, rate, checksum);
  return rate;
}

}  // namespace

int main() {
  fmt::print("queue,entities,million_events_per_s,checksum\n");
  for (const std::uint32_t entities : {1'000U, 10'000U, 100'000U}) {
    const double heap = hold<Heap>("heap_16_bytes", entities);
    const double wheel = hold<Wheel>("calendar", entities);
    fmt::print("ratio,{},{:.2f},\n", entities, wheel / heap);
  }
}
