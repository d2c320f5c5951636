#include "sim/scenario/records/gate/gate_log.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/stamp.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace railshift::scenario {
namespace {

/// A row as far as it could be read.
struct GateRow {
  Passage passage;
  std::optional<Date> day;
  std::optional<Id<Site>> site;
  std::vector<Trouble> of_truck;  ///< what of the truck could not be read; the passage can be taken without
  bool left_out = false;          ///< by the column map, or at a site that the scenario has not
};

constexpr std::array<std::string_view, 4> kGateHeadings = {"门岗", "道闸", "磅", "大门"};

class GateReader {
 public:
  GateReader(const World& world, const ColumnMap& map, const Answers& answers)
      : world_(world),
        map_(map),
        answers_(answers),
        sites_(world.sites),
        firms_(world.firms),
        commodities_(world.commodities),
        names_(sites_.names()),
        owners_(owner_words()) {}

  /// Why the row cannot be taken. All that can be read of it is, whatever else cannot.
  [[nodiscard]] Trouble read(const RecordRow& row, GateRow& out) const {
    out = GateRow{};
    out.passage.line = row.line();
    Trouble first;
    for (const auto part : {&GateReader::read_time, &GateReader::read_site, &GateReader::read_direction, &GateReader::read_truck,
                            &GateReader::read_weight, &GateReader::read_cargo}) {
      Trouble trouble = (this->*part)(row, out);
      if (first.none()) first = std::move(trouble);
    }
    return first;
  }

 private:
  Trouble read_time(const RecordRow& row, GateRow& out) const {
    // a visit that says when it came and when it left counts on the day on which it came
    const char* field = row.has_column("time") ? "time" : is_blank(row.text("time_in")) ? "time_out" : "time_in";
    const std::string& text = row.text(field);
    if (!map_.times.empty())
      out.day = read_stamp(text, map_.times);
    else if (const auto stamp = usual_stamp(text))
      out.day = stamp->day;
    if (!out.day)
      return row.trouble(field, both("时间“{}”读不出", "time \"{}\" cannot be read", text),
                         {"写 2023-01-05 08:05:00、2023/1/5 8:05、20230105 080500 或 2023年1月5日，或在列名对照表中写 time = \"...\"",
                          "2023-01-05 08:05:00, 2023/1/5 8:05, 20230105 080500, 2023年1月5日, or time = \"...\" in a column map"});
    out.passage.day = *out.day;
    return {};
  }

  /// By its id or name, or the name of a firm that has one site inside.
  [[nodiscard]] std::optional<Id<Site>> site_named(const std::string& name) const {
    if (const auto site = sites_.find(name)) return site;
    const auto firm = firms_.find(name);
    std::optional<Id<Site>> only;
    for (const Site& site : world_.sites) {
      if (!firm || site.firm != *firm || site.outside()) continue;
      if (only) return std::nullopt;
      only = world_.sites.id_of(site);
    }
    return only;
  }

  /// Whether the column names gates: one that nobody knows may be any site's. Else it names firms, and the scenario has not all of them.
  [[nodiscard]] bool words_are_gates(const RecordRow& row) const {
    if (map_.words.count("site") != 0) return true;
    const std::string heading = row.heading("site");
    return std::any_of(kGateHeadings.begin(), kGateHeadings.end(),
                       [&](std::string_view word) { return heading.find(word) != std::string::npos; });
  }

  /// The one site that the title names.
  [[nodiscard]] std::optional<Id<Site>> site_in(const std::string& title) const {
    std::optional<Id<Site>> only;
    for (const Site& site : world_.sites) {
      const std::string& firm = world_.firms[site.firm].name_zh;
      const bool named = title.find(site.name_zh) != std::string::npos || title.find(firm) != std::string::npos;
      if (!named || site.outside()) continue;
      if (only) return std::nullopt;
      only = world_.sites.id_of(site);
    }
    return only;
  }

  Trouble read_site(const RecordRow& row, GateRow& out) const {
    if (!row.has_column("site")) {
      out.site = answers_.site.empty() ? site_in(row.layout().title) : site_named(answers_.site);
      if (out.site) {
        out.passage.site = *out.site;
        return {};
      }
      if (!answers_.site.empty())
        return {both("--site {} 不是情景中的厂区", "--site {} is not a site of the scenario", answers_.site),
                {"写 sites.csv 中的代码或名称", "an id or name of sites.csv"}};
      return {{"记录没有说明是哪个厂区的", "the record does not say at which site it was kept"},
              {"用 --site 写 sites.csv 中的代码或名称，或加一列，如 企业名称",
               "--site with an id or name of sites.csv, or a column such as 企业名称"}};
    }
    const std::string& word = row.meaning("site");
    out.site = site_named(word);
    if (out.site) {
      out.passage.site = *out.site;
      return {};
    }
    const Words near = near_miss(word, names_);
    out.left_out = is_left_out(word) || (near.empty() && !word.empty() && !words_are_gates(row));
    return row.trouble("site", both("“{}”不是情景中的厂区{}", "site \"{}\" is not a site of the scenario{}", row.text("site"), near),
                       {"写 sites.csv 中的代码或名称，或在列名对照表的 [words.site] 中写明",
                        "an id or name of sites.csv, or [words.site] in a column map"});
  }

