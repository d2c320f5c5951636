#pragma once
/// Loads that wait for a truck: first come first served within a queue. A pool's queues differ in what may carry their loads and, where its
/// dispatch rule asks for it, in urgency or place.
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "sim/engine/loads/growing_reach.hpp"
#include "sim/engine/places/truck_legs.hpp"

namespace railshift::engine {

/// One load, or several of one leg that came at the same time: numbers number .. number + count - 1.
struct WaitingLoad {
  Tick since = 0;
  LegIndex leg = 0;
  std::uint32_t number = 0;
  std::uint32_t count = 1;
  bool redirected = false;  ///< a gate has refused a truck for the first of them
};

class WaitingLoads {
 public:
  /// How far a place is for a truck that looks for a load, in ticks.
  using Distance = std::function<Tick(PlaceIndex origin)>;

  explicit WaitingLoads(const Table<Pool>& pools);

  void add(const TruckLeg& leg, WaitingLoad load);
  /// Told of the load that would have got the truck if its gates admitted it; each load once.
  using PassedOver = std::function<void(LegIndex leg)>;
  /// Takes one load that this access class may carry, by the pool's dispatch rule; ties to the one that has waited longest. Nothing
  /// if none of them is in reach.
  /// `far` is asked only in pools whose dispatch looks at places, or where roads are cut; `passed_over` may be empty.
  std::optional<WaitingLoad> take(std::uint16_t pool, std::uint8_t access, Tick now, const Distance& far,
                                  const PassedOver& passed_over = {});
  /// How far trucks of the pool drive for a load; nothing where they drive as far as it takes.
  [[nodiscard]] const std::optional<GrowingReach>& reach(std::uint16_t pool) const { return rules_[pool].reach; }
  /// The load that stands first in the queue of a leg; nothing if none waits there.
  [[nodiscard]] WaitingLoad* first_of(const TruckLeg& leg);
  /// Takes it. Precondition: there is one.
  WaitingLoad take_first_of(const TruckLeg& leg);
  /// Told when a queue, of which a leg is named, is to be looked at.
  using Appointment = std::function<void(LegIndex leg, Tick when)>;
  /// A truck is idle from now on: queues are looked at when their first load comes into its reach, unless that happens sooner anyhow.
  void expect(std::uint16_t pool, std::uint8_t access, Tick now, const Distance& far, const Appointment& appoint);
  /// When the queue of a leg is looked at again; kNever if nobody has said so. Precondition: a load waits there.
  [[nodiscard]] Tick& looked_at(const TruckLeg& leg) { return find(leg)->looked_at; }
  /// Masks regroup when rules change: every waiting load moves to the queue of its leg's present mask, order kept.
  /// Where roads are cut, trucks of every pool look at places: no load is taken whose origin no open road leads to (`far` is kUnreachable).
  enum class Network : std::uint8_t { whole, cut };
  void regroup(const std::vector<TruckLeg>& legs, Network network);
  /// A waiting load with the mask that it needs.
  struct Oldest {
    WaitingLoad load;
    AccessMask admitted;
  };
  /// Whether a truck is to be looked for: asked of every load in the order of age; empty: of all.
  using Calls = std::function<bool(const WaitingLoad& load)>;
  /// Loads that different trucks may carry are of different kinds: the oldest of each that is not held back and calls, the oldest first.
  [[nodiscard]] std::vector<Oldest> oldest_of_each_kind(std::uint16_t pool, const Calls& calls = {}) const;
  /// A gate has refused a truck for the oldest load of a pool and kind, of which there is one.
  void note_redirected(std::uint16_t pool, AccessMask kind);
  /// Loads of a pool that are not held back, call and have waited since `before` or longer.
  [[nodiscard]] std::int64_t waiting_since(std::uint16_t pool, Tick before, const Calls& calls = {}) const;
  /// Loads of a pool that wait.
  [[nodiscard]] std::int64_t count(std::uint16_t pool) const { return counts_[pool]; }
  /// All waiting loads, for balances and the closing statement.
  [[nodiscard]] std::vector<WaitingLoad> all() const;

 private:
  /// What loads of one queue have in common.
  struct Group {
    int urgency = 0;       ///< of pools that dispatch by priority, else 0
    PlaceIndex place = 0;  ///< of pools whose dispatch looks at places, or where roads are cut, else 0
    AccessMask admitted;
    friend auto operator<=>(const Group& a, const Group& b) {
      return std::tie(a.urgency, a.place, a.admitted.bits) <=> std::tie(b.urgency, b.place, b.admitted.bits);
    }
    friend bool operator==(const Group& a, const Group& b) { return (a <=> b) == 0; }
  };
  struct Queue {
    Group group;
    std::deque<WaitingLoad> loads;
    Tick looked_at = kNever;
    /// No class at all is admitted: legs that are held back (TruckLeg::held_back). No truck comes by, and none is hired.
    [[nodiscard]] bool is_held_back() const { return group.admitted.bits == 0; }
  };
  [[nodiscard]] Group group_of(const TruckLeg& leg) const;
  static WaitingLoad take_front(Queue& queue);
  /// How a pool chooses: longest waiting if it looks neither at urgency nor at places.
  struct Rule {
    Dispatch dispatch = Dispatch::longest_waiting;
    std::optional<GrowingReach> reach;  ///< of growing_reach
    [[nodiscard]] bool looks_at_places() const { return dispatch == Dispatch::nearest_load || reach; }
  };
  /// A queue, and by what it competes with others besides urgency and age.
  struct Candidate {
    Queue* queue = nullptr;
    Tick rank = 0;
    Tick in_reach = 0;  ///< when its first load comes into reach
  };
  [[nodiscard]] Candidate candidate(const Rule& rule, Queue& queue, const Distance& far) const;
  [[nodiscard]] static bool goes_before(const Candidate& a, const Candidate& b);
  [[nodiscard]] Queue* find(const TruckLeg& leg);
  [[nodiscard]] Candidate best_of(std::uint16_t pool, std::uint64_t wanted, std::uint64_t admitted, const Distance& far);

  Network network_ = Network::whole;
  std::vector<Rule> rules_;                 ///< by pool
  std::vector<std::vector<Queue>> queues_;  ///< by pool, queues by group
  std::vector<std::int64_t> counts_;        ///< by pool
};

}  // namespace railshift::engine
