#include "sim/scenario/measures/target_readings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "sim/rules/rail/duty.hpp"
#include "sim/rules/rail/siding_access.hpp"

namespace railshift::scenario {
namespace {

constexpr const char* kListOfFirms = "*over_threshold";
constexpr const char* kListWithSiding = "*over_threshold_with_siding";

/// The sections of targets that became one, with what they became.
struct WrittenTarget {
  const TomlNode* node;
  const Target* target;
  [[nodiscard]] Place place(const char* key) const {
    const TomlNode* at = node->find(key);
    return at == nullptr ? node->place : at->place;
  }
};

std::vector<WrittenTarget> written_targets(const TomlNode& root, const World& world) {
  std::vector<WrittenTarget> all;
  const TomlNode* list = root.find("target");
  if (list == nullptr || list->kind != TomlNode::Kind::list) return all;
  for (const TomlNode& node : list->items) {
    const TomlNode* id = node.find("id");
    const auto target = id == nullptr ? std::nullopt : world.targets.find(id->text);
    if (target) all.push_back({&node, &world.targets[*target]});
  }
  return all;
}

std::set<std::string> main_targets(const World& world) {
  std::set<std::string> ids;
  for (const Target& target : world.targets) {
    if (!target.reading_of.empty()) ids.insert(target.reading_of);
  }
  return ids;
}

/// What of a reading differs from its main target.
class ReadingCheck {
 public:
  ReadingCheck(const WrittenTarget& written, const World& world, Decoder& decoder)
      : written_(written), reading_(*written.target), world_(world), decoder_(decoder) {}

  void run() {
    const auto main = world_.targets.find(reading_.reading_of);
    if (!main) return no_such_main();
    const Target& of = world_.targets[*main];
    if (!of.reading_of.empty() || of.id == reading_.id) return main_is_a_reading(of);
    if (reading_.clause != of.clause) differs("clause", of, world_.clauses[of.clause].id);
    if (reading_.due != of.due) differs("due", of, to_string(of.due));
    if (reading_.op != of.op) differs("operator", of, std::string(to_text(of.op)));
    if (reading_.force != of.force) differs("force", of, std::string(to_text(of.force)));
  }

 private:
  void no_such_main() {
    std::vector<std::string> ids;
    for (const Target& target : world_.targets) {
      if (target.reading_of.empty() && target.id != reading_.id) ids.push_back(target.id);
    }
    decoder_.problem(written_.place("reading_of"),
                     both("reading_of（口径所属目标）写的是“{0}”", "reading_of is \"{0}\"", reading_.reading_of),
                     {"情景中一个主口径目标的代码", "the id of a main target of the scenario"},
                     hint(reading_.reading_of, ids, {"改正代码", "correct the id"}));
  }

  void main_is_a_reading(const Target& of) {
    const std::string main = of.id == reading_.id ? std::string{} : of.reading_of;
    decoder_.problem(written_.place("reading_of"), both("reading_of（口径所属目标）写的是“{0}”", "reading_of is \"{0}\"", of.id),
                     {"主口径目标本身不是别的目标的口径", "a main target is no reading itself"},
                     main.empty() ? Words{"去掉 reading_of", "leave reading_of out"} : both("写 {}", "write {}", main));
  }

  void differs(const char* key, const Target& of, const std::string& wanted) {
    const TomlNode* node = written_.node->find(key);
    decoder_.problem(
        written_.place(key),
        both("口径 {0} 的 {1} 是“{2}”，主口径 {3} 的是“{4}”", "reading {0} has {1} \"{2}\", main target {3} has \"{4}\"", reading_.id, key,
             node == nullptr ? std::string{} : node->text, of.id, wanted),
        {"口径与主口径同一条款、同一时限、同一关系、同一力度", "a reading has the clause, due, operator and force of its main target"},
        both("写 {}，或去掉 reading_of", "write {}, or leave reading_of out", wanted));
  }

