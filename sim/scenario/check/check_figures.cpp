#include "sim/scenario/check/check_figures.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "sim/model/area_code.hpp"
#include "sim/scenario/check/check_words.hpp"
#include "sim/scenario/measures/scopes.hpp"
#include "sim/scenario/measures/targets.hpp"

namespace railshift::scenario {
namespace {

using Names = std::vector<std::string>;

/// A target of over ten times the rail tonnes of the base year is a slip of units. What was observed of a small flow may pass it.
constexpr double kLargestAsked = 10.0;
constexpr double kLargestObserved = 1e4;

/// One field of a scope as it was written.
struct ScopeEntry {
  std::string field, text;
  Place place;
};
/// A figure as it was written: of a target, or an observed one.
struct WrittenFigure {
  MetricKind metric = MetricKind::rail_share;
  std::vector<ScopeEntry> scope;
  std::string unit;
  Place unit_place;
  double value = 0.0;
  Place value_place;
  double largest_growth = kLargestAsked;
  [[nodiscard]] const ScopeEntry* find(std::string_view field) const {
    const auto at = std::find_if(scope.begin(), scope.end(), [&](const ScopeEntry& e) { return e.field == field; });
    return at == scope.end() ? nullptr : &*at;
  }
};

Names names_of(const std::vector<ScopeField>& fields) {
  Names names;
  for (const ScopeField& field : fields) names.push_back(field.name);
  return names;
}

const Words kCorrect{"改正该值", "correct the value"};

/// Without the last bits of a product.
std::string plain(double value) { return fmt::format("{:.10g}", value); }

class FigureCheck {
 public:
  FigureCheck(const WrittenFigure& figure, const World& world, Decoder& decoder) : figure_(figure), world_(world), decoder_(decoder) {}

  void run() {
    const MetricScope scope = metric_scope(figure_.metric, world_);
    for (const ScopeEntry& entry : figure_.scope) {
      if (entry.field == "period" || entry.field == "unit") continue;
      const auto field = std::find_if(scope.fields.begin(), scope.fields.end(), [&](const ScopeField& f) { return f.name == entry.field; });
      if (field == scope.fields.end())
        no_such_field(entry, scope.fields);
      else if (entry.text.empty())
        problem(entry, {"写了的范围字段要有内容", "a field that is named says something"}, {"去掉该字段", "leave it out"});
      else
        check_entry(entry, *field);
    }
    check_combination(scope);
    check_unit_and_value();
  }

 private:
  void problem(const ScopeEntry& entry, const Words& rule, const Words& accept) {
    decoder_.problem(entry.place, both("{} 写的是“{}”", "{} is \"{}\"", entry.field, entry.text), rule, accept);
  }

  void no_such_field(const ScopeEntry& entry, const std::vector<ScopeField>& fields) {
    const Names names = names_of(fields);
    decoder_.problem(entry.place, both("{} 的 scope（范围）中有 {}", "the scope of {} has {}", metric_, entry.field),
                     both("该指标的数只按这些字段区分：{}", "figures of this metric are told apart by {}", fmt::join(names, ", ")),
                     hint(entry.field, names, {"去掉该字段", "leave it out"}));
  }

  void check_entry(const ScopeEntry& entry, const ScopeField& field) {
    const auto is_word = [&] { return std::find(field.words.begin(), field.words.end(), entry.text) != field.words.end(); };
    switch (field.value) {
      case ScopeValue::word:
        if (!is_word())
          problem(entry, both("以下之一：{}", "{}", fmt::join(field.words, ", ")),
                  hint(entry.text, field.words, {"从中选写一个", "write one of them"}));
        return;
      case ScopeValue::firm:
        if (!is_word()) check_reference(entry, field, "firms");
        return;
      case ScopeValue::segment:
        if (!is_word()) check_reference(entry, field, "segments");
        return;
      case ScopeValue::rail_station:
        return check_reference(entry, field, "node");
      case ScopeValue::commodity:
        return check_reference(entry, field, "commodities");
      case ScopeValue::county_of_sites:
      case ScopeValue::county_of_roads:
      case ScopeValue::county_of_stations:
        if (!is_word()) check_county(entry, field);
        return;
      case ScopeValue::day:
        if (!parse_date(entry.text))
          problem(entry, {"锁定基数的日期，如 2020-12-31", "the day of a base, such as 2020-12-31"}, {"写日期", "write a day"});
        return;
    }
  }

