#include "sim/scenario/schema/schema_markdown.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/model/truck_set.hpp"
#include "sim/scenario/measures/caveats.hpp"
#include "sim/scenario/measures/measure_numbers.hpp"
#include "sim/scenario/measures/public_costs.hpp"
#include "sim/scenario/measures/settings.hpp"
#include "sim/scenario/measures/targets.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/tables/required_values.hpp"
#include "sim/scenario/uncertainty/uncertainty_section.hpp"

namespace railshift::scenario {
namespace {

std::string type_name(FieldType type) {
  switch (type) {
    case FieldType::id:
      return "id";
    case FieldType::text:
      return "text";
    case FieldType::reference:
      return "reference";
    case FieldType::integer:
      return "whole number";
    case FieldType::number:
      return "number";
    case FieldType::tonnes:
      return "tonnes";
    case FieldType::date:
      return "date";
    case FieldType::yes_no:
      return "yes/no";
    case FieldType::zero_one:
      return "0/1";
    case FieldType::word:
      return "word";
    case FieldType::references:
      return "list of references";
    case FieldType::word_list:
      return "list of words";
    case FieldType::steps:
      return "list of steps";
    case FieldType::numbers:
      return "list of tables";
    case FieldType::scope:
      return "table";
    case FieldType::text_list:
      return "list of texts";
    case FieldType::number_list:
      return "list of numbers";
  }
  return "";
}

/// What may stand in a field: words, the referred table, or the range.
std::string accepts(const FieldInfo& f) {
  if (!f.words.empty()) return word_text(f.words);
  if (!f.table.empty()) return "ids of " + f.table;
  if (f.type == FieldType::tonnes) return accepted(f).en + "; 12.5万吨 = 125000";
  if (f.type == FieldType::yes_no) return "yes, no (是, 否); in TOML true, false";
  return std::isfinite(f.low) || std::isfinite(f.high) || f.type == FieldType::date ? accepted(f).en : "";
}

std::string field_table(const std::vector<FieldInfo>& fields, const char* first) {
  std::string out = fmt::format("| {} | type | unit | required | accepted | 含义 | meaning |\n|---|---|---|---|---|---|---|\n", first);
  for (const FieldInfo& f : fields) {
    std::string notes = f.ranged ? " (low and high bound this number)" : "";
    if (f.needs_standing) notes += " (needs an entry in [[measure.numbers]])";
    out += fmt::format("| {} | {} | {} | {} | {} | {} | {}{} |\n", f.name, type_name(f.type), f.unit,
                       f.need == Need::required ? "yes"
                       : f.may_be_left_out      ? "column may be left out"
                                                : "no",
                       accepts(f), f.zh, f.en, notes);
  }
  return out + "\n";
}

bool is_provenance(const FieldInfo& f) {
  for (const char* name : {"low", "high", "standing", "source", "reason"}) {
    if (f.name == name) return true;
  }
  return false;
}

/// Between what a number usually lies, with what that rests on.
std::string usual_text(const UsualRange& usual) { return fmt::format("{:.10g} to {:.10g}: {}", usual.low, usual.high, usual.en); }

std::string usual_section(const TableSpec& spec) {
  std::string out;
  for (const FieldInfo& f : spec.fields) {
    if (f.usual != nullptr) out += fmt::format("* `{}` {}\n", f.name, usual_text(*f.usual));
  }
  return out.empty() ? out : "Usual, beyond which `look` asks:\n\n" + out + "\n";
}

std::string table_section(const TableSpec& spec) {
  std::string key = fmt::format("{}", fmt::join(spec.key, "."));
  if (!spec.dated.empty()) key += "@" + spec.dated;
  std::vector<FieldInfo> own;
  // A table with a source of its own but no standing (observed.csv) has no columns of origin.
  const bool traced = std::any_of(spec.fields.begin(), spec.fields.end(), [](const FieldInfo& f) { return f.name == "standing"; });
  for (const FieldInfo& f : spec.fields) {
    if (!traced || !is_provenance(f)) own.push_back(f);
  }
  std::string out = fmt::format("## {}\n{} · {}. Key for --set: `{}`.{}{}\n\n", spec.path("parameters"), spec.zh, spec.en, key,
                                own.size() < spec.fields.size() ? " Followed by the five columns of origin." : "",
                                spec.may_be_left_out ? " The file may be left out." : "");
  return out + field_table(own, "column") + usual_section(spec);
}

std::string required_value_section() {
  std::string out = "### Names that values.csv must have\n| name | unit | accepted | usual | 含义 | meaning |\n|---|---|---|---|---|---|\n";
  for (const RequiredValue& v : required_values()) {
    const UsualRange* usual = usual_range("values", v.name);
    out += fmt::format("| {} | {} | {} | {} | {} | {} |\n", v.name, v.unit, accepted(number("", "", "").between(v.low, v.high)).en,
                       usual == nullptr ? "" : usual_text(*usual), v.zh, v.en);
  }
  return out + "\n";
}

constexpr const char* kIntroduction = R"(# The scenario folder: files, columns, words
Generated by `railshift schema` from the field tables that the loader itself uses. Do not edit; change the field tables in sim/scenario.

A scenario is a folder with `scenario.toml`, `tables/*.csv` and `network/*.csv`, and a folder of parameters that several scenarios share. All files must be there, except those that say they may be left out; a table without rows has its header only.

**Tables.** CSV as in RFC 4180, UTF-8 with or without byte order mark. Another encoding of the tables is declared in scenario.toml (`encoding = "GB18030"`); parameters and scenario.toml are always UTF-8. Columns are found by name, in any order; unknown columns are errors, and so are missing ones that the schema does not let a file leave out. The order of rows never matters. An empty optional cell means absent.

**Ids** are lower-case letters, digits, `-`, `_` and `.`, unique in their file. Rows that repeat an id with a `valid_from` have the key `id@valid_from`.

**Numbers** are plain decimals: no thousands separators, no exponent, no percent sign (write 0.85 for 85%). Tonnes accept a suffix 吨, 千吨, 万吨, 百万吨 or 亿吨 (12.5万吨 = 125000), a column with a unit the words for it (3公里, 0.3元/吨公里). **Dates** are YYYY-MM-DD and half-open: `closes` and `end` are the first day without. Closed lists accept the English word and the Chinese words in brackets. **Limits**: what lies outside of `accepted` cannot be and is an error of `check`; what lies outside of the usual range under a table can be, and `look` names it as doubtful (a 0 says "none" and is never unusual). Relations between numbers are looked at too ([model](model.md), "What look computes").

**Origin of numbers.** Tables with numbers end with five columns: `low`, `high`, `standing`, `source`, `reason`. standing is published (公布; needs source), derived (推算; needs the formula as reason), derived_from_assumed (由假设推算; needs reason) or assumed (假设; needs reason, and low and high around the number marked below, unless it is 0 or a whole share).

**Balances.** A site's net output of a commodity is what its processes make less losses (less what it uses itself; the reverse for needs). Pushes are shares of the net output, pulls shares of the net need of the commodity or its need_group; then come rests: shares of what remains at the origin (rest_out) or the destination (rest_in). Every side that an inside site states must close to 0 kg, so its rest shares sum to 1: a need is stated by an `in` row, and what leaves a site with processes must be made there. Goods that a site states no need for are taken as they come. Outside sites, and inside sites without any process (dumps, yards, zones), state no balance.

**Rail legs.** Both stations are named. Sections of the line give distance and time; where none connect the stations, km and hours are stated. The first leg starts at the origin's road node or, by rail, at the station of its siding; each leg starts where the one before ended. The last leg ends at the destination in the same way; an outside end of a rail leg may be any station.

)";

constexpr const char* kChanges = R"(# Changes on top of a folder
`--set path=value`, repeatable; a path that matches nothing is an error.

| path | changes |
|---|---|
| `table.key.column` | a cell: `flows.fl-001@2020-01-01.share_or_t=0.4`. Without `@date` every row of the id: `flows.fl-001.share_or_t=0.4` |
| `measure.id.field` | a field of a measure: `measure.gate-floor.obedience=0.9`, `measure.duty.from=2025-01-01`, `measure.x.segments=["slag"]` |
| `target.id.field` | a field of a target |
| `scenario.key` | a key of [scenario] |

The table is the file name without `.csv`. The value is written as in the file; for measures, targets and [scenario] as in TOML, and text needs no quotes.

A **variant** is a TOML file with `extends = "folder"` (relative to the variant), optional `[[measure]]` sections (added, or replacing the measure of the same id) and `[set]` with lines `"path" = value`. What `--set` says comes after the variant. Measures of layer what_if take part if a variant adds them or if the run is of layer what_if; layer baseline leaves out plan and what_if.
)";

