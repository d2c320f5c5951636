#include "study/studies/study_run.hpp"

#include <algorithm>
#include <deque>

#include "sim/core/both.hpp"
#include "study/manifest.hpp"
#include "study/refused.hpp"
#include "study/results/result_files.hpp"
#include "study/results/result_folder.hpp"
#include "study/results/text_file.hpp"
#include "study/studies/study_csv.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMemberParts = "parts";

/// A case with its scenario.
struct Ready {
  StudyCase plan;
  Request request;
  scenario::Loaded loaded;
};

/// Ids of cases are names of folders: what a path may not hold is written as a line.
std::string folder_name(std::string id) {
  std::replace_if(
      id.begin(), id.end(), [](char c) { return c == '/' || c == '=' || c == ' '; }, '_');
  return id;
}

Request request_of(const StudyCase& one, const Request& common) {
  Request request = common;
  request.scenario = one.scenario;
  request.variant = one.variant;
  request.set = one.changes;
  request.layer = one.layer;
  return request;
}

/// All cases, or all that their scenarios have against them.
std::deque<Ready> ready(const StudyFile& file, const Request& common) {
  std::deque<Ready> cases;
  Problems problems;
  std::vector<Words> reasons;
  for (const StudyCase& one : file.cases) {
    Request request = request_of(one, common);
    scenario::Loaded loaded = scenario::load(request.scenario, load_request(request));
    for (const Problem& problem : loaded.problems.sorted()) problems.add(problem);
    if (!loaded.world) continue;
    for (Words& reason : reasons_against(request, loaded.world->settings)) reasons.push_back(std::move(reason));
    cases.push_back({one, std::move(request), std::move(loaded)});
  }
  if (!problems.empty()) throw WrongScenario{problems};
  if (!reasons.empty()) throw Refused(reasons);
  return cases;
}

void take_over(const std::deque<Ready>& cases, const StudyRequest& request, const MemberDesign& design, const fs::path& parts) {
  for (const fs::path& from : request.parts) {
    if (!fs::is_directory(from / kMemberParts))
      throw Refused({both("{}：不是分片留下的文件夹", "{}: no folder that a shard has left", from.string())});
    for (const Ready& one : cases) {
      const std::string folder = folder_name(one.plan.id);
      adopt_parts(one.request, one.loaded, design, parts / folder, from / kMemberParts / folder);
    }
  }
}

void add_effects(std::vector<CaseResult>& cases) {
  for (CaseResult& one : cases) {
    if (one.plan.against == one.plan.id) continue;
    const auto base = std::find_if(cases.begin(), cases.end(), [&](const CaseResult& c) { return c.plan.id == one.plan.against; });
    if (base != cases.end()) one.effects = analysis::target_effects(base->answer.chances, one.answer.chances);
  }
}

void write(const StudyResult& result, const fs::path& file, const fs::path& root) {
  write_text(root / "study.toml", read_text(file));
  write_text(root / "targets.csv", targets_csv(result));
  write_text(root / "effects.csv", effects_csv(result));
  write_text(root / "members.csv", members_csv(result));
  write_text(root / "deciding.csv", deciding_csv(result));
  fs::remove_all(root / kMemberParts);
  write_text(root / kManifest, sealed(assessment_manifest_json(), list_files(root, kManifest)));
}

}  // namespace

StudyResult run_study(const StudyRequest& request, const Watch& watch) {
  Problems problems;
  StudyResult result;
  result.file = read_study(request.file, problems);
  if (!problems.empty()) throw WrongScenario{problems};
  const MemberDesign design = result.file.design();
  const std::deque<Ready> cases = ready(result.file, request.common);
  result.folder = request.common.out.empty() ? fs::path("runs") / result.file.id : request.common.out;
  if (request.shard) {
    for (const Ready& one : cases)
      run_shard(one.request, one.loaded, design, *request.shard, result.folder / kMemberParts / folder_name(one.plan.id), watch);
    return result;
  }
  ResultFolder results(result.folder, request.common.replace, Leftovers::keep);
  const fs::path root = results.partial();
  take_over(cases, request, design, root / kMemberParts);
  for (const Ready& one : cases) {
    const fs::path parts = root / kMemberParts / folder_name(one.plan.id);
    result.cases.push_back({one.plan, member_answer(one.request, one.loaded, design, parts, watch), {}});
  }
  add_effects(result.cases);
  write(result, request.file, root);
  results.finish();
  return result;
}

}  // namespace railshift::study
