#include "study/studies/study_file.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "analysis/statistics/shapley.hpp"
#include "sim/core/both.hpp"
#include "sim/scenario/measures/toml_sections.hpp"
#include "sim/scenario/toml/toml_reader.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
using scenario::Cell;
using scenario::Decoder;
using scenario::field;
using scenario::Fields;
using scenario::TomlNode;
namespace {

Fields<StudyFile> study_fields() {
  using T = StudyFile;
  return {
      field(&T::id, scenario::id("id", "研究代码", "id of the study")),
      field(&T::title_zh, scenario::text("title_zh", "中文标题", "title in Chinese")),
      field(&T::title_en, scenario::text("title_en", "英文标题", "title in English")),
      field(&T::members, scenario::integer("members", "成员数", "points of the design, each by the quick twin; default 200").optional()),
      field(&T::full, scenario::integer("full", "完整模拟数", "of them, in full too; default 20").optional()),
      field(&T::seed, scenario::integer("seed", "种子", "of the design; default 1").between(0, 4294967295.0).optional()),
      field(&T::second,
            scenario::integer("second", "第二分布成员数", "members by the quick twin under the second law too; default 100").optional()),
      field(&T::screening, scenario::integer("screening", "筛选轨迹数",
                                             "Morris trajectories, one run more than groups each, of cases compared with themselves; "
                                             "default 4; 0: the members show which groups act")
                               .optional()),
      field(&T::until, scenario::date("until", "模拟到",
                                      "first day that no member simulates, the first of a month; default the end of the year in which the "
                                      "last target is due")
                           .optional()),
      field(&T::share_of,
            scenario::text("share_of", "分摊的方案", "id of the case whose effect [[share]] divides; default the first").optional())};
}

Fields<StudyCase> case_fields() {
  using T = StudyCase;
  return {field(&T::id, scenario::id("id", "方案代码", "id of the case")),
          field(&T::name_zh, scenario::text("name_zh", "中文名", "name in Chinese").optional()),
          field(&T::name_en, scenario::text("name_en", "英文名", "name in English").optional()),
          field(&T::scenario, scenario::text("scenario", "情景文件夹", "scenario folder, from where this file lies")),
          field(&T::variant, scenario::text("variant", "变体文件", "variant file, likewise").optional()),
          field(&T::set, scenario::make_info(scenario::FieldType::text_list, "set", "改动", "path=value, as --set takes them").optional()),
          field(&T::layer, scenario::word("layer", "层", "plan or baseline; default plan").optional()),
          field(&T::against,
                scenario::text("against", "对照", "id of the case it is compared with; default the first of its scenario").optional())};
}

Fields<StudyGrid> grid_fields() {
  using T = StudyGrid;
  return {field(&T::id, scenario::id("id", "网格代码", "id of the grid")),
          field(&T::path, scenario::text("path", "路径", "what takes the values, as --set names it")),
          field(&T::values, scenario::make_info(scenario::FieldType::text_list, "values", "取值", "values, as text"))};
}

Fields<StudyShare> share_fields() {
  using T = StudyShare;
  const auto list = [](const char* name, const char* zh, const char* en) {
    return scenario::make_info(scenario::FieldType::text_list, name, zh, en).optional();
  };
  return {field(&T::id, scenario::id("id", "分摊组代码", "id of the group")),
          field(&T::name_zh, scenario::text("name_zh", "中文名", "name in Chinese").optional()),
          field(&T::name_en, scenario::text("name_en", "英文名", "name in English").optional()),
          field(&T::clauses, list("clauses", "条款", "ids of clauses: all measures of theirs")),
          field(&T::measures, list("measures", "措施", "ids of measures"))};
}

/// Reads and checks one file.
class Reader {
 public:
  Reader(const fs::path& file, const TomlNode& root, Problems& problems)
      : folder_(file.parent_path()), root_(root), decoder_(keys_, problems) {}

