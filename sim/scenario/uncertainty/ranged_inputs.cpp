#include "sim/scenario/uncertainty/ranged_inputs.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/core/date.hpp"
#include "sim/scenario/fields/number_advice.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/uncertainty/wholes.hpp"

namespace railshift::scenario {
namespace {

constexpr double kWhole = 1e-9;  // shares nearer to the whole than this have nobody to share with

using Wholes = std::map<std::string, std::vector<const RawRow*>>;

class TableRanges {
 public:
  explicit TableRanges(const RawTable& table) : table_(table) {
    const auto ranged = std::find_if(table.spec.fields.begin(), table.spec.fields.end(), [](const FieldInfo& f) { return f.ranged; });
    if (ranged == table.spec.fields.end()) return;
    column_ = ranged->name;
    info_ = *ranged;
    for (const RawRow& row : table.rows) {
      if (const auto whole = whole_of(table, row)) wholes_[*whole].push_back(&row);
    }
  }

  void add_to(std::vector<RangedInput>& all) const {
    if (column_.empty()) return;
    for (const RawRow& row : table_.rows) {
      const auto low = table_.number(row, "low"), high = table_.number(row, "high"), value = table_.number(row, column_);
      if (!low || !high || !value || *low >= *high) continue;
      const auto text = [&](const char* column) { return table_.cell(row, column).text; };
      RangedInput input{path_of(row),
                        table_.spec.name,
                        row.id,
                        table_.cell(row, column_).text,
                        text("low"),
                        text("high"),
                        Range{*value, *low, *high},
                        text("standing"),
                        text("reason"),
                        {},
                        {}};
      const FieldInfo info = table_.spec.in_row == nullptr ? info_ : table_.spec.in_row(table_, row, info_);
      if (info.type == FieldType::integer) input.written = Written::whole_number;
      input.least = info.low;
      input.most = info.high;
      if (const auto whole = whole_of(table_, row)) {
        const auto& rows = wholes_.at(*whole);
        if (!share_out(rows, row, *value, *low, input.with_low) || !share_out(rows, row, *value, *high, input.with_high)) continue;
      }
      all.push_back(std::move(input));
    }
  }

 private:
  [[nodiscard]] std::string path_of(const RawRow& row) const { return table_.spec.name + "." + row.key + "." + column_; }

  /// The other rows of the whole shrink or grow in proportion. False if there is none that can.
  bool share_out(const std::vector<const RawRow*>& rows, const RawRow& moved, double from, double to,
                 std::map<std::string, std::string>& with) const {
    double others = 0.0;
    for (const RawRow* row : rows) others += row == &moved ? 0.0 : table_.number(*row, column_).value_or(0.0);
    if (others < kWhole || others + from - to < 0.0) return false;
    for (const RawRow* row : rows) {
      if (row == &moved) continue;
      const double share = table_.number(*row, column_).value_or(0.0);
      with[path_of(*row)] = fmt::format("{:.17f}", share * (others + from - to) / others);
    }
    return true;
  }

  const RawTable& table_;
  std::string column_;
  FieldInfo info_;
  Wholes wholes_;
};

std::string text_of(const TomlNode& node, const char* key) {
  const TomlNode* found = node.find(key);
  return found == nullptr ? std::string() : found->text;
}

std::optional<Range> stated_range(const RangedInput& input, const std::string& unit) {
  const auto v = stated_number(input.value, unit), l = stated_number(input.low, unit), h = stated_number(input.high, unit);
  return v && l && h ? std::optional(Range{*v, *l, *h}) : std::nullopt;
}

/// What a key of a measure accepts; nothing for those that every kind has (`from`).
const FieldInfo* field_of(const std::vector<MeasureKind>& kinds, const std::string& kind, const std::string& field) {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const MeasureKind& k) { return k.kind == kind; });
  if (found == kinds.end()) return nullptr;
  const auto info = std::find_if(found->fields.begin(), found->fields.end(), [&](const FieldInfo& f) { return f.name == field; });
  return info == found->fields.end() ? nullptr : &*info;
}

/// Entries of [[measure.numbers]] whose number is a single value, levels of steps among them.
class MeasureRanges {
 public:
  void add_to(std::vector<RangedInput>& all, const TomlNode& measure) const {
    const TomlNode* numbers = measure.find("numbers");
    if (numbers == nullptr) return;
    for (const TomlNode& entry : numbers->items) {
      const std::string field = text_of(entry, "field"), low = text_of(entry, "low"), high = text_of(entry, "high");
      const TomlNode* value = number_of(measure, field);
      if (value == nullptr || !is_single(*value) || low.empty() || high.empty() || low == high) continue;
      const std::string id = text_of(measure, "id");
      RangedInput input{fmt::format("measure.{}.{}", id, field), "measure", id, value->text, low, high, {}, "", "", {}, {}};
      input.standing = text_of(entry, "standing");
      input.reason = text_of(entry, "reason");
      describe(input, field_of(kinds_, text_of(measure, "kind"), field.substr(0, field.find('@'))));
      all.push_back(std::move(input));
    }
  }

 private:
  static bool is_single(const TomlNode& value) {
    return value.kind == TomlNode::Kind::number || value.kind == TomlNode::Kind::integer || value.kind == TomlNode::Kind::date ||
           (value.kind == TomlNode::Kind::text && stated_number(value.text, "t"));  // 6万吨
  }

  static void describe(RangedInput& input, const FieldInfo* info) {
    if (parse_date(input.value)) {
      input.written = Written::day;
      return;
    }
    input.range = stated_range(input, info == nullptr ? "" : info->unit);
    if (info == nullptr) return;
    if (info->type == FieldType::integer) input.written = Written::whole_number;
    const bool level = info->type == FieldType::steps;
    input.least = level ? 0.0 : info->low;
    input.most = level ? 1.0 : info->high;
  }

  std::vector<MeasureKind> kinds_ = measure_kinds();
};

}  // namespace

std::vector<RangedInput> ranged_inputs(const RawTables& tables, const TomlNode& root, const std::set<std::string>& measures) {
  std::vector<RangedInput> all;
  for (const auto& [name, table] : tables) TableRanges(table).add_to(all);
  const MeasureRanges of_measures;
  if (const TomlNode* list = root.find("measure")) {
    for (const TomlNode& measure : list->items) {
      if (measures.count(text_of(measure, "id")) > 0) of_measures.add_to(all, measure);
    }
  }
  std::sort(all.begin(), all.end(), [](const RangedInput& a, const RangedInput& b) { return a.path < b.path; });
  return all;
}

}  // namespace railshift::scenario
