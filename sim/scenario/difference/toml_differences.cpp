#include "sim/scenario/difference/toml_differences.hpp"

#include <algorithm>
#include <map>

#include "sim/core/text.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/scenario/measures/caveats.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"
#include "sim/scenario/measures/public_costs.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/measures/targets.hpp"
#include "sim/scenario/uncertainty/uncertainty_section.hpp"

namespace railshift::scenario {
namespace {

constexpr const char* kNumbers = "numbers";

/// A value as it is written; lists and tables in TOML's own form.
std::string text_of_node(const TomlNode& node) {
  std::string out;
  switch (node.kind) {
    case TomlNode::Kind::list:
      for (const TomlNode& item : node.items) out += (out.empty() ? "" : ", ") + text_of_node(item);
      return "[" + out + "]";
    case TomlNode::Kind::table:
      for (const TomlMember& member : node.members) out += (out.empty() ? "" : ", ") + member.key + " = " + text_of_node(member.value);
      return "{ " + out + " }";
    case TomlNode::Kind::text:
    case TomlNode::Kind::integer:
    case TomlNode::Kind::number:
    case TomlNode::Kind::boolean:
    case TomlNode::Kind::date:
    case TomlNode::Kind::damaged:
      return node.text;
  }
  return out;
}

/// The values of a section by name, in its order; those of [[measure.numbers]] as obedience.low.
using Values = std::vector<std::pair<std::string, std::string>>;
Values values_of(const TomlNode& section) {
  Values values;
  for (const TomlMember& member : section.members) {
    if (member.key != kNumbers) {
      values.emplace_back(member.key, text_of_node(member.value));
      continue;
    }
    for (const TomlNode& entry : member.value.items) {
      const TomlNode* field = entry.find("field");
      for (const TomlMember& part : entry.members) {
        if (field != nullptr && part.key != "field") values.emplace_back(field->text + "." + part.key, text_of_node(part.value));
      }
    }
  }
  return values;
}

const std::string* find(const Values& values, const std::string& name) {
  const auto at = std::find_if(values.begin(), values.end(), [&name](const auto& v) { return v.first == name; });
  return at == values.end() ? nullptr : &at->second;
}

bool is_same(const std::string& a, const std::string& b) {
  const auto x = parse_decimal(a), y = parse_decimal(b);
  return a == b || (x && y && *x == *y);
}

/// The names and units of the fields of a section.
using Notes = std::map<std::string, FieldInfo>;
Notes notes_of(const std::vector<FieldInfo>& infos) {
  Notes notes;
  for (const FieldInfo& info : infos) notes.emplace(info.name, info);
  return notes;
}

struct Section {
  const TomlNode* node = nullptr;
  Values values;
};

/// What a part of an entry of [[measure.numbers]] is called: low, standing ...
Words name_of_part(const std::string& part) {
  for (const FieldInfo& info : number_entry_infos()) {
    if (info.name == part) return {info.zh, info.en};
  }
  return same(part);
}

FieldDifference field_of(const std::string& name, const Notes& notes, const Section& a, const Section& b) {
  const std::size_t dot = name.find('.');
  const std::string field = name.substr(0, dot);
  FieldDifference difference{name, same(name), "", {}, {}, "", ""};
  if (const auto note = notes.find(field); note != notes.end()) {
    difference.name = {note->second.zh, note->second.en};
    difference.unit = note->second.unit;
  }
  const auto put = [&](const Section& side, std::optional<std::string>& value, std::string& standing) {
    if (const std::string* text = find(side.values, name)) value = *text;
    if (const std::string* text = find(side.values, field + ".standing")) standing = *text;
  };
  put(a, difference.from, difference.standing_from);
  put(b, difference.to, difference.standing_to);
  if (dot == std::string::npos) return difference;
  difference.name = name_of_part(name.substr(dot + 1));
  difference.standing_from = difference.standing_to = "";
  return difference;
}

/// All names of both sides that do not say the same, in the order of the first, then what only the second has.
std::vector<FieldDifference> differing_fields(const Notes& notes, const Section& a, const Section& b) {
  std::vector<FieldDifference> fields;
  for (const Section* side : {&a, &b}) {
    const Section& other = side == &a ? b : a;
    for (const auto& [name, text] : side->values) {
      const std::string* beside = find(other.values, name);
      if (beside != nullptr && (side == &b || is_same(*beside, text))) continue;
      fields.push_back(field_of(name, notes, a, b));
    }
  }
  return fields;
}

/// What nobody asks of a whole measure: its id and kind, which its title has, whether it takes part in the layer, and the parts of the
/// entries of its numbers but what the numbers rest on, which stands behind them.
bool is_detail(const FieldDifference& field) {
  return field.field == "id" || field.field == "kind" || field.field == kTakesPart || field.field.find('.') != std::string::npos;
}

using Sections = std::map<std::string, Section>;
Sections sections_of(const TomlNode& root, const char* name) {
  Sections sections;
  const TomlNode* list = root.find(name);
  if (list == nullptr) return sections;
  for (const TomlNode& node : list->items) {
    if (const TomlNode* id = node.find("id")) sections[id->text] = {&node, values_of(node)};
  }
  return sections;
}

const MeasureKind* measure_kind_of(const Section& section, const std::vector<MeasureKind>& kinds) {
  const std::string* word = find(section.values, "kind");
  const auto at = std::find_if(kinds.begin(), kinds.end(), [&](const MeasureKind& k) { return word != nullptr && k.kind == *word; });
  return at == kinds.end() ? nullptr : &*at;
}

/// Sections of one name, matched by id; `notes(section)` names their fields, `kind(section)` what they are.
template <class NotesOf, class KindOf>
void add_sections(std::vector<InputDifference>& out, InputPart part, const std::pair<Sections, Sections>& sides, NotesOf notes,
                  KindOf kind) {
  const auto& [a, b] = sides;
  std::map<std::string, int> ids;
  for (const Sections* side : {&a, &b}) {
    for (const auto& [id, section] : *side) ids[id] |= side == &a ? 1 : 2;
  }
  for (const auto& [id, where] : ids) {
    const Section before = where & 1 ? a.at(id) : Section{}, after = where & 2 ? b.at(id) : Section{};
    const Section& whole = where & 2 ? after : before;
    const InputChange change = where == 3 ? InputChange::changed : where == 2 ? InputChange::added : InputChange::removed;
    auto fields = differing_fields(notes(whole), before, after);
    if (change != InputChange::changed) std::erase_if(fields, is_detail);
    if (!fields.empty()) out.push_back({part, change, "", kind(whole), id, std::move(fields)});
  }
}

void add_settings(std::vector<InputDifference>& out, const TomlNode& a, const TomlNode& b) {
  const TomlNode none;
  const TomlNode *from = a.find("scenario"), *to = b.find("scenario");
  const auto values = [](const TomlNode* node) { return node == nullptr ? Values{} : values_of(*node); };
  Notes notes = notes_of(infos_of(settings_fields()));
  notes.emplace(kLayerOfRun, word(kLayerOfRun, "运行的层", "layer that is run"));
  auto fields = differing_fields(notes, {from, values(from)}, {to, values(to)});
  if (!fields.empty()) out.push_back({InputPart::setting, InputChange::changed, "", {}, "scenario", std::move(fields)});
}

}  // namespace

std::vector<InputDifference> toml_differences(const TomlNode& a, const TomlNode& b) {
  std::vector<InputDifference> out;
  const std::vector<MeasureKind> kinds = measure_kinds();
  const auto sides = [&](const char* name) { return std::pair(sections_of(a, name), sections_of(b, name)); };
  add_settings(out, a, b);
  add_sections(
      out, InputPart::measure, sides("measure"),
      [&](const Section& section) {
        Notes notes = notes_of(infos_of(measure_head_fields()));
        notes.emplace(kTakesPart, yes_no(kTakesPart, "在运行的层中起作用", "takes part in the layer that is run"));
        notes.emplace(kPublicCost, text(kPublicCost, "公共支出", "public cost"));
        if (const MeasureKind* kind = measure_kind_of(section, kinds)) notes.merge(notes_of(kind->fields));
        return notes;
      },
      [&](const Section& section) {
        const std::string* word = find(section.values, "kind");
        const auto at =
            std::find_if(policy::kKinds.begin(), policy::kKinds.end(), [&](const auto& k) { return word != nullptr && k.word == *word; });
        return at == policy::kKinds.end() ? Words{} : Words{std::string(at->zh), std::string(at->en)};
      });
  const auto no_kind = [](const Section&) { return Words{}; };
  add_sections(
      out, InputPart::target, sides("target"), [](const Section&) { return notes_of(infos_of(target_fields())); }, no_kind);
  add_sections(
      out, InputPart::caveat, sides("caveat"), [](const Section&) { return notes_of(infos_of(caveat_fields())); }, no_kind);
  add_sections(
      out, InputPart::uncertainty, sides("uncertainty"), [](const Section&) { return notes_of(infos_of(uncertainty_fields())); }, no_kind);
  return out;
}

}  // namespace railshift::scenario
