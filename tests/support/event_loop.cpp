#include "tests/support/event_loop.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <queue>
#include <tuple>

#include "sim/core/draw.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/work/poisson_loads.hpp"
#include "sim/rules/work/service_time.hpp"

namespace railshift::test {
namespace {

enum class What { service_ends, truck_goes_on, truck_arrives, load_comes };

struct Event {
  Tick tick;
  int phase;  ///< completions before arrivals before new loads
  What what;
  std::size_t truck;
  std::size_t station;
  std::uint64_t order;
  friend bool operator>(const Event& a, const Event& b) {
    return std::tie(a.tick, a.phase, a.truck, a.order) > std::tie(b.tick, b.phase, b.truck, b.order);
  }
};

struct ShuttleTruck {
  bool at_origin_end = true;  ///< of the trip: true on the way to and at the origin
  bool stands_at_origin = true;
  std::uint32_t load = 0;
  std::size_t next_station = 0;
  std::uint32_t visit = 0;
  Tick wait = 0;
  Tick came = 0;
};

struct Queue {
  const Station* station = nullptr;
  rules::ServiceLaw law;
  int busy = 0;
  std::deque<std::size_t> waiting;
};

class Loop {
 public:
  Loop(const World& world, std::uint32_t seed) : world_(world), seed_(seed), flow_(*world.flows.begin()) {
    const Chain& chain = world.chains[world.chains_of(Id<Flow>{0}).front()];
    hash_ = hash_text(chain.id) + static_cast<std::uint64_t>(chain.legs.front().seq);
    drive_ = ticks_from_hours(chain.legs.front().hours->value);
    default_ = ticks_from_hours(world.parameter("site.default_service", world.settings.start) / 60.0);
    add_stations(flow_.origin, StationKind::load, ends_[0]);
    add_stations(flow_.destination, StationKind::unload, ends_[1]);
    for (const Pool& pool : world.pools) {
      if (pool.closed_shuttle == Id<Flow>{0}) trucks_.resize(static_cast<std::size_t>(*pool.trucks));
    }
    for (std::size_t t = 0; t < trucks_.size(); ++t) idle_.push_back(t);
    month_ = month_of(world.settings.start);
    length_ = days_in(month_) * kTicksPerDay;
  }

