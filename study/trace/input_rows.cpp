#include "study/trace/input_rows.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "study/trace/measure_lines.hpp"

namespace railshift::study::trace {
namespace {

/// A CSV table of the inputs with its schema.
struct Sheet {
  const scenario::TableSpec* spec = nullptr;
  std::string file;
  std::vector<CsvRow> rows;  ///< the header first
  [[nodiscard]] std::optional<std::size_t> column(const std::string& name) const {
    const auto& header = rows.front().cells;
    const auto at = std::find_if(header.begin(), header.end(), [&](const CsvCell& cell) { return cell.text == name; });
    return at == header.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - header.begin()));
  }
  [[nodiscard]] std::string cell(const CsvRow& row, const std::string& name) const {
    const auto at = column(name);
    return at && *at < row.cells.size() ? row.cells[*at].text : std::string();
  }
};

bool names_table(const std::string& path, const std::string& table) {
  return path == table + ".csv" || path.ends_with("/" + table + ".csv");
}

std::vector<Sheet> sheets_of(const std::vector<InputFile>& inputs) {
  std::vector<Sheet> sheets;
  for (const scenario::TableSpec& spec : scenario::all_tables()) {
    const auto file =
        std::find_if(inputs.begin(), inputs.end(), [&](const InputFile& input) { return names_table(input.path, spec.name); });
    if (file == inputs.end()) continue;
    Problems none;  // the run read it
    Sheet sheet{&spec, file->path, read_csv(without_bom(file->content), file->path, none)};
    if (!sheet.rows.empty()) sheets.push_back(std::move(sheet));
  }
  return sheets;
}

/// A number that says how much: no bound, no place, no name, no day.
bool is_amount(const scenario::FieldInfo& field) {
  using scenario::FieldType;
  static const std::set<std::string> kNone{"low",  "high",     "lon", "lat", "x_coord", "y_coord", "seq", "year", "registered_year",
                                           "ring", "deviation"};
  const bool number = field.type == FieldType::number || field.type == FieldType::integer || field.type == FieldType::tonnes;
  return number && !kNone.contains(field.name);
}

std::string row_key(const Sheet& sheet, const CsvRow& row) {
  std::string key;
  for (const std::string& column : sheet.spec->key) key += (key.empty() ? "" : ".") + sheet.cell(row, column);
  if (!sheet.spec->dated.empty()) key += "@" + sheet.cell(row, sheet.spec->dated);
  return key;
}

std::string unit_of(const Sheet& sheet, const CsvRow& row, const scenario::FieldInfo& field) {
  const std::string stated = sheet.cell(row, "unit");
  return stated.empty() ? field.unit : stated;
}

CitedInput cited(const Sheet& sheet, const CsvRow& row, const scenario::FieldInfo& field) {
  CitedInput input;
  input.file = sheet.file;
  input.line = row.line;
  input.key = row_key(sheet, row);
  input.column = field.name;
  input.value = sheet.cell(row, field.name);
  input.unit = unit_of(sheet, row, field);
  input.standing = sheet.cell(row, "standing");
  input.source = sheet.cell(row, "source");
  input.reason = sheet.cell(row, "reason");
  return input;
}

bool fits(const Sheet& sheet, const CsvRow& row, const Pick& pick) {
  if (!pick.by.empty() && !pick.ids.contains(sheet.cell(row, pick.by))) return false;
  return std::all_of(pick.also.begin(), pick.also.end(),
                     [&](const auto& other) { return other.second.contains(sheet.cell(row, other.first)); });
}

/// Days of all rows of the thing that a dated row is about.
std::vector<Date> days_of_thing(const Sheet& sheet, const CsvRow& row) {
  std::string own = row_key(sheet, row);
  own.resize(own.rfind('@') + 1);
  std::vector<Date> days;
  for (const CsvRow& other : sheet.rows) {
    const auto day = parse_date(sheet.cell(other, sheet.spec->dated));
    if (day && row_key(sheet, other).starts_with(own)) days.push_back(*day);
  }
  return days;
}