  Trouble read_direction(const RecordRow& row, GateRow& out) const {
    const std::string& word = row.meaning("direction");
    out.passage.direction = directions_.find(compact(word));
    if (out.passage.direction || !row.has_column("direction")) return {};
    return row.trouble("direction", both("方向“{}”既不是进也不是出", "direction \"{}\" is neither in nor out", row.text("direction")),
                       {"写 进 或 出，或在列名对照表的 [words.direction] 中写明", "进 or 出, or [words.direction] in a column map"});
  }

  Trouble read_truck(const RecordRow& row, GateRow& out) const {
    const TruckWords truck = trucks_.read(row, "fuel");
    out.passage.standard = truck.standard;
    out.passage.powertrain = truck.powertrain;
    for (const Trouble& trouble : {truck.of_standard, truck.of_fuel}) {
      if (!trouble.none()) out.of_truck.push_back(trouble);
    }
    if (out.of_truck.empty() && !truck.standard && row.has_column("standard"))
      out.of_truck.push_back(row.trouble("standard", {"standard（排放标准）为空", "standard is empty"},
                                         {"写国三、国四等；电动车可不写", "国三, 国四 ...; an electric truck needs none"}));
    const std::string& plate = row.meaning("plate");
    const auto vehicle = is_blank(plate) ? std::nullopt : vehicles_.find(plate);
    if (vehicle) out.passage.vehicle_type = vehicle->truck;
    if (!is_blank(plate) && !vehicle)
      out.of_truck.push_back(row.trouble("plate",
                                         both("号牌种类或车型“{}”无法识别", "plate or vehicle type \"{}\" is not known", row.text("plate")),
                                         {"写黄牌、重型货车、H11 等，或在列名对照表的 [words.plate] 中写明",
                                          "黄牌, 重型货车, H11 ..., or [words.plate] in a column map"}));
    const std::string& owner = row.meaning("owner");
    if (!is_blank(owner)) out.passage.owner = owners_.find(owner);
    if (!is_blank(owner) && !out.passage.owner)
      out.of_truck.push_back(row.trouble("owner", both("归属“{}”无法识别", "owner \"{}\" is not known", row.text("owner")),
                                         {"写 本地 或 外地", "本地 or 外地"}));
    return {};
  }

  /// A load that has a weight; without a column that says loaded or empty, what weighs something or names goods is loaded.
  Trouble read_weight(const RecordRow& row, GateRow& out) const {
    const bool says_empty = cargos_.find(compact(row.meaning("loaded"))) == Cargo::empty;
    for (const auto& [field, kg_per_unit] : {std::pair{"weight_t", 1000.0}, {"ledger_t", 1000.0}, {"weight_kg", 1.0}}) {
      const std::string& text = row.text(field);
      if (says_empty || is_blank(text)) continue;
      const auto weight = plain_number(text);
      constexpr double kHeaviest = 200'000.0;  // no road truck weighs 200 t: a weight beyond it is in another unit
      const bool nothing = weight && *weight == 0.0 && !row.has_column("loaded");
      if (nothing) continue;
      if (!weight || *weight <= 0.0 || *weight * kg_per_unit > kHeaviest)
        return row.trouble(field, both("净重“{}”不是大于 0、不超过 200 吨的数", "weight \"{}\" is not above 0 and up to 200 t", text),
                           {"按表头的单位写净重", "the net weight in the unit of the heading"});
      out.passage.kg = std::llround(*weight * kg_per_unit);
    }
    return {};
  }

  Trouble read_cargo(const RecordRow& row, GateRow& out) const {
    const std::string& commodity = row.meaning("commodity");
    const bool names_goods = !is_blank(commodity) && commodity != "无" && cargos_.find(compact(commodity)) != Cargo::empty;
    if (!is_blank(row.text("loaded"))) {
      const auto cargo = cargos_.find(compact(row.meaning("loaded")));
      if (!cargo)
        return row.trouble("loaded", both("“{}”既不是重车也不是空车", "loaded \"{}\" is neither loaded nor empty", row.text("loaded")),
                           {"写 重 或 空，或在列名对照表的 [words.loaded] 中写明", "重 or 空, or [words.loaded] in a column map"});
      out.passage.cargo = *cargo;
    } else {
      if (row.has_column("loaded")) return row.trouble("loaded", {"loaded（载货）为空", "loaded is empty"}, {"写 重 或 空", "重 or 空"});
      out.passage.cargo = out.passage.kg || names_goods ? Cargo::loaded : Cargo::empty;
    }
    if (out.passage.cargo == Cargo::empty || !names_goods) return {};
    if (is_left_out(commodity)) {
      out.left_out = true;
      return {};
    }
    out.passage.commodity = commodities_.find(commodity);
    if (out.passage.commodity) return {};
    return row.trouble(
        "commodity", both("“{}”不是情景中的货类", "commodity \"{}\" is not a commodity of the scenario", row.text("commodity")),
        both("写 commodities.csv 中的代码或名称，或在列名对照表的 [words.commodity] 中写 \"{}\" = \"...\"（\"-\" 表示不采用）",
             "an id or name of commodities.csv, or [words.commodity] \"{}\" = \"...\" in a column map (\"-\" leaves it out)",
             row.text("commodity")));
  }