  StudyFile read() {
    StudyFile study;
    read_head(study);
    study.cases = scenario::read_sections<StudyCase>(root_, {"case", {"方案", "cases"}}, case_fields(), decoder_);
    const auto grids = scenario::read_sections<StudyGrid>(root_, {"grid", {"网格", "grids"}}, grid_fields(), decoder_);
    study.shares = scenario::read_sections<StudyShare>(root_, {"share", {"分摊组", "shares"}}, share_fields(), decoder_);
    scenario::report_unknown_keys(root_, {"study", "case", "grid", "share"}, decoder_);
    if (study.cases.empty() && root_.find("case") == nullptr)
      decoder_.problem(root_.place, {"没有 [[case]]", "no [[case]]"}, {"研究至少有一个方案", "a study has a case at least"},
                       {"补上 [[case]]，写 id 和 scenario", "add [[case]] with id and scenario"});
    for (StudyCase& one : study.cases) check_case(one);
    check_against(study.cases);
    for (const StudyGrid& grid : grids) multiply(grid, study.cases);
    if (!grids.empty()) compare_values(study.cases);
    check_shares(study);
    return study;
  }

 private:
  [[nodiscard]] const TomlNode& node(const char* list, const std::string& id, const char* key) const {
    for (const TomlNode& item : root_.find(list)->items) {
      const TomlNode* its = item.find("id");
      const TomlNode* found = item.find(key);
      if (its != nullptr && its->text == id && found != nullptr) return *found;
    }
    return root_;
  }

  void read_head(StudyFile& study) {
    const TomlNode* section = root_.find("study");
    if (section == nullptr || section->kind != TomlNode::Kind::table) {
      if (root_.kind == TomlNode::Kind::damaged || root_.incomplete) return;
      return decoder_.problem(root_.place, {"缺少 [study] 节", "section [study] is missing"},
                              {"研究要有 [study] 节", "a study has a section [study]"},
                              {"补上 [study]，写 id、title_zh、title_en", "add [study] with id, title_zh, title_en"});
    }
    const Fields<StudyFile> fields = study_fields();
    scenario::read_members(study, *section, fields, decoder_);
    std::vector<std::string> known;
    for (const auto& f : fields) known.push_back(f.info.name);
    scenario::report_unknown_keys(*section, known, decoder_);
    for (const Words& reason : reasons_against(MemberDesign{study.members, study.full, study.seed, study.second, study.screening}))
      decoder_.problem(
          section->place, reason,
          {"成员至少 2 个，完整模拟不多于成员，各数不为负", "two members at least, no more in full than there are, no number below 0"},
          {"改正 members、full、second 或 screening", "correct members, full, second or screening"});
  }

  void check_case(StudyCase& one) {
    for (const std::string& change : one.set) {
      const std::size_t sign = change.find('=');
      if (sign == std::string::npos || sign == 0) {
        decoder_.problem(node("case", one.id, "set").place, both("set 中有“{}”", "set has \"{}\"", change),
                         {"set 的每一项写成 路径=值", "entries of set are path=value"},
                         {"如 \"measure.ms-ty-09.in_service=2025-09-01\"", "as \"measure.ms-ty-09.in_service=2025-09-01\""});
        continue;
      }
      one.changes[change.substr(0, sign)] = change.substr(sign + 1);
    }
    if (!one.scenario.empty()) one.scenario = (folder_ / one.scenario).lexically_normal().string();
    if (!one.variant.empty()) one.variant = (folder_ / one.variant).lexically_normal().string();
  }

  void check_against(std::vector<StudyCase>& cases) {
    for (StudyCase& one : cases) {
      const auto first = std::find_if(cases.begin(), cases.end(), [&](const StudyCase& other) { return other.scenario == one.scenario; });
      if (one.against.empty()) {
        one.against = first->id;
        continue;
      }
      const auto other = std::find_if(cases.begin(), cases.end(), [&](const StudyCase& c) { return c.id == one.against; });
      if (other != cases.end() && other->scenario == one.scenario) continue;
      std::vector<std::string> ids;
      for (const StudyCase& c : cases) {
        if (c.scenario == one.scenario) ids.push_back(c.id);
      }
      decoder_.problem(node("case", one.id, "against").place, both("against 为“{}”", "against is \"{}\"", one.against),
                       {"对照是同一情景的方案", "a case is compared with one of the same scenario"},
                       both("有：{}", "there are: {}", fmt::join(ids, ", ")));
    }
  }

