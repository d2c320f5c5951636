#include "study/studies/study_run.hpp"

#include <algorithm>
#include <deque>
#include <functional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "study/manifest.hpp"
#include "study/refused.hpp"
#include "study/report_parts.hpp"
#include "study/results/result_files.hpp"
#include "study/results/result_folder.hpp"
#include "study/results/text_file.hpp"
#include "study/studies/prepared_cases.hpp"
#include "study/studies/study_document.hpp"
#include "study/studies/study_tables.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

constexpr const char* kMemberParts = "parts";
constexpr const char* kShareParts = "parts-of-shares";

/// Ids of cases are names of folders: all but letters, digits, '-' and '.' is written as _ and the byte in two hexadecimal digits, so that
/// two ids never have one folder.
std::string folder_name(const std::string& id) {
  std::string name;
  for (const char c : id) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || (c == '.' && !name.empty());
    name += plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
  }
  return name;
}

/// Where targets of single firms are met or missed: at the firm's sites inside the area.
std::vector<TargetPlace> places_of(const World& world, const std::vector<analysis::TargetChance>& chances) {
  std::vector<TargetPlace> places;
  for (std::size_t i = 0; i < chances.size(); ++i) {
    const Target& target = world.targets[*world.targets.find(chances[i].asked.target)];
    const auto firm = target.scope.find("firm");
    if (firm == target.scope.end()) continue;
    for (const Site& site : world.sites) {
      if (!site.outside() && world.firms[site.firm].id == firm->second)
        places.push_back({i, firm->second, site.id, {site.name_zh, site.name_en}, site.lon, site.lat});
    }
  }
  return places;
}

/// The case whose effect is shared, with its groups.
struct Sharing {
  const PreparedCase* of = nullptr;  ///< none: the file has no groups
  std::vector<ShareGroup> groups;
};

Sharing sharing_of(const std::deque<PreparedCase>& cases, const StudyFile& file) {
  Sharing sharing;
  if (file.shares.empty()) return sharing;
  sharing.of = &*std::find_if(cases.begin(), cases.end(), [&](const PreparedCase& one) { return one.plan.id == file.share_of; });
  Problems problems;
  sharing.groups = share_groups(file, *sharing.of->loaded.world, problems);
  if (!problems.empty()) throw WrongScenario{problems};
  return sharing;
}

/// The study with its cases, and where their parts lie.
class Study {
 public:
  Study(const StudyRequest& request, const StudyFile& file, const Watch& watch)
      : request_(request), cases_(prepared_cases(file, request.common)), sharing_(sharing_of(cases_, file)), watch_(watch) {}

