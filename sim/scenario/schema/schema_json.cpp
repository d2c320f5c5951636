#include "sim/scenario/schema/schema_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "sim/scenario/measures/caveats.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"
#include "sim/scenario/measures/public_costs.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/measures/targets.hpp"
#include "sim/scenario/uncertainty/uncertainty_section.hpp"

namespace railshift::scenario {
namespace {

using Json = nlohmann::ordered_json;

Json words_json(const std::vector<Word>& words) {
  Json all = Json::array();
  for (const Word& w : words) {
    all.push_back(w.text);
    for (const std::string& zh : w.zh) all.push_back(zh);
  }
  return {{"type", "string"}, {"enum", all}};
}

Json number_json(const char* type, const FieldInfo& f) {
  Json out{{"type", type}};
  if (std::isfinite(f.low)) out["minimum"] = f.low;
  if (std::isfinite(f.high)) out["maximum"] = f.high;
  return out;
}

Json object_json(const std::vector<FieldInfo>& fields);

Json type_json(const FieldInfo& f) {
  switch (f.type) {
    case FieldType::id:
      return {{"type", "string"}, {"pattern", f.letters == Letters::any ? "^[A-Za-z0-9._-]+$" : "^[a-z0-9._-]+$"}};
    case FieldType::text:
    case FieldType::reference:
      return {{"type", "string"}};
    case FieldType::integer:
      return number_json("integer", f);
    case FieldType::number:
    case FieldType::tonnes:
      return number_json("number", f);
    case FieldType::date:
      return {{"type", "string"}, {"format", "date"}};
    case FieldType::yes_no:
      return {{"type", "boolean"}};
    case FieldType::zero_one:
      return {{"type", "integer"}, {"enum", {0, 1}}};
    case FieldType::word:
      return words_json(f.words);
    case FieldType::references:
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case FieldType::word_list:
      return {{"type", "array"}, {"items", words_json(f.words)}};
    case FieldType::steps: {
      const std::vector<FieldInfo> step{date("due", "期限", "last day of the step"), share("level", "水平", "required level")};
      return {{"type", "array"}, {"items", object_json(step)}};
    }
    case FieldType::numbers:
      return {{"type", "array"}, {"items", object_json(number_entry_infos())}};
    case FieldType::text_list:
      return {{"type", "array"}, {"items", {{"type", "string"}}}};
    case FieldType::number_list:
      return {{"type", "array"}, {"items", number_json("number", f)}};
    case FieldType::scope: {
      Json properties = Json::object();
      for (const std::string& name : scope_fields()) properties[name] = {{"type", "string"}};
      return {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}};
    }
  }
  return Json::object();
}

Json property_json(const FieldInfo& f) {
  Json out = type_json(f);
  // a bound of a number entry is a number or a day, whatever the measured field is
  if (f.en == "number or day") out = {{"type", {"number", "string"}}};
  out["description"] = f.zh + " · " + f.en + (f.unit.empty() ? "" : " (" + f.unit + ")");
  return out;
}

Json object_json(const std::vector<FieldInfo>& fields) {
  Json properties = Json::object();
  Json required = Json::array();
  for (const FieldInfo& f : fields) {
    properties[f.name] = property_json(f);
    if (f.need == Need::required) required.push_back(f.name);
  }
  return {{"type", "object"}, {"properties", properties}, {"required", required}, {"additionalProperties", false}};
}

Json measure_json() {
  Json kinds = Json::array();
  for (const MeasureKind& kind : measure_kinds()) {
    std::vector<FieldInfo> fields = infos_of(measure_head_fields());
    fields.insert(fields.end(), kind.fields.begin(), kind.fields.end());
    fields.push_back(make_info(FieldType::numbers, "numbers", "数据性质", "what numbers of the measure rest on").optional());
    Json one = object_json(fields);
    one["properties"]["kind"] = {{"const", kind.kind}, {"description", kind.zh + " · " + kind.en}};
    one["properties"][kPublicCost] = {{"type", "array"}, {"items", object_json(infos_of(public_cost_fields()))}};
    one["title"] = kind.kind;
    kinds.push_back(std::move(one));
  }
  return {{"type", "array"}, {"items", {{"oneOf", kinds}}}};
}

}  // namespace

std::string schema_json() {
  Json root{{"$schema", "http://json-schema.org/draft-07/schema#"}, {"title", "Railshift scenario.toml"}, {"type", "object"}};
  root["properties"] = {{"scenario", object_json(infos_of(settings_fields()))},
                        {"caveat", {{"type", "array"}, {"items", object_json(infos_of(caveat_fields()))}}},
                        {"measure", measure_json()},
                        {"target", {{"type", "array"}, {"items", object_json(infos_of(target_fields()))}}},
                        {"uncertainty", {{"type", "array"}, {"items", object_json(infos_of(uncertainty_fields()))}}}};
  root["required"] = {"scenario"};
  root["additionalProperties"] = false;
  return root.dump(2) + "\n";
}

}  // namespace railshift::scenario
