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
  Missing missing = Missing::run;              ///< leave: parts make the result, or nothing does
};

/// A target of one firm at a site of the firm.
struct TargetPlace {
  std::size_t chance = 0;  ///< which of the answer's chances
  std::string firm, site;
  Words name;
  double lon = 0.0, lat = 0.0;
};

struct CaseResult {
  StudyCase plan;
  std::string scenario;  ///< id of its scenario
  MemberAnswer answer;
  std::vector<analysis::TargetEffect> effects;  ///< beside `against`; none of a case that is compared with itself
  std::vector<TargetPlace> places;
};

struct StudyResult {
  std::filesystem::path folder;
  StudyFile file;
  std::vector<CaseResult> cases;         ///< none of a shard
  std::optional<EffectShares> shares{};  ///< where the file has groups; none of a shard
  std::string end;                       ///< the last day of any of the scenarios, YYYY-MM-DD
};

/// Takes the folder runs/<study> unless the request names one; members lie below in parts/<case>/, runs of coalitions in
/// parts-of-shares/, until all are whole. The tables of study_tables.hpp as CSV, study.gpkg, parquet/, datapackage.json, study.toml,
/// manifest.json; of a shard the parts alone. Throws WrongScenario (of the study file or of a scenario), Refused (also for parts of other
/// inputs, another program or processor level, or of cases that the study does not have: before anything is written), Interrupted, Failed
/// if runs ended without an answer or, with Missing::leave, parts are missing; whole parts then remain where they are.
[[nodiscard]] StudyResult run_study(const StudyRequest& request, const Watch& watch);

}  // namespace railshift::study
