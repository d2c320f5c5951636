#include "sim/scenario/check/check_figures.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/measures/scopes.hpp"
#include "sim/scenario/measures/targets.hpp"

namespace railshift::scenario {
namespace {

using Words = std::vector<std::string>;

/// Of a county code: the digits that name its prefecture.
constexpr std::size_t kPrefectureDigits = 4;
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

Words names_of(const std::vector<ScopeField>& fields) {
  Words names;
  for (const ScopeField& field : fields) names.push_back(field.name);
  return names;
}

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
        problem(entry, "a field that is named says something", "leave it out");
      else
        check_entry(entry, *field);
    }
    check_combination(scope);
    check_unit_and_value();
  }

 private:
  void problem(const ScopeEntry& entry, std::string rule, std::string accept) {
    decoder_.problem(entry.place, fmt::format("{} is \"{}\"", entry.field, entry.text), std::move(rule), std::move(accept));
  }

  void no_such_field(const ScopeEntry& entry, const std::vector<ScopeField>& fields) {
    const Words names = names_of(fields);
    decoder_.problem(entry.place, fmt::format("the scope of {} has {}", to_text(figure_.metric), entry.field),
                     fmt::format("figures of this metric are told apart by {}", fmt::join(names, ", ")),
                     hint(entry.field, names, "leave it out"));
  }

  void check_entry(const ScopeEntry& entry, const ScopeField& field) {
    const auto is_word = [&] { return std::find(field.words.begin(), field.words.end(), entry.text) != field.words.end(); };
    switch (field.value) {
      case ScopeValue::word:
        if (!is_word()) problem(entry, fmt::format("{}", fmt::join(field.words, ", ")), hint(entry.text, field.words, "write one of them"));
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
        if (!parse_date(entry.text)) problem(entry, "the day of a base, such as 2020-12-31", "write a day");
        return;
    }
  }

  void check_reference(const ScopeEntry& entry, const ScopeField& field, const std::string& table) {
    if (!decoder_.keys().knows(table) || decoder_.keys().rank(table, entry.text)) return;
    Words known = decoder_.keys().ids(table);
    known.insert(known.end(), field.words.begin(), field.words.end());
    const std::string sets = field.words.empty() ? "" : fmt::format(", or {}", fmt::join(field.words, ", "));
    problem(entry, "an id of " + table + sets, hint(entry.text, known, "correct the id"));
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
      return of == code || (prefectures && code.size() == kPrefectureDigits && of.size() > kPrefectureDigits && of.starts_with(code));
    });
    if (known) return;
    if (prefectures)
      problem(entry, "the county of a station, or its first four digits", "write a county that stands in node.csv");
    else
      problem(entry, field.value == ScopeValue::county_of_sites ? "the county of a site" : "the county of a site or of a road",
              "write a county that stands in sites.csv, six digits");
  }

  /// Fields of which no row has both, one without what always stands beside it, or none of what every row has.
  void check_combination(const MetricScope& scope) {
    for (const auto& [one, other] : scope.apart) {
      const ScopeEntry *a = figure_.find(one), *b = figure_.find(other);
      if (a == nullptr || b == nullptr) continue;
      decoder_.problem(b->place, fmt::format("the scope of {} has {} and {}", to_text(figure_.metric), one, other),
                       "no figure is told apart by both", "leave one of them out");
    }
    for (const auto& [one, other] : scope.together) {
      const ScopeEntry* a = figure_.find(one);
      if (a != nullptr && figure_.find(other) == nullptr)
        decoder_.problem(a->place, fmt::format("the scope of {} has {} without {}", to_text(figure_.metric), one, other),
                         fmt::format("figures by {} have their {}", one, other), fmt::format("name the {} too", other));
    }
    for (const std::string& field : scope.needed) {
      if (figure_.find(field) == nullptr)
        decoder_.problem(figure_.unit_place, fmt::format("the scope of {} has no {}", to_text(figure_.metric), field),
                         fmt::format("every figure of this metric has a {}", field), fmt::format("name the {}", field));
    }
  }

  void check_unit_and_value() {
    Scope scope;
    for (const ScopeEntry& entry : figure_.scope) scope[entry.field] = entry.text;
    const Quantity quantity = quantity_of(figure_.metric, scope);
    const Words units = units_of(quantity);
    if (std::find(units.begin(), units.end(), figure_.unit) == units.end()) {
      decoder_.problem(figure_.unit_place, fmt::format("unit is \"{}\"", figure_.unit),
                       fmt::format("{} is counted in {}", to_text(figure_.metric), fmt::join(units, ", ")),
                       hint(figure_.unit, units, "write one of them"));
      return;
    }
    const double value = figure_.unit == "%" ? figure_.value / 100.0 : figure_.value;
    if (quantity == Quantity::share && (value < 0.0 || value > 1.0))
      return no_such_share(1.0, "a share lies between 0 and 1 (80 % is 0.8)", "a share lies between 0 and 100 %");
    if (quantity == Quantity::growth && (value < -1.0 || value > figure_.largest_growth)) {
      return no_such_share(figure_.largest_growth, fmt::format("growth lies between -1 and {} (+10 % is 0.1)", figure_.largest_growth),
                           fmt::format("growth lies between -100 and {} %", figure_.largest_growth * 100.0));
    }
    if (quantity != Quantity::growth && value < 0.0)
      decoder_.problem(figure_.value_place, fmt::format("value is {}", figure_.value), "no such figure is below 0", "correct the value");
  }

  /// In percent, or in parts of 1, where what was meant in percent is told how that is written.
  void no_such_share(double most, std::string in_parts, std::string in_percent) {
    const std::string written = plain(figure_.value);
    if (figure_.unit == "%")
      return decoder_.problem(figure_.value_place, fmt::format("value is {} %", written), std::move(in_percent), "correct the value");
    const bool is_percent = figure_.value > 1.0 && figure_.value <= 100.0 * most;
    decoder_.problem(figure_.value_place,
                     fmt::format("value is {} in unit \"{}\", which is {} %", written, figure_.unit, plain(figure_.value * 100.0)),
                     std::move(in_parts),
                     is_percent ? fmt::format("for {} % write value = {}, or unit = \"%\"", written, plain(figure_.value / 100.0))
                                : std::string("correct the value"));
  }

  const WrittenFigure& figure_;
  const World& world_;
  Decoder& decoder_;
};

}  // namespace

void check_targets(const TomlNode& root, const World& world, Decoder& decoder) {
  const TomlNode* list = root.find("target");
  if (list == nullptr || list->kind != TomlNode::Kind::list) return;
  const Words known = scope_fields();
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
      decoder.problem(place("scope"), fmt::format("scope is \"{}\"", read.row.scope), "field=value;field=value, each field once",
                      "write commodity=coke;direction=out");
      continue;
    }
    for (const auto& [field, text] : *scope) figure.scope.push_back({field, text, place("scope")});
    FigureCheck(figure, s.world, decoder).run();
  }
}

}  // namespace railshift::scenario
