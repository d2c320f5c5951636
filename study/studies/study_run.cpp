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
constexpr const char* kShareParts = "parts-of-shares";

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

void take_over(const std::deque<Ready>& cases, const StudyRequest& request, const StudyFile& file, const fs::path& parts) {
  for (const fs::path& from : request.parts) {
    if (!fs::is_directory(from / kMemberParts))
      throw Refused({both("{}：不是分片留下的文件夹", "{}: no folder that a shard has left", from.string())});
    for (const Ready& one : cases) {
      const std::string folder = folder_name(one.plan.id);
      adopt_parts(one.request, one.loaded, file.design(one.plan), parts / folder, from / kMemberParts / folder);
    }
  }
}

/// The case whose effect is shared, with its groups.
struct Sharing {
  const Ready* of = nullptr;  ///< none: the file has no groups
  std::vector<ShareGroup> groups;
};

Sharing sharing_of(const std::deque<Ready>& cases, const StudyFile& file) {
  Sharing sharing;
  if (file.shares.empty()) return sharing;
  sharing.of = &*std::find_if(cases.begin(), cases.end(), [&](const Ready& one) { return one.plan.id == file.share_of; });
  Problems problems;
  sharing.groups = share_groups(file, *sharing.of->loaded.world, problems);
  if (!problems.empty()) throw WrongScenario{problems};
  return sharing;
}

void take_over(const Sharing& sharing, const StudyRequest& request, const fs::path& root) {
  if (sharing.of == nullptr) return;
  for (const fs::path& from : request.parts)
    adopt_share_parts(sharing.of->request, sharing.of->loaded, sharing.groups, root / kShareParts, from / kShareParts);
}

void run_shards(const std::deque<Ready>& cases, const Sharing& sharing, const StudyRequest& request, const StudyResult& result,
                const Watch& watch) {
  for (const Ready& one : cases)
    run_shard(one.request, one.loaded, result.file.design(one.plan), *request.shard,
              result.folder / kMemberParts / folder_name(one.plan.id), watch);
  if (sharing.of != nullptr)
    run_share_shard(sharing.of->request, sharing.of->loaded, sharing.groups, *request.shard, result.folder / kShareParts, watch);
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
  write_text(root / "screening.csv", screening_csv(result));
  if (result.shares) write_text(root / "shares.csv", shares_csv(*result.shares));
  fs::remove_all(root / kMemberParts);
  fs::remove_all(root / kShareParts);
  write_text(root / kManifest, sealed(assessment_manifest_json(), list_files(root, kManifest)));
}

}  // namespace

StudyResult run_study(const StudyRequest& request, const Watch& watch) {
  Problems problems;
  StudyResult result;
  result.file = read_study(request.file, problems);
  if (!problems.empty()) throw WrongScenario{problems};
  const std::deque<Ready> cases = ready(result.file, request.common);
  const Sharing sharing = sharing_of(cases, result.file);
  result.folder = request.common.out.empty() ? fs::path("runs") / result.file.id : request.common.out;
  if (request.shard) {
    run_shards(cases, sharing, request, result, watch);
    return result;
  }
  ResultFolder results(result.folder, request.common.replace, Leftovers::keep);
  const fs::path root = results.partial();
  take_over(cases, request, result.file, root / kMemberParts);
  take_over(sharing, request, root);
  for (const Ready& one : cases) {
    const fs::path parts = root / kMemberParts / folder_name(one.plan.id);
    result.cases.push_back({one.plan, member_answer(one.request, one.loaded, result.file.design(one.plan), parts, watch), {}});
  }
  add_effects(result.cases);
  if (sharing.of != nullptr) {
    result.shares = effect_shares(sharing.of->request, sharing.of->loaded, sharing.groups, root / kShareParts, watch);
    result.shares->of_case = result.file.share_of;
  }
  write(result, request.file, root);
  results.finish();
  return result;
}

}  // namespace railshift::study
