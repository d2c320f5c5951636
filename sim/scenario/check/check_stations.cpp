#include "sim/scenario/check/check_stations.hpp"

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

/// What the parameters of a distribution must be; empty if they are fine.
Words distribution_fault(const Station& s) {
  const auto unless = [](bool fine, const Words& rule) { return fine ? Words{} : rule; };
  switch (s.distribution) {
    case Distribution::constant:
      return unless(s.p1 > 0, {"constant（常数）要求 p1 > 0", "constant has p1 > 0"});
    case Distribution::uniform:
      return unless(s.p1 <= s.p2 && s.p2 > 0, {"uniform（均匀）要求 p1 <= p2，p2 > 0", "uniform has p1 <= p2, p2 > 0"});
    case Distribution::exponential:
      return unless(s.p1 > 0, {"exponential（指数）要求 p1 > 0", "exponential has p1 > 0"});
    case Distribution::erlang:
      return unless(s.p1 > 0 && s.p2 >= 1 && s.p2 <= 100 && s.p2 == static_cast<int>(s.p2),
                    {"erlang（爱尔朗）要求 p1 > 0，p2 为 1 至 100 的整数", "erlang has p1 > 0 and whole p2 >= 1, at most 100"});
    case Distribution::lognormal:
      return unless(s.p1 > 0 && s.p2 > 0, {"lognormal（对数正态）要求 p1 > 0，p2 > 0", "lognormal has p1 > 0 and p2 > 0"});
    case Distribution::triangular:
      return unless(s.p1 <= s.p2 && s.p2 <= s.p3 && s.p1 < s.p3,
                    {"triangular（三角）要求 p1 <= p2 <= p3，p1 < p3", "triangular has p1 <= p2 <= p3, p1 < p3"});
    case Distribution::empirical:
      return {};
  }
  return {};
}

/// A gate, a weighbridge and the bays of one kind are passed on one way through a site.
bool on_one_way(const Station& a, const Station& b) {
  const bool bays =
      (a.kind == StationKind::load && b.kind == StationKind::unload) || (a.kind == StationKind::unload && b.kind == StationKind::load);
  const bool repair = a.kind == StationKind::repair || b.kind == StationKind::repair;
  return a.site == b.site && !bays && !repair;
}

class StationChecks {
 public:
  StationChecks(const Sources& s, Decoder& decoder) : s_(s), decoder_(decoder), table_(s.raw.at("stations_service")) {}

  void check() {
    for (const ReadRow<Station>& read : s_.rows.stations) {
      if (!read.sound) continue;
      const Words fault = distribution_fault(read.row);
      if (!fault.empty())
        say(read, "p1", both("p1、p2、p3 为 {}、{}、{}", "p1, p2, p3 are {}, {}, {}", read.row.p1, read.row.p2, read.row.p3), fault,
            {"改正这些参数（单位：分钟）", "correct the parameters (minutes)"});
      if (read.row.when_full == WhenFull::turn_away && (read.row.kind == StationKind::unload || read.row.kind == StationKind::repair))
        say(read, "when_full", both("{}是 {}", "{} is \"{}\"", column_words(table_, "when_full"), word_words(WhenFull::turn_away)),
            {"只有空车才会被拒收：在门岗、地磅和装车位", "only empty trucks are turned away: at gates, weighbridges and loading bays"},
            {"写 wait_outside（场外等候）", "write wait_outside"});
      check_measured(read);
      check_feedback(read);
    }
  }

 private:
  void say(const ReadRow<Station>& read, const char* column, const Words& found, const Words& rule, const Words& accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, found, rule, accept);
  }

  void check_measured(const ReadRow<Station>& read) {
    const auto id = s_.world.stations.find(read.raw->id);
    const bool there = id && !s_.world.stations[*id].measured.empty();
    if (read.row.distribution == Distribution::empirical && !there)
      say(read, "distribution", both("{}是 {}", "{} is \"{}\"", column_words(table_, "distribution"), word_words(Distribution::empirical)),
          {"分布为 empirical（实测）的作业点，在 service_times.csv 中要有权重大于 0 的行",
           "an empirical station has rows with a weight over 0 in service_times.csv"},
          {"补上实测时长", "add the measured times"});
    if (read.row.distribution != Distribution::empirical && there)
      say(read, "distribution", shown(table_, *read.raw, "distribution"),
          {"只有分布为 empirical（实测）的作业点才在 service_times.csv 中有行",
           "only stations with distribution empirical have rows in service_times.csv"},
          {"写 empirical，或删去那些行", "write empirical, or remove the rows"});
  }

  void check_feedback(const ReadRow<Station>& read) {
    const auto& to = read.row.feedback_to;
    if (read.row.kind == StationKind::repair && read.row.feedback > 0.0)
      say(read, "feedback", {"维修作业点写了 feedback（返工概率）", "a repair station has feedback"},
          {"返工只发生在货物经过厂区的途中", "feedback belongs to the way of a load through a site"}, {"留空", "leave it empty"});
    if (!to || to->index >= s_.world.stations.size()) return;
    const Station& target = s_.world.stations[*to];
    if (on_one_way(read.row, target) && target.order <= read.row.order) return;
    say(read, "feedback_to", shown(table_, *read.raw, "feedback_to"),
        {"车辆只能返回本作业点，或同一厂区内先前经过的作业点",
         "a truck goes back to this station or to one that it passed before at the same site"},
        {"写这样的作业点，或留空", "name such a station, or leave it empty"});
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

}  // namespace

void check_stations(const Sources& s, Decoder& decoder) { StationChecks(s, decoder).check(); }

}  // namespace railshift::scenario
