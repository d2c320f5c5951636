#include "sim/scenario/records/gate/gate_log.hpp"

#include <cmath>

#include <fmt/format.h>

#include "sim/core/csv.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/records/record_words.hpp"
#include "sim/scenario/records/stamp.hpp"

namespace railshift::scenario {
namespace {

class GateReader {
 public:
  GateReader(const World& world, const ColumnMap& map)
      : map_(map), sites_(world.sites), commodities_(world.commodities), vehicles_(vehicle_words()), owners_(owner_words()) {}

  /// Why the row cannot be taken; empty: it can.
  [[nodiscard]] std::string read(const RecordRow& row, Passage& out) const {
    out = Passage{};
    out.line = row.line();
    for (const auto part : {&GateReader::read_time, &GateReader::read_site, &GateReader::read_direction, &GateReader::read_truck,
                            &GateReader::read_cargo, &GateReader::read_weight}) {
      if (std::string trouble = (this->*part)(row, out); !trouble.empty()) return trouble;
    }
    return "";
  }

 private:
  std::string read_time(const RecordRow& row, Passage& out) const {
    const auto day = read_stamp(row.text("time"), map_.times);
    if (!day) return fmt::format("time \"{}\" cannot be read", row.text("time"));
    out.day = *day;
    return "";
  }
  std::string read_site(const RecordRow& row, Passage& out) const {
    const auto site = sites_.find(row.meaning("site"));
    if (!site) return fmt::format("site \"{}\" is not a site of the scenario", row.text("site"));
    out.site = *site;
    return "";
  }
  std::string read_direction(const RecordRow& row, Passage& out) const {
    const auto direction = directions_.find(row.meaning("direction"));
    if (!direction) return fmt::format("direction \"{}\" is neither in nor out", row.text("direction"));
    out.direction = *direction;
    return "";
  }
  std::string read_truck(const RecordRow& row, Passage& out) const {
    const TruckWords truck = trucks_.read(row, "fuel");
    if (!truck.trouble.empty()) return truck.trouble;
    out.standard = *truck.standard;
    out.powertrain = truck.powertrain;
    const std::string& plate = row.meaning("plate");
    if (!plate.empty()) out.vehicle_type = vehicles_.find(plate);
    if (!plate.empty() && !out.vehicle_type) return fmt::format("plate or vehicle type \"{}\" is not known", row.text("plate"));
    const std::string& owner = row.meaning("owner");
    if (!owner.empty()) out.owner = owners_.find(owner);
    if (!owner.empty() && !out.owner) return fmt::format("owner \"{}\" is not known", row.text("owner"));
    return "";
  }
  std::string read_cargo(const RecordRow& row, Passage& out) const {
    const auto cargo = cargos_.find(row.meaning("loaded"));
    if (!cargo) return fmt::format("loaded \"{}\" is neither loaded nor empty", row.text("loaded"));
    out.cargo = *cargo;
    const std::string& commodity = row.meaning("commodity");
    if (out.cargo == Cargo::empty || commodity.empty()) return "";
    out.commodity = commodities_.find(commodity);
    return out.commodity ? "" : fmt::format("commodity \"{}\" is not a commodity of the scenario", row.text("commodity"));
  }
  std::string read_weight(const RecordRow& row, Passage& out) const {
    for (const auto& [field, kg_per_unit] : {std::pair{"weight_t", 1000.0}, std::pair{"weight_kg", 1.0}}) {
      const std::string& text = row.text(field);
      if (out.cargo == Cargo::empty || text.empty()) continue;
      const auto weight = parse_decimal(text);
      constexpr double kHeaviest = 200'000.0;  // no road truck weighs 200 t: a weight beyond it is in another unit
      if (!weight || *weight <= 0.0 || *weight * kg_per_unit > kHeaviest)
        return fmt::format("weight \"{}\" is not above 0 and up to 200 t", text);
      out.kg = std::llround(*weight * kg_per_unit);
    }
    return "";
  }

  const ColumnMap& map_;
  NameBook<Site> sites_;
  NameBook<Commodity> commodities_;
  WordBook<VehicleType> vehicles_;
  WordBook<Owner> owners_;
  TruckReader trucks_;
  WordBook<Direction> directions_{std::map<std::string, Direction>{{"in", Direction::in},
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

ReadRecord read_gate_log(const World& world, std::string_view text, const std::string& file, const ColumnMap& map, Problems& problems,
                         const UsePassage& use) {
  const GateReader reader(world, map);
  Passage passage;
  Misfits misfits;
  ReadRecord out = read_record(text, file, map, problems, [&](const RecordRow& row) {
    const std::string trouble = reader.read(row, passage);
    if (trouble.empty())
      use(passage);
    else
      misfits.add(trouble, row.line());
  });
  for (const Misfit& misfit : misfits.sorted()) out.misfits.add(misfit.what, misfit.lines);
  return out;
}

std::string gate_log_header() { return "\xEF\xBB\xBF时间,厂区,进出,排放标准,燃料,车型,归属,载货,货物,净重(kg)\n"; }

std::string gate_log_row(const World& world, const Passage& p) {
  return fmt::format("{},{},{},{},{},{},{},{},{},{}\n", to_string(p.day), csv_cell(world.sites[p.site].id),
                     p.direction == Direction::in ? "进" : "出", railshift::to_text(p.standard),
                     p.powertrain ? railshift::to_text(*p.powertrain) : "", p.vehicle_type ? railshift::to_text(*p.vehicle_type) : "",
                     p.owner ? railshift::to_text(*p.owner) : "", p.cargo == Cargo::loaded ? "重" : "空",
                     p.commodity ? csv_cell(world.commodities[*p.commodity].id) : "", p.kg ? fmt::format("{}", *p.kg) : "");
}

}  // namespace railshift::scenario
