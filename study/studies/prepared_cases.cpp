#include "study/studies/prepared_cases.hpp"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "study/refused.hpp"
#include "study/report_parts.hpp"

namespace railshift::study {
namespace {

Request request_of(const StudyCase& one, const Request& common) {
  Request request = common;
  request.scenario = one.scenario;
  request.variant = one.variant;
  request.set = one.changes;
  request.layer = one.layer;
  return request;
}

/// Against the scenario and the request of a case; puts the file's last day into the request.
std::vector<Words> reasons_against(Request& request, const StudyFile& file, const Settings& settings) {
  std::vector<Words> reasons = study::reasons_against(request, settings);
  if (!file.until) return reasons;
  request.until = to_string(*file.until);
  if (auto wrong = reason_against_until("until", request.until, settings)) reasons.push_back(std::move(*wrong));
  return reasons;
}

}  // namespace

std::deque<PreparedCase> prepared_cases(const StudyFile& file, const Request& common) {
  std::deque<PreparedCase> cases;
  Problems problems;
  std::vector<Words> reasons;
  std::set<std::string> said;
  for (const StudyCase& one : file.cases) {
    Request request = request_of(one, common);
    scenario::Loaded loaded = scenario::load(request.scenario, load_request(request));
    for (const Problem& problem : loaded.problems.sorted()) {
      if (said.insert(to_string(problem)).second) problems.add(problem);
    }
    if (!loaded.world) continue;
    for (Words& reason : reasons_against(request, file, loaded.world->settings)) {
      if (said.insert(reason.en).second) reasons.push_back(std::move(reason));
    }
    cases.push_back({one, std::move(request), std::move(loaded), file.design(one), {}});
  }
  if (!problems.empty()) throw WrongScenario{problems};
  if (!reasons.empty()) throw Refused{reasons};
  return cases;
}

}  // namespace railshift::study
