#pragma once
/// 调度 - a plan tracked by what was counted: runs of it, counted months in their place, and where targets end.
#include <filesystem>
#include <string>
#include <vector>

#include "analysis/tracking/forecast.hpp"
#include "study/members/member_study.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

struct TrackRequest {
  Request common;                  ///< of it: scenario, variant, set, seed, mover, jobs, out, replace, language; `until` is not asked for
  std::string until;               ///< last known month, as scenario::month_from_text reads it; some series counts it
  std::filesystem::path observed;  ///< folder of counted months; empty: `observed` in the scenario's folder
  int members = 99;                ///< runs: an interval of 90 % leaves five out on either side
};

struct TrackResult {
  std::filesystem::path folder;
  Month until{};
  Mover mover = Mover::months;
  std::vector<std::string> groups;  ///< names of what varied besides the seed, in the language of the request; none: seeds alone
  std::vector<ObservedSeries> series;
  analysis::Tracking tracking;
  std::vector<WithoutFigures> without;
};

/// Runs `members` members of the plan at the points of a Latin hypercube over its uncertain inputs, each on a seed of its own (one member:
/// the plan as it stands, on its seed), and tracks them. Takes the folder runs/<scenario>-track unless the request names one: tracking.csv,
/// progress.csv, offices.csv, pace.csv, runs.csv, observed/ as it was read, manifest.json; members lie below in parts/ until all are whole.
/// Throws WrongScenario (of the scenario or of the counted months), Refused (a last known month that nobody counted; counted months that
/// runs cannot hold: nothing is left), Failed if a run ended without an answer (whole parts remain) or none has figures, Interrupted.
[[nodiscard]] TrackResult track_plan(const TrackRequest& request, const Watch& watch);

}  // namespace railshift::study