  void check_reference(const ScopeEntry& entry, const ScopeField& field, const std::string& table) {
    if (!decoder_.keys().knows(table) || decoder_.keys().rank(table, entry.text)) return;
    Names known = decoder_.keys().ids(table);
    known.insert(known.end(), field.words.begin(), field.words.end());
    const Words sets = field.words.empty() ? Words{} : both("，或 {}", ", or {}", fmt::join(field.words, ", "));
    problem(entry, both("{} 表中的代码{}", "an id of {}{}", table, sets), hint(entry.text, known, {"改正代码", "correct the id"}));
  }

  void check_county(const ScopeEntry& entry, const ScopeField& field) {
    std::set<std::string> counties;
    for (const Site& site : world_.sites) {
      if (field.value != ScopeValue::county_of_stations) counties.insert(site.county);
    }
    for (const Node& node : world_.nodes) {
      if (field.value != ScopeValue::county_of_sites) counties.insert(node.county);
    }
    for (const Link& link : world_.links) {
      if (field.value == ScopeValue::county_of_roads) counties.insert(link.county);
    }
    const bool prefectures = field.value == ScopeValue::county_of_stations;
    const std::string& code = entry.text;
    const bool known = std::any_of(counties.begin(), counties.end(), [&](const std::string& of) {
      return of == code || (prefectures && is_prefecture_code(code) && lies_in(of, code));
    });
    if (known) return;
    if (prefectures)
      problem(entry, {"车站所在县区的代码，或其前四位", "the county of a station, or its first four digits"},
              {"写 node.csv 中有的县区代码", "write a county that stands in node.csv"});
    else
      problem(entry,
              field.value == ScopeValue::county_of_sites ? Words{"厂区所在县区的代码", "the county of a site"}
                                                         : Words{"厂区或道路所在县区的代码", "the county of a site or of a road"},
              {"写 sites.csv 中有的六位县区代码", "write a county that stands in sites.csv, six digits"});
  }

  /// Fields of which no row has both, one without what always stands beside it, or none of what every row has.
  void check_combination(const MetricScope& scope) {
    for (const auto& [one, other] : scope.apart) {
      const ScopeEntry *a = figure_.find(one), *b = figure_.find(other);
      if (a == nullptr || b == nullptr) continue;
      decoder_.problem(b->place, both("{} 的 scope（范围）中同时有 {} 和 {}", "the scope of {} has {} and {}", metric_, one, other),
                       {"没有同时按这两项区分的数", "no figure is told apart by both"}, {"去掉其中一个", "leave one of them out"});
    }
    for (const auto& [one, other] : scope.together) {
      const ScopeEntry* a = figure_.find(one);
      if (a != nullptr && figure_.find(other) == nullptr)
        decoder_.problem(a->place, both("{} 的 scope（范围）中有 {}，没有 {}", "the scope of {} has {} without {}", metric_, one, other),
                         both("按 {} 区分的数都带 {}", "figures by {} have their {}", one, other),
                         both("补上 {}", "name the {} too", other));
    }
    for (const std::string& field : scope.needed) {
      if (figure_.find(field) == nullptr)
        decoder_.problem(figure_.unit_place, both("{} 的 scope（范围）中没有 {}", "the scope of {} has no {}", metric_, field),
                         both("该指标的每个数都带 {}", "every figure of this metric has a {}", field),
                         both("补上 {}", "name the {}", field));
    }
  }

  void check_unit_and_value() {
    Scope scope;
    for (const ScopeEntry& entry : figure_.scope) scope[entry.field] = entry.text;
    const JudgedQuantity quantity = quantity_of(figure_.metric, scope);
    const Names units = units_of(quantity);
    if (std::find(units.begin(), units.end(), figure_.unit) == units.end()) {
      decoder_.problem(figure_.unit_place, both("unit（单位）写的是“{}”", "unit is \"{}\"", figure_.unit),
                       both("{} 的单位：{}", "{} is counted in {}", metric_, fmt::join(units, ", ")),
                       hint(figure_.unit, units, {"从中选写一个", "write one of them"}));
      return;
    }
    const double value = figure_.unit == "%" ? figure_.value / 100.0 : figure_.value;
    if (quantity == JudgedQuantity::share && (value < 0.0 || value > 1.0))
      return no_such_share(1.0, {"比例在 0 至 1 之间（80% 写 0.8）", "a share lies between 0 and 1 (80 % is 0.8)"},
                           {"比例在 0 至 100% 之间", "a share lies between 0 and 100 %"});
    if (quantity == JudgedQuantity::growth && (value < -1.0 || value > figure_.largest_growth)) {
      const double most = figure_.largest_growth;
      return no_such_share(most, both("增幅在 -1 至 {} 之间（增长 10% 写 0.1）", "growth lies between -1 and {} (+10 % is 0.1)", most),
                           both("增幅在 -100% 至 {}% 之间", "growth lies between -100 and {} %", most * 100.0));
    }
    if (quantity != JudgedQuantity::growth && value < 0.0)
      decoder_.problem(figure_.value_place, both("value（值）为 {}", "value is {}", figure_.value),
                       {"这类数不小于 0", "no such figure is below 0"}, kCorrect);
  }

