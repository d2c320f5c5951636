#include "sim/scenario/load/ranged_inputs.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "sim/core/text.hpp"

namespace railshift::scenario {
namespace {

constexpr double kWhole = 1e-9;  // shares nearer to the whole than this have nobody to share with

/// The rows that a share makes up a whole with: rows of one table with the same text here belong together; nothing for numbers that stand
/// alone.
std::optional<std::string> whole_of(const RawTable& table, const RawRow& row) {
  const auto text = [&](const char* column) { return table.cell(row, column).text; };
  if (table.spec.name == "chains") return text("flow_id");
  if (table.spec.name == "outside_mix") return text("owner") + "/" + text("vehicle_type") + "/" + text("year");
  if (table.spec.name != "flows") return std::nullopt;
  if (text("rule") == "rest_out") return "out/" + text("origin") + "/" + text("commodity") + "/" + text("valid_from");
  if (text("rule") == "rest_in") return "in/" + text("destination") + "/" + text("commodity") + "/" + text("valid_from");
  return std::nullopt;
}

using Wholes = std::map<std::string, std::vector<const RawRow*>>;

class TableRanges {
 public:
  explicit TableRanges(const RawTable& table) : table_(table) {
    const auto ranged = std::find_if(table.spec.fields.begin(), table.spec.fields.end(), [](const FieldInfo& f) { return f.ranged; });
    if (ranged == table.spec.fields.end()) return;
    column_ = ranged->name;
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
  Wholes wholes_;
};

std::string text_of(const TomlNode& node, const char* key) {
  const TomlNode* found = node.find(key);
  return found == nullptr ? std::string() : found->text;
}

std::optional<Range> plain_range(const std::string& value, const std::string& low, const std::string& high) {
  const auto v = parse_decimal(value), l = parse_decimal(low), h = parse_decimal(high);
  return v && l && h ? std::optional(Range{*v, *l, *h}) : std::nullopt;
}

/// Entries of [[measure.numbers]] whose number is a single value; steps and lists have no path of their own.
void add_measures(const TomlNode& root, const Table<Measure>& measures, std::vector<RangedInput>& all) {
  const TomlNode* list = root.find("measure");
  if (list == nullptr) return;
  for (const TomlNode& measure : list->items) {
    const std::string id = text_of(measure, "id");
    const TomlNode* numbers = measure.find("numbers");
    if (numbers == nullptr || !measures.find(id)) continue;
    for (const TomlNode& entry : numbers->items) {
      const std::string field = text_of(entry, "field"), low = text_of(entry, "low"), high = text_of(entry, "high");
      const TomlNode* value = measure.find(field);
      const bool single = value != nullptr && (value->kind == TomlNode::Kind::number || value->kind == TomlNode::Kind::integer ||
                                               value->kind == TomlNode::Kind::date);
      if (!single || low.empty() || high.empty() || low == high) continue;
      all.push_back({fmt::format("measure.{}.{}", id, field),
                     "measure",
                     id,
                     value->text,
                     low,
                     high,
                     plain_range(value->text, low, high),
                     text_of(entry, "standing"),
                     text_of(entry, "reason"),
                     {},
                     {}});
    }
  }
}

}  // namespace

std::vector<RangedInput> ranged_inputs(const RawTables& tables, const TomlNode& root, const Table<Measure>& measures) {
  std::vector<RangedInput> all;
  for (const auto& [name, table] : tables) TableRanges(table).add_to(all);
  add_measures(root, measures, all);
  std::sort(all.begin(), all.end(), [](const RangedInput& a, const RangedInput& b) { return a.path < b.path; });
  return all;
}

}  // namespace railshift::scenario