  /// Minutes of a city, so whatever can be refused without them is refused before.
  void draw_members() {
    if (std::exchange(drawn_, true)) return;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      tell(i);
      PreparedCase& one = cases_[i];
      one.members = member_sets(one.request, one.loaded, one.design, request_.shard.value_or(Shard{}), watch_);
    }
  }

  void run_shard(const fs::path& root) {
    std::vector<Words> undone;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      tell(i);
      note(case_words(cases_[i]), study::run_shard(work(cases_[i], root), *request_.shard, watch_), undone);
    }
    if (sharing_.of != nullptr) {
      tell_shares();
      note(shares_words(), run_share_shard(share_work(root), *request_.shard, watch_), undone);
    }
    demand_done(undone);
  }

  /// All that stands against the folders of shards.
  void check_parts() const {
    std::vector<Words> reasons;
    for (const fs::path& from : request_.parts) {
      check_folder(from / kMemberParts, from, reasons);
      check_shares(from, reasons);
    }
    if (!reasons.empty()) throw Refused{reasons};
  }

  void take_parts(const fs::path& root) const {
    for (const fs::path& from : request_.parts) {
      for (const PreparedCase& one : cases_) adopt_parts(work(one, root), from / kMemberParts / folder_name(one.plan.id));
      if (sharing_.of != nullptr) adopt_share_parts(share_work(root), from / kShareParts);
    }
  }

  /// Fills in cases and shares.
  void answer(const fs::path& root, StudyResult& result) {
    std::vector<CaseResult>& results = result.cases;
    std::vector<Words> undone;
    for (std::size_t i = 0; i < cases_.size(); ++i) {
      tell(i);
      const PreparedCase& one = cases_[i];
      results.push_back({one.plan, one.loaded.world->settings.id, member_answer(work(one, root), request_.missing, watch_), {}, {}});
      results.back().places = places_of(*one.loaded.world, results.back().answer.chances);
      note(case_words(one), results.back().answer.undone, undone);
    }
    if (sharing_.of != nullptr) {
      tell_shares();
      result.shares = effect_shares(share_work(root), request_.missing, watch_);
      result.shares->of_case = sharing_.of->plan.id;
      note(shares_words(), result.shares->undone, undone);
    }
    demand_done(undone);
  }

  [[nodiscard]] std::vector<const World*> worlds() const {
    std::vector<const World*> worlds;
    for (const PreparedCase& one : cases_) worlds.push_back(&*one.loaded.world);
    return worlds;
  }

  [[nodiscard]] std::string end() const {
    Date last = cases_.front().loaded.world->settings.end;
    for (const PreparedCase& one : cases_) last = std::max(last, one.loaded.world->settings.end);
    return to_string(last - 1);
  }

 private:
  static Words case_words(const PreparedCase& one) { return both("方案 {}", "case {}", one.plan.id); }
  static Words shares_words() { return {"效果分摊", "shares of the effect"}; }

  [[nodiscard]] MemberWork work(const PreparedCase& one, const fs::path& root) const {
    return {one.request, one.loaded, one.design, one.members, root / kMemberParts / folder_name(one.plan.id)};
  }

  [[nodiscard]] ShareWork share_work(const fs::path& root) const {
    return {sharing_.of->request, sharing_.of->loaded, sharing_.groups, root / kShareParts};
  }

  void tell_shares() const {
    const auto at = std::find_if(cases_.begin(), cases_.end(), [&](const PreparedCase& one) { return &one == sharing_.of; });
    tell(static_cast<std::size_t>(at - cases_.begin()));
  }

  void tell(std::size_t at) const {
    if (watch_.study_case) watch_.study_case(cases_[at].plan.id, at, cases_.size());
  }

  void check_folder(const fs::path& parts, const fs::path& from, std::vector<Words>& reasons) const {
    std::error_code none;
    if (!fs::is_directory(parts, none))
      return reasons.push_back(both("{}：不是分片留下的文件夹", "{}: no folder that a shard has left", from.string()));
    std::set<std::string> known;
    for (const PreparedCase& one : cases_) known.insert(folder_name(one.plan.id));
    std::set<std::string> others;
    for (const auto& entry : fs::directory_iterator(parts)) {
      if (!known.contains(entry.path().filename().string())) others.insert(entry.path().filename().string());
    }
    if (!others.empty())
      reasons.push_back(both("{}：有本研究没有的方案的部分：{}", "{}: has parts of cases that this study does not have: {}", from.string(),
                             fmt::format("{}", fmt::join(others, ", "))));
    for (const PreparedCase& one : cases_) {
      for (Words& reason : reasons_against_parts(work(one, from), parts / folder_name(one.plan.id))) reasons.push_back(std::move(reason));
    }
  }

  void check_shares(const fs::path& from, std::vector<Words>& reasons) const {
    std::error_code none;
    if (sharing_.of == nullptr) {
      if (fs::is_directory(from / kShareParts, none))
        reasons.push_back(both("{}：有效果分摊的部分，本研究没有 [[share]]",
                               "{}: has parts of shares of an effect, and this study has no [[share]]", from.string()));
      return;
    }
    for (Words& reason : reasons_against_share_parts(share_work(from), from / kShareParts)) reasons.push_back(std::move(reason));
  }

  static void note(const Words& of, const std::vector<WithoutFigures>& undone, std::vector<Words>& all) {
    if (!undone.empty()) all.push_back(both("{}：{}", "{}: {}", of, undone_words(undone)));
  }

  static void demand_done(const std::vector<Words>& undone) {
    if (undone.empty()) return;
    Words all = undone.front();
    for (std::size_t i = 1; i < undone.size(); ++i) all = both("{}\n{}", "{}\n{}", all, undone[i]);
    throw Failed(all);
  }

  const StudyRequest& request_;
  std::deque<PreparedCase> cases_;
  Sharing sharing_;
  const Watch& watch_;
  bool drawn_ = false;
};

void add_effects(std::vector<CaseResult>& cases) {
  for (CaseResult& one : cases) {
    if (one.plan.against == one.plan.id) continue;
    const auto base = std::find_if(cases.begin(), cases.end(), [&](const CaseResult& c) { return c.plan.id == one.plan.against; });
    if (base != cases.end()) one.effects = analysis::target_effects(base->answer.chances, one.answer.chances);
  }
}

/// An interrupt says where whole parts are kept.
void kept_in(const fs::path& folder, const std::function<void()>& work) {
  try {
    work();
  } catch (const Interrupted&) {
    throw Interrupted{folder};
  }
}

}  // namespace

StudyResult run_study(const StudyRequest& request, const Watch& watch) {
  Problems problems;
  StudyResult result;
  result.file = read_study(request.file, problems);
  if (!problems.empty()) throw WrongScenario{problems};
  Study study(request, result.file, watch);
  result.folder = request.common.out.empty() ? fs::path("runs") / result.file.id : request.common.out;
  if (request.shard) {
    kept_in(result.folder, [&] {
      study.draw_members();
      study.run_shard(result.folder);
    });
    return result;
  }
  if (!request.parts.empty()) {
    study.draw_members();
    study.check_parts();
  }
  ResultFolder results(result.folder, request.common.replace, Leftovers::keep);
  const fs::path root = results.partial();
  kept_in(root, [&] {
    study.draw_members();
    study.take_parts(root);
    study.answer(root, result);
  });
  result.end = study.end();
  add_effects(result.cases);
  for (const auto& entry : fs::directory_iterator(root)) {
    if (entry.path().filename() != kMemberParts && entry.path().filename() != kShareParts) fs::remove_all(entry.path());
  }
  write_text(root / "study.toml", read_text(request.file));
  write_text(root / kDocument, analysis::document::to_json(study_documents(result, study.worlds())));
  write_study_files(result, root);
  for (const char* parts : {kMemberParts, kShareParts}) fs::remove_all(root / parts);
  write_text(root / kManifest, sealed(study_manifest_json(), list_files(root, kManifest)));
  results.finish();
  return result;
}

}  // namespace railshift::study
