#pragma once
/// Runs the cases of a study on the same points and writes one results folder.
#include <filesystem>
#include <optional>
#include <vector>

#include "analysis/chances/effects.hpp"
#include "study/members/member_study.hpp"
#include "study/request.hpp"
#include "study/studies/effect_shares.hpp"
#include "study/studies/study_file.hpp"
#include "study/watch.hpp"

namespace railshift::study {

struct StudyRequest {
  Request common;  ///< of it: jobs, out, replace, language
  std::filesystem::path file;
  std::optional<Shard> shard{};                ///< runs a part alone: parts below `out`, and no result
  std::vector<std::filesystem::path> parts{};  ///< folders that shards left, taken over before what is missing is run
};

struct CaseResult {
  StudyCase plan;
  MemberAnswer answer;
  std::vector<analysis::TargetEffect> effects;  ///< beside `against`; none of a case that is compared with itself
};

struct StudyResult {
  std::filesystem::path folder;
  StudyFile file;
  std::vector<CaseResult> cases;         ///< none of a shard
  std::optional<EffectShares> shares{};  ///< where the file has groups; none of a shard
};

/// Takes the folder runs/<study> unless the request names one; members lie below in parts/<case>/ until all are whole. Targets.csv,
/// effects.csv, members.csv, deciding.csv, screening.csv, shares.csv (if the file has groups), study.toml, manifest.json; of a shard the
/// parts alone. Throws WrongScenario (of the study file or of a scenario), Refused, Interrupted.
[[nodiscard]] StudyResult run_study(const StudyRequest& request, const Watch& watch);

}  // namespace railshift::study