  void check_shares(StudyFile& study) {
    for (StudyShare& share : study.shares) {
      share.place = node("share", share.id, "id").place;
      if (!share.clauses.empty() || !share.measures.empty()) continue;
      decoder_.problem(share.place, both("分组“{}”既无条款也无措施", "share \"{}\" has neither clauses nor measures", share.id),
                       {"每组至少写一项", "a group names one at least"},
                       {"写 clauses = [\"…\"] 或 measures = [\"…\"]", "write clauses = [\"...\"] or measures = [\"...\"]"});
    }
    if (study.shares.size() > analysis::statistics::kMostPlayers)
      decoder_.problem(study.shares.back().place, both("分组 {} 个", "{} shares", study.shares.size()),
                       both("最多 {} 组", "at most {} groups", analysis::statistics::kMostPlayers), {"合并一些分组", "join some of them"});
    if (study.cases.empty()) return;
    const TomlNode* head = root_.find("study");
    if (study.share_of.empty()) {
      study.share_of = study.cases.front().id;
      return;
    }
    std::vector<std::string> ids;
    for (const StudyCase& one : study.cases) ids.push_back(one.id);
    if (std::find(ids.begin(), ids.end(), study.share_of) != ids.end()) return;
    decoder_.problem(head->find("share_of")->place, both("share_of 为“{}”", "share_of is \"{}\"", study.share_of),
                     {"分摊的是本研究的一个方案", "what is shared is the effect of a case of this study"},
                     both("有：{}", "there are: {}", fmt::join(ids, ", ")));
  }

  /// A case for each value. Cases of a grid are compared with the case of the same value.
  void multiply(const StudyGrid& grid, std::vector<StudyCase>& cases) {
    if (grid.values.empty()) {
      return decoder_.problem(node("grid", grid.id, "values").place, {"values 为空", "values is empty"},
                              {"网格至少有一个值", "a grid has a value at least"},
                              {"写 values = [\"0.8\", \"1\"]", "write values = [\"0.8\", \"1\"]"});
    }
    if (std::set<std::string>(grid.values.begin(), grid.values.end()).size() < grid.values.size()) {
      return decoder_.problem(node("grid", grid.id, "values").place, {"values 中有重复的值", "values has a value twice"},
                              {"网格的每个值是一个方案", "each value of a grid is a case"}, {"删去重复的", "take the second one out"});
    }
    std::vector<StudyCase> all;
    for (const std::string& value : grid.values) {
      for (const StudyCase& one : cases) {
        if (one.changes.contains(grid.path)) {
          decoder_.problem(node("grid", grid.id, "path").place,
                           both("网格和方案“{}”都改动 {}", "the grid and case \"{}\" both set {}", one.id, grid.path),
                           {"一条路径只由一处改动", "a path is set in one place"},
                           {"从方案的 set 中删去它", "take it out of the case's set"});
          return;
        }
        StudyCase with = one;
        with.id += fmt::format("/{}={}", grid.id, value);
        with.against += fmt::format("/{}={}", grid.id, value);
        with.changes[grid.path] = value;
        all.push_back(std::move(with));
      }
    }
    cases = std::move(all);
  }

  /// Where a scenario has one case before grids, its values are compared with the first of them.
  static void compare_values(std::vector<StudyCase>& cases) {
    for (StudyCase& one : cases) {
      const auto first = std::find_if(cases.begin(), cases.end(), [&](const StudyCase& other) { return other.scenario == one.scenario; });
      const auto compared = [&](const StudyCase& other) { return other.scenario == one.scenario && other.against != other.id; };
      if (one.against == one.id && std::none_of(cases.begin(), cases.end(), compared)) one.against = first->id;
    }
  }

  fs::path folder_;
  const TomlNode& root_;
  scenario::KeyBook keys_;
  Decoder decoder_;
};

}  // namespace

StudyFile read_study(const fs::path& file, Problems& problems) {
  std::error_code ignored;
  if (!fs::is_regular_file(file, ignored)) {
    problems.add({{file.string(), 0, 0},
                  {"没有这个文件", "there is no such file"},
                  {"研究是一个 TOML 文件", "a study is a TOML file"},
                  {"写出它的路径", "give its path"}});
    return {};
  }
  const TomlNode root = scenario::read_toml(read_text(file), file.string(), problems);
  if (root.kind != TomlNode::Kind::table) return {};
  return Reader(file, root, problems).read();
}

}  // namespace railshift::study
