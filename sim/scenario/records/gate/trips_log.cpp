#include "sim/scenario/records/gate/trips_log.hpp"

#include <fmt/format.h>

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
  std::string read(const RecordRow& row, const UsePassage& use) const {
    Passage passage;
    passage.line = row.line();
    const auto tick = parse_integer(row.text("end_tick"));
    if (!tick || *tick < 0 || *tick > kMaxTick) return fmt::format("end_tick \"{}\" is no time of a run", row.text("end_tick"));
    passage.day = day_of(*tick);
    // what ends with the last tick of a month still belongs to it
    if (to_string(month_of(passage.day)) != row.text("month") && *tick > 0) passage.day = day_of(*tick - 1);
    if (to_string(month_of(passage.day)) != row.text("month"))
      return fmt::format("end_tick \"{}\" does not lie in {}: a run of another scenario", row.text("end_tick"), row.text("month"));
    if (std::string trouble = read_truck(row, passage); !trouble.empty()) return trouble;
    if (std::string trouble = read_load(row, passage); !trouble.empty()) return trouble;
    return pass(row, passage, use);
  }

 private:
  [[nodiscard]] Date day_of(Tick tick) const { return first_day_ + static_cast<int>(tick / kTicksPerDay); }

  std::string read_truck(const RecordRow& row, Passage& out) const {
    const TruckWords truck = trucks_.read(row, "powertrain");
    for (const Trouble& trouble : {truck.of_fuel, truck.of_standard}) {
      if (!trouble.none()) return trouble.what;
    }
    if (!truck.standard) return "standard is empty";
    out.standard = truck.standard;
    out.powertrain = truck.powertrain;
    out.vehicle_type = vehicles_.find(row.text("vehicle_type"));
    out.owner = owners_.find(row.text("owner"));
    return out.vehicle_type && out.owner ? "" : "vehicle_type or owner is not a word of the program";
  }

  std::string read_load(const RecordRow& row, Passage& out) const {
    const auto flow = world_.flows.find(row.text("flow"));
    if (!flow) return fmt::format("flow \"{}\" is not a flow of the scenario", row.text("flow"));
    if (row.text("loaded") != "yes") return "";
    const auto kg = parse_integer(row.text("kg"));
    if (!kg || *kg <= 0) return fmt::format("kg \"{}\" is no load", row.text("kg"));
    out.cargo = Cargo::loaded;
    out.commodity = world_.flows[*flow].commodity;
    out.kg = *kg;
    return "";
  }

  std::string pass(const RecordRow& row, Passage& passage, const UsePassage& use) const {
    const std::string& from = row.text("from_site");
    const std::string& to = row.text("to_site");
    for (const std::string* id : {&from, &to}) {
      if (!id->empty() && !world_.sites.find(*id)) return fmt::format("site \"{}\" is not a site of the scenario", *id);
    }
    if (from == to) return "";
    for (const auto& [id, direction] : {std::pair{&from, Direction::out}, std::pair{&to, Direction::in}}) {
      if (id->empty()) continue;
      passage.site = *world_.sites.find(*id);
      passage.direction = direction;
      if (!world_.sites[passage.site].outside()) use(passage);
    }
    return "";
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
    const std::string trouble = reader.read(row, use.passage);
    if (trouble.empty()) return;
    misfits.add({trouble, "the trips of a run of this scenario", 1, true}, row.line());
    use.unread({row.line(), std::nullopt, std::nullopt});
  };
  ReadRecord out = read_record(form.source, form.columns, Repeats::distinct, problems, take, [&](int line) {
    use.unread({line, std::nullopt, std::nullopt});
  });
  out.misfits.add(misfits);
  return out;
}

}  // namespace railshift::scenario
