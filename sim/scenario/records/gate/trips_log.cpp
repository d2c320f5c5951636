#include "sim/scenario/records/gate/trips_log.hpp"

#include "sim/core/text.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace railshift::scenario {
namespace {

class TripReader {
 public:
  explicit TripReader(const World& world)
      : world_(world),
        first_day_(first_day(month_of(world.settings.start) + -world.settings.warmup_months)),
        vehicles_(vehicle_words()),
        owners_(owner_words()) {}

  /// Why the row is none of a run of this scenario; empty: it was used.
  Words read(const RecordRow& row, const UsePassage& use) const {
    Passage passage;
    passage.line = row.line();
    const auto tick = parse_integer(row.text("end_tick"));
    if (!tick || *tick < 0 || *tick > kMaxTick)
      return both("end_tick“{}”不是一次运行的时刻", "end_tick \"{}\" is no time of a run", row.text("end_tick"));
    passage.day = day_of(*tick);
    // what ends with the last tick of a month still belongs to it
    if (to_string(month_of(passage.day)) != row.text("month") && *tick > 0) passage.day = day_of(*tick - 1);
    if (to_string(month_of(passage.day)) != row.text("month"))
      return both("end_tick“{}”不在 {} 内：是别的情景的运行", "end_tick \"{}\" does not lie in {}: a run of another scenario",
                  row.text("end_tick"), row.text("month"));
    if (Words trouble = read_truck(row, passage); !trouble.empty()) return trouble;
    if (Words trouble = read_load(row, passage); !trouble.empty()) return trouble;
    return pass(row, passage, use);
  }

 private:
  [[nodiscard]] Date day_of(Tick tick) const { return first_day_ + static_cast<int>(tick / kTicksPerDay); }

  Words read_truck(const RecordRow& row, Passage& out) const {
    const TruckWords truck = trucks_.read(row, "powertrain");
    for (const Trouble& trouble : {truck.of_fuel, truck.of_standard}) {
      if (!trouble.none()) return trouble.what;
    }
    if (!truck.standard) return {"standard（排放标准）为空", "standard is empty"};
    out.standard = truck.standard;
    out.powertrain = truck.powertrain;
    out.vehicle_type = vehicles_.find(row.text("vehicle_type"));
    out.owner = owners_.find(row.text("owner"));
    if (out.vehicle_type && out.owner) return {};
    return {"vehicle_type（车型）或 owner（归属）不是程序所用的词", "vehicle_type or owner is not a word of the program"};
  }

  Words read_load(const RecordRow& row, Passage& out) const {
    const auto flow = world_.flows.find(row.text("flow"));
    if (!flow) return both("“{}”不是情景中的货流", "flow \"{}\" is not a flow of the scenario", row.text("flow"));
    if (row.text("loaded") != "yes") return {};
    const auto kg = parse_integer(row.text("kg"));
    if (!kg || *kg <= 0) return both("kg“{}”不是载重", "kg \"{}\" is no load", row.text("kg"));
    out.cargo = Cargo::loaded;
    out.commodity = world_.flows[*flow].commodity;
    out.kg = *kg;
    return {};
  }

  Words pass(const RecordRow& row, Passage& passage, const UsePassage& use) const {
    const std::string& from = row.text("from_site");
    const std::string& to = row.text("to_site");
    for (const std::string* id : {&from, &to}) {
      if (!id->empty() && !world_.sites.find(*id)) return both("“{}”不是情景中的厂区", "site \"{}\" is not a site of the scenario", *id);
    }
    if (from == to) return {};
    for (const auto& [id, direction] : {std::pair{&from, Direction::out}, std::pair{&to, Direction::in}}) {
      if (id->empty()) continue;
      passage.site = *world_.sites.find(*id);
      passage.direction = direction;
      if (!world_.sites[passage.site].outside()) use(passage);
    }
    return {};
  }

  const World& world_;
  Date first_day_;
  WordBook<VehicleType> vehicles_;
  WordBook<Owner> owners_;
  TruckReader trucks_;
};

}  // namespace

ReadRecord read_trips(const World& world, const RecordForm& form, Problems& problems, const GateUse& use) {
  const TripReader reader(world);
  Misfits misfits;
  const auto take = [&](const RecordRow& row) {
    const Words trouble = reader.read(row, use.passage);
    if (trouble.empty()) return;
    misfits.add({trouble, {"用本情景运行得到的趟次（run --trips）", "the trips of a run of this scenario"}, 1, true}, row.line());
    use.unread({row.line(), std::nullopt, std::nullopt});
  };
  ReadRecord out = read_record(form.source, form.columns, Repeats::distinct, problems, take, [&](int line) {
    use.unread({line, std::nullopt, std::nullopt});
  });
  out.misfits.add(misfits);
  return out;
}

}  // namespace railshift::scenario