  const WrittenTarget& written_;
  const Target& reading_;
  const World& world_;
  Decoder& decoder_;
};

void check_names(const WrittenTarget& written, const std::set<std::string>& mains, Decoder& decoder) {
  const Target& target = *written.target;
  const bool reads = !target.reading_of.empty() || mains.count(target.id) > 0;
  for (const auto& [key, name] : {std::pair{"reading_zh", &target.reading.zh}, std::pair{"reading_en", &target.reading.en}}) {
    if (reads && name->empty())
      decoder.problem(
          written.place(key), both("目标 {} 没有 {}", "target {} has no {}", target.id, key),
          {"口径，以及有其他口径的主口径，都要写明名称", "a reading, and a main target that has readings, say what they are called"},
          both("写 {} = \"…\"，如 门口口径·名单合计", "write {} = \"...\", such as gate basis, listed firms together", key));
    if (!reads && !name->empty())
      decoder.problem(written.place(key), both("目标 {} 写有 {}", "target {} has {}", target.id, key),
                      {"只有口径和有其他口径的主口径才有名称", "only readings and main targets that have readings are called something"},
                      both("去掉 {}，或写 reading_of", "leave {} out, or write reading_of", key));
  }
}

/// What is judged in several readings, or by counting firms.
bool reads_firms(const Target& target, const std::set<std::string>& mains) {
  switch (target.metric) {
    case MetricKind::firms_passing:
    case MetricKind::siding_access:
    case MetricKind::clean_ok:
      return true;
    case MetricKind::rail_share:
    case MetricKind::rail_tonnes:
    case MetricKind::tonnes_by_reason: {
      const auto firm = target.scope.find("firm");
      const bool of_list = firm != target.scope.end() && firm->second.starts_with(kListOfFirms);
      return of_list && (!target.reading_of.empty() || mains.count(target.id) > 0);
    }
    case MetricKind::clean_share:
    case MetricKind::register_stock:
    case MetricKind::retired_share:
    case MetricKind::new_energy_stock_share:
    case MetricKind::new_energy_new_share:
    case MetricKind::through_km_inside:
    case MetricKind::exhaust:
    case MetricKind::tonnes_by_chain:
    case MetricKind::rail_station_tonnes:
      return false;
  }
  RAILSHIFT_EXPECTS(false, "a metric counts firms or not");
}

class DataCheck {
 public:
  DataCheck(const World& world, Decoder& decoder) : world_(world), decoder_(decoder), listed_(rules::listed_firms(world)) {}

  void run(const WrittenTarget& written) {
    const Scope& scope = written.target->scope;
    const auto word = [&](const char* field) {
      const auto found = scope.find(field);
      return found == scope.end() ? std::string{} : found->second;
    };
    if (listed_.empty()) return no_firm(written);
    const auto has_siding = [&](Id<Firm> firm) { return rules::has_siding_on_map(world_, firm); };
    if (word("firm") == kListWithSiding && std::none_of(listed_.begin(), listed_.end(), has_siding)) return no_siding(written);
    const bool clean = written.target->metric == MetricKind::clean_ok || word("numerator_kind") == "rail_or_clean";
    if (clean) rules_for(written, word("firm"));
  }

 private:
  void no_firm(const WrittenTarget& written) {
    decoder_.problem(
        written.place("scope"), both("目标 {} 评判名单企业", "target {} is about the listed firms", written.target->id),
        both("没有企业达到名单门槛（参数 scope.over_threshold）", "no firm moves as much as the list asks (scope.over_threshold)"),
        {"去掉该目标，或补上企业的货流", "leave the target out, or add the flows of such a firm"});
  }

  void no_siding(const WrittenTarget& written) {
    decoder_.problem(written.place("scope"),
                     both("目标 {} 评判名单中有专用线的企业", "target {} is about the listed firms with a siding", written.target->id),
                     {"名单企业都没有到厂的专用线", "no listed firm has a siding at its fence"},
                     {"去掉该口径，或在 sidings.csv 补上专用线", "leave the reading out, or add the siding to sidings.csv"});
  }

  /// A firm whose works have no rule is in no figure: the first of them is told.
  void rules_for(const WrittenTarget& written, const std::string& firm) {
    for (const Site& site : world_.sites) {
      const bool judged = !site.outside() && is_industrial(site.kind) && std::binary_search(listed_.begin(), listed_.end(), site.firm);
      const bool asked = firm.empty() || firm == kListOfFirms || world_.firms[site.firm].id == firm;
      if (!judged || !asked || has_rule(site.kind)) continue;
      const std::string kind(to_text(site.kind));
      const char* region = world_.settings.key_region ? "yes" : "no";
      return decoder_.problem(
          written.place("scope"),
          both("目标 {} 评判 {}（{}）的清洁运输", "target {} asks for clean transport of {} ({})", written.target->id, site.id, kind),
          both("clean_rules.csv 没有 site_kind {}、key_region {} 的规则", "clean_rules.csv has no rule of site_kind {}, key_region {}",
               kind, region),
          {"补上这一行，或去掉该目标", "add the row, or leave the target out"});
    }
  }

  [[nodiscard]] bool has_rule(SiteKind kind) const {
    return std::any_of(world_.clean_rules.begin(), world_.clean_rules.end(),
                       [&](const CleanRule& rule) { return rule.site_kind == kind && rule.key_region == world_.settings.key_region; });
  }

  const World& world_;
  Decoder& decoder_;
  std::vector<Id<Firm>> listed_;
};

}  // namespace

void check_readings(const TomlNode& root, const World& world, Decoder& decoder) {
  const std::set<std::string> mains = main_targets(world);
  for (const WrittenTarget& written : written_targets(root, world)) {
    if (!written.target->reading_of.empty()) ReadingCheck(written, world, decoder).run();
    check_names(written, mains, decoder);
  }
}

void check_reading_data(const TomlNode& root, const World& world, Decoder& decoder) {
  const std::set<std::string> mains = main_targets(world);
  std::vector<WrittenTarget> asked = written_targets(root, world);
  std::erase_if(asked, [&](const WrittenTarget& written) { return !reads_firms(*written.target, mains); });
  if (asked.empty()) return;
  DataCheck check(world, decoder);
  for (const WrittenTarget& written : asked) check.run(written);
}

}  // namespace railshift::scenario
