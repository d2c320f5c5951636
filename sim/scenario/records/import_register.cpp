#include "sim/scenario/records/import_register.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/model/area_code.hpp"
#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/magnitude.hpp"
#include "sim/scenario/records/record_numbers.hpp"
#include "sim/scenario/records/register_record.hpp"

namespace railshift::scenario {
namespace {

std::string id_of(const World& world, const RegisterRow& row) {
  return id_part(fmt::format("rg-{}-{}-{}-{}{}", world.segments[row.segment].id, row.registered_year, railshift::to_text(row.standard),
                             railshift::to_text(row.powertrain), county_part(row.county)));
}

/// A code of a prefecture (140100) stands for its counties.
bool holds(const std::string& outer, const std::string& county) {
  return is_whole_prefecture(outer) && is_county_code(county) && prefecture_of(county) == prefecture_of(outer);
}

class RegisterWriter {
 public:
  RegisterWriter(const World& world, const RecordRequest& request, const RegisterRecord& record, TableEdits& edits, RecordImport& out)
      : world_(world), request_(request), record_(record), edits_(edits), out_(out) {}

  void write(Problems& problems) {
    for (const auto& [segment, counties] : record_.counties) {
      std::set<std::string> taken;
      for (const std::string& county : counties) {
        const Words gap = record_.unread.of(segment, county);
        if (gap.empty() || request_.answers.gaps == GapRule::allow)
          taken.insert(county);
        else
          report_blocked(both("{}的在册车辆{}", "register of {}{}", called(world_.segments[segment]),
                              county.empty() ? Words{} : both("（{}）", " in {}", county)),
                         gap, out_);
      }
      if (!taken.empty()) replace(segment, taken, problems);
    }
    std::vector<std::string> without;
    for (const Segment& segment : world_.segments) {
      if (record_.counties.count(world_.segments.id_of(segment)) == 0) without.push_back(segment.id);
    }
    if (!without.empty())
      out_.notes.push_back(
          both("记录中没有这些车队的行，原有各行不变：{}", "no row in the record, their rows stay: {}", fmt::join(without, ", ")));
  }

 private:
  /// Whether a row of the scenario gives way to those counties of the record. A record without counties stands for all of the segment. What
  /// is not published was put there until somebody knows; a name and a code cannot be compared, and trucks must not be counted twice.
  [[nodiscard]] static bool gives_way(const std::set<std::string>& counties, const NewRow& row) {
    const std::string& county = row.at("county");
    return row.at("standing") != "published" || counties.count("") != 0 || county.empty() ||
           std::any_of(counties.begin(), counties.end(), [&](const std::string& c) {
             return c == county || holds(county, c) || holds(c, county) || is_digits(c) != is_digits(county);
           });
  }

  void replace(Id<Segment> segment, const std::set<std::string>& counties, Problems& problems) {
    const std::string& id = world_.segments[segment].id;
    std::int64_t before = 0;
    std::set<std::string> kept;
    for (const NewRow& row : edits_.rows("register")) {
      if (row.at("owner") != "local" || row.at("segment_id") != id) continue;
      if (gives_way(counties, row))
        before += parse_integer(row.at("count")).value_or(0);
      else
        kept.insert(row.at("county"));
    }
    std::int64_t trucks = 0;
    for (const auto& [key, row] : record_.rows) trucks += row.segment == segment && counties.count(row.county) != 0 ? row.count : 0;
    const Words name = called(world_.segments[segment]);
    const Compared compared{
        both("{}的本地车", "local trucks of {}", name), static_cast<double>(trucks), static_cast<double>(before), {"辆", "trucks"}};
    if (ask_magnitude(request_, compared, 0, problems)) return;
    edits_.remove("register",
                  [&](const NewRow& row) { return row.at("owner") == "local" && row.at("segment_id") == id && gives_way(counties, row); });
    for (const auto& [key, row] : record_.rows) {
      if (row.segment == segment && counties.count(row.county) != 0) put(row);
    }
    ++out_.written;
    out_.notes.push_back(both("{}：本地车记录为 {} 辆，原为 {} 辆；已替换其各行",
                              "{}: {} local trucks by the record, {} before; its rows were replaced", name, trucks, before));
    if (!kept.empty())
      out_.notes.push_back(both("{}：记录中没有 {} 的行；那里的原有各行不变", "{}: the record names no row of {}; the rows of there stay",
                                name, fmt::join(kept, ", ")));
  }

  void put(const RegisterRow& row) {
    const Words gap = record_.unread.of(row.segment, row.county);
    edits_.put("register", {{"register_id", id_of(world_, row)},
                            {"segment_id", world_.segments[row.segment].id},
                            {"vehicle_type", std::string(railshift::to_text(row.vehicle_type))},
                            {"standard", std::string(railshift::to_text(row.standard))},
                            {"powertrain", std::string(railshift::to_text(row.powertrain))},
                            {"registered_year", std::to_string(row.registered_year)},
                            {"owner", "local"},
                            {"county", row.county},
                            {"count", std::to_string(row.count)},
                            {"standing", standing_with(gap)},
                            {"source", request_.source},
                            {"reason", gap.empty() ? "" : with_gap("as far as the record could be read", gap)}});
  }

  const World& world_;
  const RecordRequest& request_;
  const RegisterRecord& record_;
  TableEdits& edits_;
  RecordImport& out_;
};

}  // namespace

RecordImport import_register(const Files& files, const World& world, const RecordRequest& request, Problems& problems) {
  RecordImport out;
  const RegisterRecord record = read_register_record(world, request, out, problems);
  if (problems.empty() && record.rows.empty()) {
    report_nothing_taken(request, out, {"在册车辆的记录要有辆数", "a register has counts of trucks"}, problems);
    return out;
  }
  if (!problems.empty()) {
    report_all_blocked(request, out, problems);
    return out;
  }
  TableEdits edits(files, problems);
  RegisterWriter(world, request, record, edits, out).write(problems);
  report_all_blocked(request, out, problems);
  if (problems.empty()) out.tables = edits.finish(request.record.name, problems);
  return out;
}

}  // namespace railshift::scenario