std::string truck_set_list() {
  std::string out;
  for (const TruckSet& set : truck_sets())
    out += fmt::format("{}`{}` ({}, {})", out.empty() ? "" : ", ", set.name, set.words.zh, set.words.en);
  return out;
}

}  // namespace

std::string schema_markdown() {
  std::string out = kIntroduction;
  out += "# scenario.toml\n## [scenario]\n" + field_table(infos_of(settings_fields()), "key");
  out +=
      "## [[caveat]]\nWhat the data of the scenario cannot carry: said before its figures, on page one of the report. No run reads "
      "them.\n\n" +
      field_table(infos_of(caveat_fields()), "key");
  out +=
      "## [[measure]]\nEvery measure has these keys, the keys of its kind and, for each number that no clause states, an entry "
      "`[[measure.numbers]]`.\n\n";
  out += field_table(infos_of(measure_head_fields()), "key");
  for (const MeasureKind& kind : measure_kinds())
    out += fmt::format("### kind = \"{}\"\n{} · {}.\n\n", kind.kind, kind.zh, kind.en) + field_table(kind.fields, "key");
  out += "A step is `{due = 2024-12-31, level = 0.85}`; steps stand in the order of their days.\n\n### [[measure.numbers]]\n" +
         field_table(number_entry_infos(), "key");
  out +=
      "A measure without a clause has an entry for each of its numbers; `from` and `due` may have one.\n\n### [[measure.public_cost]]\n" +
      field_table(infos_of(public_cost_fields()), "key");
  out +=
      "What a measure takes from public money, an entry a year and kind. No run reads it; `assess` sets it beside the transport bill and "
      "names the measures that state none.\n\n## [[target]]\nTargets are "
      "judged after a run; no run reads them.\n\n" +
      field_table(infos_of(target_fields()), "key");
  out += fmt::format(
      "Scope fields: {}. A value that starts with `*` names a set, such as `*over_threshold` (the frozen list of firms over the "
      "threshold); sets of trucks stand in `segment`: {}.\n\n",
      fmt::join(scope_fields(), ", "), truck_set_list());
  out +=
      "## [[uncertainty]]\nNumbers with a range that move together in studies: one factor a section ([model](model.md), section 27). A "
      "path is "
      "that of `--set`; `*` fits any text, points too. `where` narrows the patterns to rows (or measures) whose column (or key) says so: "
      "`[\"driver_commodity=raw-coal\"]`. A number stands in one section. A single run reads none of them.\n\n" +
      field_table(infos_of(uncertainty_fields()), "key");
  out += "# Tables\n";
  for (const TableSpec& spec : all_tables()) {
    out += table_section(spec);
    if (spec.name == "values") out += required_value_section();
  }
  return out + kChanges;
}

}  // namespace railshift::scenario