/// Where a dated row stands: in force in the period, before it, or of a later day.
enum class InTime { in_force, replaced, later };
InTime time_of(const Question& q, const Sheet& sheet, const CsvRow& row) {
  const auto from = parse_date(sheet.cell(row, sheet.spec->dated));
  if (sheet.spec->dated.empty() || !from) return InTime::in_force;
  const std::vector<Date> days = days_of_thing(sheet, row);
  const auto any = [&](Date after, Date until) {
    return std::any_of(days.begin(), days.end(), [&](Date day) { return after < day && day <= until; });
  };
  const bool interpolated = sheet.spec->name == "processes" || sheet.spec->name == "through" || sheet.cell(row, "rule") == "fixed";
  if (interpolated) {
    // Read at 1 January between the last day on or before it and the first behind it; a row of that very day stands alone.
    const Date day = make_date(q.first().year(), 1, 1);
    if (*from > day) return any(day - 1, *from - 1) ? InTime::later : InTime::in_force;
    return any(*from, day) ? InTime::replaced : InTime::in_force;
  }
  if (*from > first_day(q.last())) return InTime::later;
  return any(*from, first_day(q.first())) ? InTime::replaced : InTime::in_force;
}

using Cell = std::tuple<std::string, int, std::string>;
using Cells = std::map<Cell, CitedInput>;

void put(Cells& cells, CitedInput input) {
  const Cell at{input.file, input.line, input.column};
  const auto found = cells.find(at);
  if (found == cells.end())
    cells.emplace(at, std::move(input));
  else if (input.act < found->second.act)
    found->second = std::move(input);
}

bool names_column(const Pick& pick, const std::string& column) {
  return pick.columns.empty() || std::find(pick.columns.begin(), pick.columns.end(), column) != pick.columns.end();
}

/// A tenth of nothing is nothing.
Act act_in_time(Act act, InTime time, const std::string& value) {
  if (time == InTime::replaced && act < Act::earlier) return Act::earlier;
  return act == Act::moves && parse_decimal(value) == 0.0 ? Act::enters : act;
}

void put_rows(const Question& q, const Sheet& sheet, const Pick& pick, Cells& cells) {
  for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
    const CsvRow& row = sheet.rows[r];
    if (!fits(sheet, row, pick)) continue;
    const InTime time = time_of(q, sheet, row);
    if (time == InTime::later) continue;
    for (const scenario::FieldInfo& field : sheet.spec->fields) {
      if (!is_amount(field) || !names_column(pick, field.name) || sheet.cell(row, field.name).empty()) continue;
      CitedInput input = cited(sheet, row, field);
      input.act = act_in_time(pick.act, time, input.value);
      input.path = pick.path;
      input.weight = pick.weight;
      put(cells, std::move(input));
    }
  }
}

std::vector<CitedInput> in_order(const Cells& cells) {
  std::vector<CitedInput> inputs;
  for (const auto& [at, input] : cells) inputs.push_back(input);
  std::stable_sort(inputs.begin(), inputs.end(),
                   [](const CitedInput& a, const CitedInput& b) { return a.act != b.act ? a.act < b.act : a.weight > b.weight; });
  return inputs;
}

}  // namespace

std::vector<CitedInput> cited_inputs(const Question& q, const std::vector<InputFile>& inputs, const std::vector<Pick>& picks) {
  const std::vector<Sheet> sheets = sheets_of(inputs);
  const std::vector<CitedInput> measures = measure_numbers(q.world, inputs);
  Cells cells;
  for (const Pick& pick : picks) {
    for (const Sheet& sheet : sheets) {
      if (sheet.spec->name == pick.table) put_rows(q, sheet, pick, cells);
    }
    if (pick.table != "measure") continue;
    for (CitedInput input : measures) {
      if (!pick.ids.contains(input.key) || !names_column(pick, input.column)) continue;
      input.act = pick.act;
      input.path = pick.path;
      put(cells, std::move(input));
    }
  }
  return in_order(cells);
}

std::vector<CitedInput> all_numbers(const Question& q, const std::vector<InputFile>& inputs) {
  Cells cells;
  for (const Sheet& sheet : sheets_of(inputs)) {
    for (std::size_t r = 1; r < sheet.rows.size(); ++r) {
      for (const scenario::FieldInfo& field : sheet.spec->fields) {
        if (is_amount(field) && !sheet.cell(sheet.rows[r], field.name).empty()) put(cells, cited(sheet, sheet.rows[r], field));
      }
    }
  }
  for (CitedInput& input : measure_numbers(q.world, inputs)) put(cells, std::move(input));
  return in_order(cells);
}

}  // namespace railshift::study::trace