  const World& world_;
  const ColumnMap& map_;
  const Answers& answers_;
  NameBook<Site> sites_;
  NameBook<Firm> firms_;
  NameBook<Commodity> commodities_;
  std::vector<std::string> names_;
  VehicleReader vehicles_;
  WordBook<Owner> owners_;
  TruckReader trucks_;
  WordBook<Direction> directions_{std::map<std::string, Direction>{{"in", Direction::in},
                                                                   {"入场", Direction::in},
                                                                   {"进门", Direction::in},
                                                                   {"驶入", Direction::in},
                                                                   {"入口", Direction::in},
                                                                   {"进口", Direction::in},
                                                                   {"离厂", Direction::out},
                                                                   {"出门", Direction::out},
                                                                   {"驶出", Direction::out},
                                                                   {"出口", Direction::out},
                                                                   {"进", Direction::in},
                                                                   {"入", Direction::in},
                                                                   {"进厂", Direction::in},
                                                                   {"入厂", Direction::in},
                                                                   {"进场", Direction::in},
                                                                   {"out", Direction::out},
                                                                   {"出", Direction::out},
                                                                   {"出厂", Direction::out},
                                                                   {"出场", Direction::out}}};
  WordBook<Cargo> cargos_{std::map<std::string, Cargo>{{"loaded", Cargo::loaded},
                                                       {"yes", Cargo::loaded},
                                                       {"是", Cargo::loaded},
                                                       {"重", Cargo::loaded},
                                                       {"重车", Cargo::loaded},
                                                       {"重载", Cargo::loaded},
                                                       {"满载", Cargo::loaded},
                                                       {"empty", Cargo::empty},
                                                       {"no", Cargo::empty},
                                                       {"否", Cargo::empty},
                                                       {"空", Cargo::empty},
                                                       {"空车", Cargo::empty},
                                                       {"空载", Cargo::empty}}};
};

}  // namespace

ReadRecord read_gate_log(const World& world, const RecordForm& form, const Answers& answers, Problems& problems, const GateUse& use) {
  const GateReader reader(world, form.columns, answers);
  GateRow row;
  Misfits misfits;
  const auto take = [&](const RecordRow& cells) {
    Trouble trouble = reader.read(cells, row);
    trouble.blocks = !row.left_out;
    const UnreadPassage unread{cells.line(), row.site, row.day ? std::optional(year_of(*row.day)) : std::nullopt};
    if (!trouble.none()) misfits.add(trouble, cells.line());
    if (row.left_out) return;
    if (!trouble.none()) return use.unread(unread);
    for (const Trouble& of_truck : row.of_truck)
      misfits.add({both("{}；该次通行仍然采用，只缺这一项", "{}; the passage is taken without it", of_truck.what), of_truck.accept,
                   of_truck.column, true},
                  cells.line());
    if (!row.of_truck.empty()) use.unread_truck(unread);
    use.passage(row.passage);
  };
  ReadRecord out = read_record(form.source, form.columns, answers.repeats, problems, take, [&](int line) {
    use.unread({line, std::nullopt, std::nullopt});
  });
  out.misfits.add(misfits);
  return out;
}

std::string gate_log_header() { return "\xEF\xBB\xBF流水号,时间,厂区,进出,排放标准,燃料,车型,归属,载货,货物,净重(kg)\n"; }

std::string gate_log_row(const World& world, const Passage& p, std::int64_t number) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", number, to_string(p.day), csv_cell(world.sites[p.site].id),
                     p.direction ? (*p.direction == Direction::in ? "进" : "出") : "", p.standard ? railshift::to_text(*p.standard) : "",
                     p.powertrain ? railshift::to_text(*p.powertrain) : "", p.vehicle_type ? railshift::to_text(*p.vehicle_type) : "",
                     p.owner ? railshift::to_text(*p.owner) : "", p.cargo == Cargo::loaded ? "重" : "空",
                     p.commodity ? csv_cell(world.commodities[*p.commodity].id) : "", p.kg ? fmt::format("{}", *p.kg) : "");
}

}  // namespace railshift::scenario
