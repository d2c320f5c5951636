#include "sim/scenario/records/import_register.hpp"

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/records/record_form.hpp"
#include "sim/scenario/records/record_numbers.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace railshift::scenario {
namespace {

class RegisterReader {
 public:
  explicit RegisterReader(const World& world) : world_(world), segments_(world.segments), vehicles_(vehicle_words()) {}

  /// Why the row cannot be taken; empty: it can.
  [[nodiscard]] std::string read(const RecordRow& row, RegisterRow& out) const {
    out = RegisterRow{};
    if (std::string trouble = read_segment(row, out); !trouble.empty()) return trouble;
    const TruckWords truck = trucks_.read(row, "fuel");
    if (!truck.trouble.empty()) return truck.trouble;
    if (!truck.powertrain) return "fuel is empty";
    out.standard = *truck.standard;
    out.powertrain = *truck.powertrain;
    const auto year = parse_integer(row.text("year"));
    if (!year || *year < 1980 || *year > 2100) return fmt::format("year \"{}\" is no year of registration", row.text("year"));
    out.registered_year = static_cast<int>(*year);
    if (out.registered_year > year_of(world_.settings.start - 1))
      return fmt::format("year \"{}\" is after the first day {}, whose stock the register is", row.text("year"),
                         to_string(world_.settings.start));
    const auto count = parse_integer(row.text("count"));
    if (!count || *count < 0 || *count > 10'000'000) return fmt::format("count \"{}\" is no whole number of 0 or more", row.text("count"));
    out.count = static_cast<int>(*count);
    out.county = row.text("county");
    return "";
  }

 private:
  /// By its own word, or as the only segment of a vehicle type.
  std::string read_segment(const RecordRow& row, RegisterRow& out) const {
    const std::string& word = row.meaning("segment");
    if (!word.empty()) {
      const auto segment = segments_.find(word);
      if (!segment) return fmt::format("segment \"{}\" is not a segment of the scenario", row.text("segment"));
      out.segment = *segment;
      out.vehicle_type = world_.segments[*segment].vehicle_type;
      return "";
    }
    const std::string& type = row.meaning("vehicle_type");
    if (const auto segment = segments_.find(type)) {
      out.segment = *segment;
      out.vehicle_type = world_.segments[*segment].vehicle_type;
      return "";
    }
    const auto vehicle = vehicles_.find(type);
    if (!vehicle) return fmt::format("vehicle type \"{}\" is not known", row.text("vehicle_type"));
    std::vector<std::string> fitting;
    for (const Segment& segment : world_.segments) {
      if (segment.vehicle_type != *vehicle) continue;
      fitting.push_back(segment.id);
      out.segment = world_.segments.id_of(segment);
    }
    out.vehicle_type = *vehicle;
    if (fitting.size() == 1) return "";
    return fmt::format("vehicle type \"{}\" has {} segments ({}); name one with a column for segment, or by [words.vehicle_type]",
                       row.text("vehicle_type"), fitting.size(), fmt::join(fitting, ", "));
  }

  const World& world_;
  NameBook<Segment> segments_;
  WordBook<VehicleType> vehicles_;
  TruckReader trucks_;
};

std::string id_of(const World& world, const RegisterRow& row) {
  return id_part(fmt::format("rg-{}-{}-{}-{}{}{}", world.segments[row.segment].id, row.registered_year, railshift::to_text(row.standard),
                             railshift::to_text(row.powertrain), row.county.empty() ? "" : "-", row.county));
}

NewRow table_row(const World& world, const RegisterRow& row, const std::string& source) {
  return {{"register_id", id_of(world, row)},
          {"segment_id", world.segments[row.segment].id},
          {"vehicle_type", std::string(railshift::to_text(row.vehicle_type))},
          {"standard", std::string(railshift::to_text(row.standard))},
          {"powertrain", std::string(railshift::to_text(row.powertrain))},
          {"registered_year", std::to_string(row.registered_year)},
          {"owner", "local"},
          {"county", row.county},
          {"count", std::to_string(row.count)},
          {"standing", "published"},
          {"source", source}};
}

/// Rows that could be taken, by id; the line of each for rows that say the same again.
struct Counts {
  std::map<std::string, RegisterRow> rows;
  std::map<std::string, int> lines;
};

Counts read_counts(const World& world, const RecordRequest& request, RecordImport& out, Problems& problems) {
  Counts counts;
  const auto form = record_form(request, RecordKind::register_counts, problems);
  if (!form) return counts;
  const RegisterReader reader(world);
  RegisterRow row;
  Misfits misfits;
  ReadRecord record = read_record(form->text, request.record.name, form->columns, problems, [&](const RecordRow& cells) {
    if (const std::string trouble = reader.read(cells, row); !trouble.empty()) return misfits.add(trouble, cells.line());
    const std::string id = id_of(world, row);
    const auto [first, fresh] = counts.lines.emplace(id, cells.line());
    if (fresh)
      counts.rows.emplace(id, row);
    else
      misfits.add(fmt::format("the same trucks as in row {}", first->second), cells.line());
  });
  note_reading(std::move(record), misfits, out);
  return counts;
}

}  // namespace

RecordImport import_register(const Files& files, const World& world, const RecordRequest& request, Problems& problems) {
  RecordImport out;
  const Counts counts = read_counts(world, request, out, problems);
  if (problems.empty() && counts.rows.empty()) report_nothing_taken(request, out, "a register has counts of trucks", problems);
  if (!problems.empty()) return out;
  TableEdits edits(files, problems);
  std::map<std::string, std::int64_t> trucks;  // by segment
  for (const auto& [id, row] : counts.rows) trucks[world.segments[row.segment].id] += row.count;
  std::map<std::string, std::int64_t> before;
  for (const NewRow& row : edits.rows("register")) {
    if (row.at("owner") == "local") before[row.at("segment_id")] += parse_integer(row.at("count")).value_or(0);
  }
  edits.remove("register", [&](const NewRow& row) { return row.at("owner") == "local" && trucks.count(row.at("segment_id")) != 0; });
  for (const auto& [id, row] : counts.rows) edits.put("register", table_row(world, row, request.source));
  for (const auto& [segment, count] : trucks)
    out.notes.push_back(
        fmt::format("{}: {} local trucks by the record, {} before; its rows were replaced", segment, count, before[segment]));
  for (const Segment& segment : world.segments) {
    if (trucks.count(segment.id) == 0) out.notes.push_back(fmt::format("{}: no row in the record; its rows stay", segment.id));
  }
  out.tables = edits.finish(problems);
  return out;
}

}  // namespace railshift::scenario