  /// In percent, or in parts of 1, where what was meant in percent is told how that is written.
  void no_such_share(double most, const Words& in_parts, const Words& in_percent) {
    const std::string written = plain(figure_.value);
    if (figure_.unit == "%")
      return decoder_.problem(figure_.value_place, both("value（值）为 {}%", "value is {} %", written), in_percent, kCorrect);
    const bool is_percent = figure_.value > 1.0 && figure_.value <= 100.0 * most;
    decoder_.problem(figure_.value_place,
                     both("value（值）为 {}，单位“{}”，即 {}%", "value is {} in unit \"{}\", which is {} %", written, figure_.unit,
                          plain(figure_.value * 100.0)),
                     in_parts,
                     is_percent ? both("{}% 写 value = {}，或 unit = \"%\"", "for {} % write value = {}, or unit = \"%\"", written,
                                       plain(figure_.value / 100.0))
                                : kCorrect);
  }

  const WrittenFigure& figure_;
  const Words metric_ = word_words(figure_.metric);
  const World& world_;
  Decoder& decoder_;
};

/// A tolerance as large as what is asked would call nothing at all a success.
void check_tolerance(const TomlNode& node, const Target& target, Decoder& decoder) {
  const TomlNode* tolerance = node.find("tolerance");
  if (tolerance == nullptr || target.value == 0.0 || target.tolerance < std::abs(target.value)) return;
  decoder.problem(tolerance->place, both("tolerance（容差）写的是 {}", "tolerance is {}", plain(target.tolerance)),
                  both("容差小于目标值 {}", "a tolerance is less than the value that is asked, {}", plain(std::abs(target.value))),
                  {"写小些的容差，单位与目标值相同", "write a smaller one, in the unit of the value"});
}

}  // namespace

void check_targets(const TomlNode& root, const World& world, Decoder& decoder) {
  const TomlNode* list = root.find("target");
  if (list == nullptr || list->kind != TomlNode::Kind::list) return;
  const Names known = scope_fields();
  for (const TomlNode& node : list->items) {
    const TomlNode *metric = node.find("metric"), *unit = node.find("unit"), *value = node.find("value"), *id = node.find("id");
    if (metric == nullptr || unit == nullptr || value == nullptr || id == nullptr) continue;
    const auto kind = metric_from_text(metric->text);
    const auto target = world.targets.find(id->text);
    if (!kind || !target) continue;
    WrittenFigure figure{*kind, {}, unit->text, unit->place, world.targets[*target].value, value->place, kLargestAsked};
    const TomlNode* scope = node.find("scope");
    if (scope != nullptr && scope->kind == TomlNode::Kind::table) {
      for (const TomlMember& member : scope->members) {
        // What no metric has was reported where it was read.
        if (std::find(known.begin(), known.end(), member.key) != known.end())
          figure.scope.push_back({member.key, member.value.text, member.value.place});
      }
    }
    FigureCheck(figure, world, decoder).run();
    check_tolerance(node, world.targets[*target], decoder);
  }
}

void check_observed(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("observed");
  for (const ReadRow<Observed>& read : s.rows.observed) {
    const auto kind = metric_from_text(read.row.metric);
    if (!read.sound || !kind) continue;
    const auto place = [&](const char* column) { return table.cell(*read.raw, column).place; };
    WrittenFigure figure{*kind, {}, read.row.unit, place("unit"), read.row.value, place("value"), kLargestObserved};
    const auto scope = scope_from_text(read.row.scope);
    if (!scope) {
      decoder.problem(place("scope"), shown(table, *read.raw, "scope"),
                      {"写成 字段=值;字段=值，每个字段一次", "field=value;field=value, each field once"},
                      {"如 commodity=coke;direction=out", "write commodity=coke;direction=out"});
      continue;
    }
    for (const auto& [field, text] : *scope) figure.scope.push_back({field, text, place("scope")});
    FigureCheck(figure, s.world, decoder).run();
  }
}

}  // namespace railshift::scenario
