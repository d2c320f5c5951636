#include "sim/scenario/records/register_record.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace railshift::scenario {
namespace {

bool is_county_code(const std::string& text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What of a row could be read.
struct RegisterCells {
  RegisterRow row;
  std::optional<Id<Segment>> segment;
  std::optional<std::string> county;
  Words other;  ///< what the vehicle is instead of a truck; such rows say nothing of the register of trucks
};

class RegisterReader {
 public:
  explicit RegisterReader(const World& world) : world_(world), segments_(world.segments) {}

  /// Why the row cannot be taken. All that can be read of it is, whatever else cannot.
  [[nodiscard]] Trouble read(const RecordRow& cells, RegisterCells& out) const {
    out = RegisterCells{};
    Trouble first;
    for (const auto part : {&RegisterReader::read_segment, &RegisterReader::read_truck, &RegisterReader::read_year,
                            &RegisterReader::read_count, &RegisterReader::read_county}) {
      Trouble trouble = (this->*part)(cells, out);
      if (first.none()) first = std::move(trouble);
    }
    return first;
  }

 private:
  void take(Id<Segment> segment, RegisterCells& out) const {
    out.segment = segment;
    out.row.segment = segment;
    out.row.vehicle_type = world_.segments[segment].vehicle_type;
  }

  /// By its own word, or as the only segment of a vehicle type.
  Trouble read_segment(const RecordRow& cells, RegisterCells& out) const {
    const std::string& word = cells.meaning("segment");
    if (is_left_out(word) || is_left_out(cells.meaning("vehicle_type"))) {
      out.other = {"列名对照表写明不采用", "left out by the column map"};
      return {};
    }
    if (const auto segment = segments_.find(word)) {
      take(*segment, out);
      return {};
    }
    const std::string& type = cells.meaning("vehicle_type");
    if (type.empty() && !word.empty())
      return cells.trouble(
          "segment", both("“{}”不是情景中的车队", "segment \"{}\" is not a segment of the scenario", cells.text("segment")),
          both("写 segments.csv 中的代码或名称，或在列名对照表的 [words.segment] 中写 \"{}\" = \"...\"（\"-\" 表示不采用）",
               "an id or name of segments.csv, or [words.segment] \"{}\" = \"...\" in a column map (\"-\" leaves it out)",
               cells.text("segment")));
    if (const auto segment = segments_.find(type)) {
      take(*segment, out);
      return {};
    }
    return by_vehicle_type(cells, type, out);
  }

  Trouble by_vehicle_type(const RecordRow& cells, const std::string& type, RegisterCells& out) const {
    const std::string& text = cells.text("vehicle_type");
    const Words accept = both("在列名对照表的 [words.vehicle_type] 中写 \"{}\" = \"车队的代码\"（\"-\" 表示不采用）",
                              "[words.vehicle_type] \"{}\" = \"a segment\" in a column map (\"-\" leaves it out)", text);
    const auto vehicle = vehicles_.find(type);
    if (!vehicle) return cells.trouble("vehicle_type", both("车型“{}”无法识别", "vehicle type \"{}\" is not known", text), accept);
    if (!vehicle->truck) {
      out.other = vehicle->other;
      return {};
    }
    std::vector<std::string> fitting;
    for (const Segment& segment : world_.segments) {
      if (segment.vehicle_type != *vehicle->truck) continue;
      fitting.push_back(segment.id);
      take(world_.segments.id_of(segment), out);
    }
    if (fitting.size() == 1) return {};
    out.segment.reset();
    return cells.trouble("vehicle_type",
                         both("车型“{}”对应 {} 个车队（{}）；加一列车队，或用 [words.vehicle_type] 指明是哪个",
                              "vehicle type \"{}\" has {} segments ({}); name one with a column for segment, or by [words.vehicle_type]",
                              text, fitting.size(), fmt::join(fitting, ", ")),
                         accept);
  }

  Trouble read_truck(const RecordRow& cells, RegisterCells& out) const {
    if (!out.other.empty()) return {};
    const TruckWords truck = trucks_.read(cells, "fuel");
    if (!truck.of_fuel.none()) return truck.of_fuel;
    if (!truck.powertrain)
      return cells.trouble("fuel", {"fuel（燃料）为空", "fuel is empty"}, {"写柴油、汽油、天然气、电等", "柴油, 汽油, 天然气, 电 ..."});
    if (!truck.of_standard.none()) return truck.of_standard;
    if (!truck.standard)
      return cells.trouble("standard", {"standard（排放标准）为空", "standard is empty"},
                           {"写国三、国四等；电动车可不写", "国三, 国四 ...; an electric truck needs none"});
    out.row.standard = *truck.standard;
    out.row.powertrain = *truck.powertrain;
    return {};
  }

  Trouble read_year(const RecordRow& cells, RegisterCells& out) const {
    if (!out.other.empty()) return {};
    const auto year = usual_year(cells.text("year"));
    if (!year || *year < 1980 || *year > 2100)
      return cells.trouble("year", both("“{}”不是注册年份", "year \"{}\" is no year of registration", cells.text("year")),
                           {"写 2018、2018年 或 2018-05-12", "2018, 2018年, 2018-05-12"});
    out.row.registered_year = *year;
    // such a truck was not there on the first day: it says nothing of that stock
    if (*year > year_of(world_.settings.start - 1))
      out.other = both("起始日 {} 以后注册，不属于该日的在册车辆", "registered after the first day {}, whose stock the register is",
                       to_string(world_.settings.start));
    return {};
  }

  Trouble read_count(const RecordRow& cells, RegisterCells& out) const {
    const auto count = whole_number(cells.text("count"));
    if (!count || *count < 0 || *count > 10'000'000)
      return cells.trouble("count",
                           both("辆数“{}”不是不小于 0 的整数", "count \"{}\" is no whole number of 0 or more", cells.text("count")),
                           {"写 12、1,250 或 0", "12, 1,250 or 0"});
    out.row.count = static_cast<int>(*count);
    return {};
  }

  Trouble read_county(const RecordRow& cells, RegisterCells& out) const {
    const std::string county = half_width(cells.meaning("county"));
    out.county = is_blank(county) ? "" : county;
    // a column of counties with a hole: it may be any of them
    if (cells.has_column("county") && out.county->empty()) out.county.reset();
    out.row.county = out.county.value_or("");
    return {};
  }

  const World& world_;
  NameBook<Segment> segments_;
  VehicleReader vehicles_;
  TruckReader trucks_;
};

}  // namespace

std::string county_part(const std::string& county) {
  if (county.empty()) return "";
  if (is_county_code(county)) return "-" + county;
  std::uint32_t hash = 2166136261U;
  for (const char c : county) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return fmt::format("-c{:08x}", hash);
}

RegisterRecord read_register_record(const World& world, const RecordRequest& request, RecordImport& out, Problems& problems) {
  RegisterRecord record;
  const auto form = record_form(request, RecordKind::register_counts, problems);
  if (!form) return record;
  const RegisterReader reader(world);
  Misfits misfits;
  std::map<std::string, std::pair<Words, LineRanges>> others;  // by what they are, in English
  std::int64_t added = 0;
  RegisterCells cells;
  const auto take = [&](const RecordRow& row) {
    Trouble trouble = reader.read(row, cells);
    trouble.blocks = true;
    if (!cells.other.empty()) return others.try_emplace(cells.other.en, cells.other, LineRanges{}).first->second.second.add(row.line());
    if (!trouble.none()) {
      misfits.add(trouble, row.line());
      return record.unread.add(cells.segment, cells.county, row.line());
    }
    const RegisterRow& read = cells.row;
    const auto [at, fresh] =
        record.rows.try_emplace({read.segment, read.county, read.registered_year, read.standard, read.powertrain}, read);
    if (!fresh) at->second.count += read.count;
    added += fresh ? 0 : 1;
    record.counties[read.segment].insert(read.county);
  };
  ReadRecord read = read_record(form->source, form->columns, request.answers.repeats, problems, take,
                                [&](int line) { record.unread.add(std::nullopt, std::nullopt, line); });
  note_reading(std::move(read), misfits, out);
  for (const auto& [en, what] : others)
    out.notes.push_back(both("第 {} 行：{}，未读", "rows {}: {}, not read", what.second.text(), what.first));
  if (added > 0)
    out.notes.push_back(
        both("有 {} 行与上面某行是同一种车，辆数已相加", "{} rows say more trucks of a kind that a row above has; added up", added));
  return record;
}

}  // namespace railshift::scenario
