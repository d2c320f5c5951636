#include "analysis/levers/truck_nox.hpp"

#include "analysis/metrics/gauge.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

constexpr std::string_view kNoxName = "NOx";

LoadState load_state(const ledger::ServiceRow& row) { return row.loaded ? LoadState::loaded : LoadState::empty; }

std::optional<double> grams_a_km(const EmissionFactors& factors, const ledger::ServiceRow& row, std::uint16_t vehicle) {
  if (EmissionClass::from_index(vehicle).access.standard == Standard::zero_exhaust) return 0.0;
  return factors.grams({row.month, EmissionSource::modelled_exhaust, "", 0, vehicle, load_state(row), false}, kNoxName);
}

/// What an owner who must have National VI or better drives: the truck of now if it is one, else a sound diesel.
EmissionClass national_vi(std::uint16_t now) {
  const EmissionClass truck = EmissionClass::from_index(now);
  if (truck.access.standard >= Standard::china6) return truck;
  return {truck.type, {Standard::china6, Powertrain::diesel}, Fault::sound};
}

}  // namespace

TruckNox truck_nox(const RunView& run, const EmissionFactors& factors, const std::vector<bool>& flows, int year) {
  double loaded_km = 0.0;
  std::optional<double> now = 0.0, vi = 0.0;
  const auto add = [](std::optional<double>& sum, const std::optional<double>& grams, double km) {
    sum = sum && grams ? std::optional(*sum + *grams * km) : std::nullopt;
  };
  for (const ledger::ServiceRow& row : run.ledger->service) {
    if (!flows[row.flow.index] || year_of(first_day(row.month)) != year || row.metres == 0) continue;
    const double km = kilometres_of(row.metres);
    if (row.loaded) loaded_km += km;
    add(now, grams_a_km(factors, row, row.vehicle), km);
    add(vi, grams_a_km(factors, row, national_vi(row.vehicle).index()), km);
  }
  if (loaded_km <= 0.0) return {};
  const auto a_km = [&](const std::optional<double>& sum) { return sum ? std::optional(*sum / loaded_km) : std::nullopt; };
  return {a_km(now), a_km(vi)};
}

std::optional<double> nox_of_tonne(const World& world, const EmissionFactors& factors, const std::vector<rules::LegDistance>& legs,
                                   const Chain& chain, double per_loaded_km, Month month) {
  double truck_km = 0.0;
  for (std::size_t i = 0; i < chain.legs.size(); ++i) truck_km += chain.legs[i].mode == Mode::truck ? legs[i].km.value : 0.0;
  double grams = truck_km * per_loaded_km / to_tonnes(world.flows[chain.flow].payload).value;
  const double gross = world.parameter("rail.gross_net", first_day(month));
  for (const rules::SectionUse& use : rules::sections_of(world, chain)) {
    const RailSection& section = world.rail_sections[Id<RailSection>{use.section}];
    const bool electric = section.traction == Traction::electric;
    const EmissionClass engine{VehicleType::heavy,
                               {electric ? Standard::zero_exhaust : Standard::china0, electric ? Powertrain::electric : Powertrain::diesel},
                               Fault::sound};
    const auto factor = factors.grams({month, EmissionSource::rail_traction, "", 0, engine.index(), LoadState::loaded, false}, kNoxName);
    if (!factor) return std::nullopt;
    grams += gross * section.length.value * *factor;
  }
  return grams;
}

}  // namespace railshift::analysis
