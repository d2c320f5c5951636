#include "sim/scenario/check/check_stations.hpp"

#include <fmt/format.h>

namespace railshift::scenario {
namespace {

/// What the parameters of a distribution must be; empty if they are fine.
std::string distribution_fault(const Station& s) {
  switch (s.distribution) {
    case Distribution::constant:
      return s.p1 > 0 ? "" : "constant has p1 > 0";
    case Distribution::uniform:
      return s.p1 <= s.p2 && s.p2 > 0 ? "" : "uniform has p1 <= p2, p2 > 0";
    case Distribution::exponential:
      return s.p1 > 0 ? "" : "exponential has p1 > 0";
    case Distribution::erlang:
      return s.p1 > 0 && s.p2 >= 1 && s.p2 <= 100 && s.p2 == static_cast<int>(s.p2) ? ""
                                                                                    : "erlang has p1 > 0 and whole p2 >= 1, at most 100";
    case Distribution::lognormal:
      return s.p1 > 0 && s.p2 > 0 ? "" : "lognormal has p1 > 0 and p2 > 0";
    case Distribution::triangular:
      return s.p1 <= s.p2 && s.p2 <= s.p3 && s.p1 < s.p3 ? "" : "triangular has p1 <= p2 <= p3, p1 < p3";
    case Distribution::empirical:
      return "";
  }
  return "";
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
      const std::string fault = distribution_fault(read.row);
      if (!fault.empty())
        say(read, "p1", fmt::format("p1, p2, p3 are {}, {}, {}", read.row.p1, read.row.p2, read.row.p3), fault,
            "correct the parameters (minutes)");
      if (read.row.when_full == WhenFull::turn_away && (read.row.kind == StationKind::unload || read.row.kind == StationKind::repair))
        say(read, "when_full", "when_full is \"turn_away\"", "only empty trucks are turned away: at gates, weighbridges and loading bays",
            "write wait_outside");
      check_measured(read);
      check_feedback(read);
    }
  }

 private:
  void say(const ReadRow<Station>& read, const char* column, std::string found, std::string rule, std::string accept) {
    decoder_.problem(table_.cell(*read.raw, column).place, std::move(found), std::move(rule), std::move(accept));
  }

  void check_measured(const ReadRow<Station>& read) {
    const auto id = s_.world.stations.find(read.raw->id);
    const bool there = id && !s_.world.stations[*id].measured.empty();
    if (read.row.distribution == Distribution::empirical && !there)
      say(read, "distribution", "distribution is \"empirical\"", "an empirical station has rows with a weight over 0 in service_times.csv",
          "add the measured times");
    if (read.row.distribution != Distribution::empirical && there)
      say(read, "distribution", fmt::format("distribution is \"{}\"", table_.cell(*read.raw, "distribution").text),
          "only stations with distribution empirical have rows in service_times.csv", "write empirical, or remove the rows");
  }

  void check_feedback(const ReadRow<Station>& read) {
    const auto& to = read.row.feedback_to;
    if (read.row.kind == StationKind::repair && read.row.feedback > 0.0)
      say(read, "feedback", "a repair station has feedback", "feedback belongs to the way of a load through a site", "leave it empty");
    if (!to || to->index >= s_.world.stations.size()) return;
    const Station& target = s_.world.stations[*to];
    if (on_one_way(read.row, target) && target.order <= read.row.order) return;
    say(read, "feedback_to", fmt::format("feedback_to is \"{}\"", target.id),
        "a truck goes back to this station or to one that it passed before at the same site", "name such a station, or leave it empty");
  }

  const Sources& s_;
  Decoder& decoder_;
  const RawTable& table_;
};

}  // namespace

void check_stations(const Sources& s, Decoder& decoder) { StationChecks(s, decoder).check(); }

}  // namespace railshift::scenario