  std::vector<EndedRun> run() {
    offer();
    while (!events_.empty() && events_.top().tick < length_) {
      const Event e = events_.top();
      events_.pop();
      now_ = e.tick;
      if (e.what == What::load_comes) {
        load_comes();
      } else if (e.what == What::truck_arrives) {
        arrive(e.truck);
      } else if (e.what == What::truck_goes_on) {
        enter_next(e.truck);
      } else {
        if (e.station != kNone) leave_server(e.station);
        go_on(e.truck);
      }
    }
    return std::move(ended_);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  void add_stations(Id<Site> site, StationKind bay, std::vector<std::size_t>& into) {
    std::vector<const Station*> found;
    for (const Station& s : world_.stations) {
      if (s.site == site && (s.kind == bay || s.kind == StationKind::gate || s.kind == StationKind::weighbridge)) found.push_back(&s);
    }
    std::stable_sort(found.begin(), found.end(), [](const Station* a, const Station* b) { return a->order < b->order; });
    for (const Station* s : found) {
      into.push_back(queues_.size());
      queues_.push_back({s, rules::service_law(*s), 0, {}});
    }
  }

  void schedule(Tick tick, int phase, What what, std::size_t truck, std::size_t station = kNone) {
    events_.push({tick, phase, what, truck, station, order_++});
  }

  void offer() {
    Kilograms mass = rules::month_mass(world_, rules::flow_rates(world_, month_), Id<Flow>{0}, month_);
    if (flow_.release == Release::poisson) mass = rules::poisson_mass(flow_, mass, seed_, month_);
    due_ = mass.value / flow_.payload.value;
    const double u = draw_uniform(seed_, Purpose::load_phase, hash_, static_cast<std::uint32_t>(month_.index));
    phase_ = due_ > 0 ? static_cast<Tick>(u * static_cast<double>(length_ / due_)) : 0;
    if (flow_.release == Release::stock) {
      for (; came_ < due_; ++came_) take_or_wait(static_cast<std::uint32_t>(came_));
    } else if (due_ > 0) {
      schedule(next_load(), 3, What::load_comes, 0);
    }
  }

  Tick next_load() {
    if (flow_.release == Release::timetable) {
      const auto daily = static_cast<Tick>(flow_.times.size());
      const Tick slot = daily * (length_ / kTicksPerDay) * came_ / due_;
      return slot / daily * kTicksPerDay + flow_.times[static_cast<std::size_t>(slot % daily)] * kTicksPerSecond;
    }
    if (flow_.release == Release::even) return phase_ + length_ * came_ / due_;
    poisson_at_ =
        rules::next_uniform_time(poisson_at_, static_cast<double>(length_), due_ - came_, seed_, hash_, static_cast<std::uint32_t>(came_));
    return std::min(length_ - 1, static_cast<Tick>(poisson_at_));
  }

  void load_comes() {
    const auto number = static_cast<std::uint32_t>(came_++);
    if (came_ < due_) schedule(next_load(), 3, What::load_comes, 0);
    take_or_wait(number);
  }

  /// The truck that has been idle longest at the origin, else at the destination.
  void take_or_wait(std::uint32_t number) {
    for (const bool near : {true, false}) {
      const auto at =
          std::find_if(idle_.begin(), idle_.end(), [&](std::size_t t) { return drive_ == 0 || trucks_[t].stands_at_origin == near; });
      if (at == idle_.end()) continue;
      const std::size_t truck = *at;
      idle_.erase(at);
      return set_out(truck, number);
    }
    loads_.push_back(number);
  }

  void set_out(std::size_t truck, std::uint32_t load) {
    ShuttleTruck& t = trucks_[truck];
    const Tick way = t.stands_at_origin ? 0 : drive_;
    t = {true, t.stands_at_origin, load, 0, 0, 0, 0};
    schedule(now_ + way, 2, What::truck_arrives, truck);
  }

  void arrive(std::size_t truck) {
    ShuttleTruck& t = trucks_[truck];
    if (t.at_origin_end) {
      ended_.push_back({now_, false, 0});
      t.stands_at_origin = true;
    }
    t.next_station = 0;
    t.visit = 0;
    enter_next(truck);
  }

  const std::vector<std::size_t>& way(const ShuttleTruck& t) const { return ends_[t.at_origin_end ? 0 : 1]; }

  void enter_next(std::size_t truck) {
    ShuttleTruck& t = trucks_[truck];
    if (way(t).empty()) {
      ++t.next_station;
      schedule(now_ + default_, 1, What::service_ends, truck);
      return;
    }
    Queue& queue = queues_[way(t)[t.next_station]];
    t.came = now_;
    queue.waiting.push_back(truck);
    if (queue.busy < queue.station->servers) begin_service(way(t)[t.next_station]);
  }

  void begin_service(std::size_t station) {
    Queue& queue = queues_[station];
    const std::size_t truck = queue.waiting.front();
    queue.waiting.pop_front();
    ++queue.busy;
    ShuttleTruck& t = trucks_[truck];
    t.wait += now_ - t.came;
    const auto block = draw_block(seed_, Purpose::service_time, hash_, t.load, t.visit);
    const Tick service = rules::service_ticks(queue.law, t.at_origin_end ? rules::loading_words(block) : rules::unloading_words(block));
    const bool back =
        queue.station->feedback > 0.0 && rules::sent_back(queue.station->feedback, seed_, hash_, t.load, t.visit, t.at_origin_end);
    if (!back) ++t.next_station;
    ++t.visit;
    schedule(now_ + service, 1, What::service_ends, truck, station);
  }

  void leave_server(std::size_t station) {
    --queues_[station].busy;
    if (!queues_[station].waiting.empty()) begin_service(station);
  }

  void go_on(std::size_t truck) {
    ShuttleTruck& t = trucks_[truck];
    const std::size_t last = std::max<std::size_t>(1, way(t).size());
    // The next station sees it among the arrivals of this tick.
    if (t.next_station < last) return schedule(now_, 2, What::truck_goes_on, truck);
    if (t.at_origin_end) {
      t.at_origin_end = false;
      schedule(now_ + drive_, 2, What::truck_arrives, truck);
      return;
    }
    ended_.push_back({now_, true, t.wait});
    t.stands_at_origin = false;
    if (loads_.empty()) {
      idle_.push_back(truck);
      return;
    }
    const std::uint32_t load = loads_.front();
    loads_.pop_front();
    set_out(truck, load);
  }

  const World& world_;
  std::uint32_t seed_;
  const Flow& flow_;
  std::uint64_t hash_ = 0;
  Tick drive_ = 0, now_ = 0, phase_ = 0, length_ = 0;
  double poisson_at_ = 0.0;
  Month month_;
  std::int64_t due_ = 0, came_ = 0;
  Tick default_ = 0;
  std::vector<std::size_t> ends_[2];
  std::vector<Queue> queues_;
  std::vector<ShuttleTruck> trucks_;
  std::deque<std::size_t> idle_;
  std::deque<std::uint32_t> loads_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::uint64_t order_ = 0;
  std::vector<EndedRun> ended_;
};

}  // namespace

std::vector<EndedRun> first_month_by_event_loop(const World& world, std::uint32_t seed) { return Loop(world, seed).run(); }

}  // namespace railshift::test
