#include "sim/scenario/check/check_figures.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "sim/scenario/measures/scopes.hpp"
#include "sim/scenario/measures/targets.hpp"

namespace railshift::scenario {
namespace {

using Words = std::vector<std::string>;

/// Of a county code: the digits that name its prefecture.
constexpr std::size_t kPrefectureDigits = 4;
/// What rows carry that belong to no county, or lie beyond the gateways.
const std::array<std::string, 2> kNoCountyRows{"*no_county", "*beyond"};
/// Rail tonnes over ten times those of the base year are a slip of units.
constexpr double kLargestGrowth = 10.0;

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
    const std::vector<ScopeField> fields = scope_fields_of(figure_.metric, world_);
    for (const ScopeEntry& entry : figure_.scope) {
      if (entry.field == "period" || entry.field == "unit") continue;
      const auto field = std::find_if(fields.begin(), fields.end(), [&](const ScopeField& f) { return f.name == entry.field; });
      if (field == fields.end())
        no_such_field(entry, fields);
      else if (!entry.text.empty())
        check_entry(entry, *field);
    }
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
      case ScopeValue::county:
        return check_county(entry);
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

  void check_county(const ScopeEntry& entry) {
    std::set<std::string> counties(kNoCountyRows.begin(), kNoCountyRows.end());
    for (const Site& site : world_.sites) counties.insert(site.county);
    for (const Node& node : world_.nodes) counties.insert(node.county);
    const std::string& code = entry.text;
    const bool known = std::any_of(counties.begin(), counties.end(), [&](const std::string& of) {
      return of == code || (code.size() == kPrefectureDigits && of.size() > kPrefectureDigits && of.starts_with(code));
    });
    if (!known)
      problem(entry, "the county of a site or station, or its first four digits", "write a county that stands in sites.csv or node.csv");
  }

  void check_unit_and_value() {
    std::map<std::string, std::string> scope;
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
    if (quantity == Quantity::share && (value < 0.0 || value > 1.0)) return over_one();
    if (quantity == Quantity::growth && (value < -1.0 || value > kLargestGrowth)) return over_one();
    if (quantity != Quantity::growth && value < 0.0)
      decoder_.problem(figure_.value_place, fmt::format("value is {}", figure_.value), "no such figure is below 0", "correct the value");
  }

  void over_one() {
    const std::string percent = plain(figure_.value);
    const bool growth = quantity_is_growth();
    if (figure_.unit == "%") {
      decoder_.problem(figure_.value_place, fmt::format("value is {} %", percent),
                       growth ? "growth lies between -100 and 1,000 %" : "a share lies between 0 and 100 %", "correct the value");
      return;
    }
    decoder_.problem(figure_.value_place,
                     fmt::format("value is {} in unit \"{}\", which is {} %", percent, figure_.unit, plain(figure_.value * 100.0)),
                     growth ? "growth lies between -1 and 10 (+10 % is 0.1)" : "a share lies between 0 and 1 (80 % is 0.8)",
                     fmt::format("for {} % write value = {}, or unit = \"%\"", percent, plain(figure_.value / 100.0)));
  }
  [[nodiscard]] bool quantity_is_growth() const { return figure_.metric == MetricKind::rail_tonnes; }

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
    WrittenFigure figure{*kind, {}, unit->text, unit->place, world.targets[*target].value, value->place};
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
    WrittenFigure figure{*kind, {}, read.row.unit, place("unit"), read.row.value, place("value")};
    std::istringstream pieces(read.row.scope);
    for (std::string piece; std::getline(pieces, piece, ';');) {
      const auto equals = piece.find('=');
      if (equals == std::string::npos) {
        decoder.problem(place("scope"), fmt::format("scope is \"{}\"", read.row.scope), "field=value;field=value",
                        "write commodity=coke;direction=out");
        continue;
      }
      figure.scope.push_back({piece.substr(0, equals), piece.substr(equals + 1), place("scope")});
    }
    FigureCheck(figure, s.world, decoder).run();
  }
}

}  // namespace railshift::scenario
