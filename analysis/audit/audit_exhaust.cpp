// Audit of the exhaust that is published: every figure of a source against a second account, taken from the tables of the ledger and the
// rows of the factor table by code of its own; sources and counties against the city's total.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "analysis/audit/audit_book.hpp"
#include "analysis/emissions/inventory.hpp"
#include "analysis/emissions/truck_book.hpp"
#include "analysis/metrics/families.hpp"
#include "sim/rules/belts/fixed_ways.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

constexpr double kGramsPerTonne = 1e6;
constexpr double kMetresPerKm = 1000.0;
/// Two sums of the same numbers in different order differ by less.
constexpr double kSummation = 1e-9;

/// Year, pollutant, source.
using GramsKey = std::tuple<std::string, std::string, std::string>;
using Grams = std::map<GramsKey, double>;

/// The second account, in grams.
class SecondAccount {
 public:
  SecondAccount(const Gauge& gauge, Grams& grams) : gauge_(gauge), world_(gauge.world()), grams_(grams) {
    for (const EmissionFactor& f : world_.emission_factors) {
      factors_[{f.vehicle_type, f.standard, f.powertrain}].push_back(&f);
      pollutants_.insert(f.pollutant);
    }
  }

  void take() {
    if (pollutants_.empty()) return;
    for (const ledger::TrafficRow& row : gauge_.ledger().traffic) {
      if (gauge_.reported(row.month)) drive(row);
    }
    for (const TruckBookRow& row : truck_book(world_, gauge_.ledger())) work(row);
    for (const ledger::ServiceRow& row : gauge_.ledger().service) {
      if (gauge_.reported(row.month)) wait(row);
    }
    for (const ledger::RailRow& row : gauge_.ledger().rail) {
      if (gauge_.reported(row.month)) haul(row);
    }
    for (const ledger::ChainRow& row : gauge_.ledger().chains) {
      if (gauge_.reported(row.month)) convey(row);
    }
  }

 private:
  using Class = std::tuple<VehicleType, Standard, Powertrain>;

  const std::vector<const EmissionFactor*>& factors(VehicleType type, AccessClass access) {
    return factors_[{type, access.standard, access.powertrain}];
  }

  void put(int year, const std::string& pollutant, EmissionSource source, double grams) {
    grams_[{std::to_string(year), pollutant, std::string(to_text(source))}] += grams;
  }

  /// Local trucks everywhere, all others inside.
  void drive(const ledger::TrafficRow& row) {
    EmissionSource source = row.counted ? EmissionSource::counted_exhaust : EmissionSource::modelled_exhaust;
    if (row.owner == Owner::through) source = EmissionSource::through_exhaust;
    if (row.owner == Owner::hired) source = EmissionSource::hired_exhaust;
    if (!row.inside && row.owner != Owner::local) return;
    const EmissionClass truck = EmissionClass::from_index(row.vehicle);
    for (const EmissionFactor* f : factors(truck.type, truck.access)) {
      double per_km = row.loaded ? f->loaded.value : f->empty.value;
      if (f->pollutant == "NOx" && !row.counted) per_km *= fault(truck, first_day(row.month));
      put(row.month.year(), f->pollutant, source, static_cast<double>(row.metres) / kMetresPerKm * per_km);
    }
  }

  /// Times of the mean of its class that a diesel truck with exhaust treatment emits in its state.
  [[nodiscard]] double fault(const EmissionClass& truck, Date day) const {
    const bool treated =
        truck.access.standard == Standard::china4 || truck.access.standard == Standard::china5 || truck.access.standard == Standard::china6;
    if (truck.access.powertrain != Powertrain::diesel || !treated) return 1.0;
    const double tampered = world_.parameter("fault.tampered_share", day), no_urea = world_.parameter("fault.no_urea_share", day);
    const double of_tampered = world_.parameter("fault.tampered_factor", day), of_no_urea = world_.parameter("fault.no_urea_factor", day);
    const double mean = (1.0 - tampered - no_urea) + tampered * of_tampered + no_urea * of_no_urea;
    const double own = truck.fault == Fault::tampered ? of_tampered : truck.fault == Fault::no_urea ? of_no_urea : 1.0;
    return own / mean;
  }

  void work(const TruckBookRow& row) {
    for (const EmissionFactor* f : factors(row.vehicle_type, row.access)) {
      const double per_km = 0.5 * f->loaded.value + 0.5 * f->empty.value;
      put(row.year, f->pollutant, EmissionSource::other_exhaust, static_cast<double>(row.other) / kMetresPerKm * per_km);
    }
  }

  void wait(const ledger::ServiceRow& row) {
    const Flow& flow = world_.flows[row.flow];
    const bool burns = EmissionClass::from_index(row.vehicle).access.standard != Standard::zero_exhaust;
    if (!burns || world_.sites[row.loaded ? flow.destination : flow.origin].outside()) return;
    const Date day = first_day(row.month);
    const double hours = static_cast<double>(row.wait_ticks) / static_cast<double>(kTicksPerHour);
    const auto rate = [&](const char* name) { return hours > 0.0 ? hours * world_.parameter(name, day) : 0.0; };
    fuel(row.month.year(), EmissionSource::idling, rate("road.idle_nox_g_per_h"), rate("road.idle_pm25_g_per_h"),
         rate("road.idle_co2_g_per_h"));
  }

  /// What burnt diesel gives; well to wheel by the heavy diesel truck of National V.
  void fuel(int year, EmissionSource source, double nox, double pm25, double co2) {
    double tank = 0.0, well = 0.0;
    for (const EmissionFactor* f : factors(VehicleType::heavy, {Standard::china5, Powertrain::diesel})) {
      if (f->pollutant == "CO2_ttw") tank = f->loaded.value;
      if (f->pollutant == "CO2_wtw") well = f->loaded.value;
    }
    const std::map<std::string, double> burnt{
        {"NOx", nox}, {"PM2.5", pm25}, {"CO2_ttw", co2}, {"CO2_wtw", tank > 0.0 ? co2 * well / tank : 0.0}};
    for (const auto& [pollutant, grams] : burnt) {
      if (pollutants_.contains(pollutant)) put(year, pollutant, source, grams);
    }
  }

  void haul(const ledger::RailRow& row) {
    double electric = 0.0, diesel = 0.0;  // net 10,000 tonne-kilometres
    for (const rules::SectionUse& use : rules::sections_of(world_, world_.chains[row.chain])) {
      const RailSection& section = world_.rail_sections[Id<RailSection>{use.section}];
      (section.traction == Traction::electric ? electric : diesel) += static_cast<double>(row.departed_kg) / 1e7 * section.length.value;
    }
    const Date day = first_day(row.month);
    const auto of = [&](const char* name) { return world_.parameter(name, day); };
    if (electric > 0.0 && pollutants_.contains("CO2_wtw")) {
      put(row.month.year(), "CO2_wtw", EmissionSource::rail_traction,
          electric * of("rail.gross_net") * of("rail.electric_kwh_per_10kgtkm") * of("grid.co2_kg_per_kwh") * 1000.0);
    }
    if (diesel <= 0.0) return;
    const double fuel_kg = diesel * of("rail.gross_net") * of("rail.diesel_kg_per_10kgtkm");
    fuel(row.month.year(), EmissionSource::rail_traction, fuel_kg * of("rail.diesel_nox_g_per_kg"),
         fuel_kg * of("rail.diesel_pm25_g_per_kg"), fuel_kg * of("rail.diesel_co2_kg_per_kg") * 1000.0);
  }

  /// Net tonne-kilometres of what a measure opened, times its draw.
  void convey(const ledger::ChainRow& row) {
    const Chain& chain = world_.chains[row.chain];
    const bool fixed = chain.main_mode() == Mode::belt || chain.main_mode() == Mode::pipe;
    const auto way = rules::way_opening(world_, chain);
    if (!fixed || !way || !pollutants_.contains("CO2_wtw")) return;
    double t_km = 0.0;
    for (const Leg& leg : chain.legs)
      t_km += leg.mode == Mode::truck ? 0.0 : static_cast<double>(row.delivered_kg) / 1000.0 * leg.km.value_or(Kilometres{}).value;
    if (t_km * way->kwh_per_t_km > 0.0)
      put(row.month.year(), "CO2_wtw", EmissionSource::belt_drive,
          t_km * way->kwh_per_t_km * world_.parameter("grid.co2_kg_per_kwh", first_day(row.month)) * 1000.0);
  }

  const Gauge& gauge_;
  const World& world_;
  Grams& grams_;
  std::map<Class, std::vector<const EmissionFactor*>> factors_;
  std::set<std::string> pollutants_;
};

/// Whole grams by which two sums differ beyond the order of summation.
std::int64_t residual(double published, double counted) {
  const double open = published - counted;
  if (std::abs(open) <= kSummation * std::max(std::abs(published), std::abs(counted))) return 0;
  return open > 0.0 ? std::max<std::int64_t>(1, std::llround(open)) : std::min<std::int64_t>(-1, std::llround(open));
}

Where where_of(const GramsKey& key, const std::string& part) {
  const auto& [year, pollutant, source] = key;
  return {months_of_year(year), "pollutant=" + pollutant + part};
}

/// Published grams: by source, and by year and pollutant (source empty) the total and the sums over sources and counties.
struct Published {
  Grams of_source, total, sources, counties;
};

Published published_grams(const MetricTable& rows) {
  Published sums;
  for (const MetricRow& row : rows) {
    if (row.metric != "exhaust" || !row.ring.empty() || !row.standard.empty()) continue;
    const double grams = row.value * kGramsPerTonne;
    const GramsKey city{row.period, row.numerator_kind, ""};
    if (!row.county.empty()) {
      sums.counties[city] += grams;
    } else if (row.basis.empty()) {
      sums.total[city] += grams;
    } else {
      sums.sources[city] += grams;
      sums.of_source[{row.period, row.numerator_kind, row.basis}] += grams;
    }
  }
  return sums;
}

/// Every key of either side; what one of them lacks is 0.
void compare(AuditBook& book, Identity& identity, const Grams& left, const Grams& right) {
  Grams keys = left;
  keys.insert(right.begin(), right.end());
  const auto at = [](const Grams& grams, const GramsKey& key) {
    const auto found = grams.find(key);
    return found == grams.end() ? 0.0 : found->second;
  };
  for (const auto& [key, grams] : keys) {
    const std::string& source = std::get<2>(key);
    book.check(identity, residual(at(left, key), at(right, key)),
               [&, key = key] { return where_of(key, source.empty() ? "" : " source=" + source); });
  }
}

}  // namespace

void audit_exhaust(AuditBook& book, const ledger::Ledger& ledger, const MetricTable* published) {
  const Gauge gauge(book.world, ledger, {});
  MetricTable measured;
  if (published == nullptr) add_exhaust(gauge, measured);
  const Published sums = published_grams(published == nullptr ? measured : *published);
  Grams counted;
  SecondAccount(gauge, counted).take();
  compare(book, book.identity("exhaust", "grams of a source = kilometres, hours and tonne-kilometres x factors", "g"), sums.of_source,
          counted);
  compare(book, book.identity("exhaust", "total of a year and pollutant = sum over sources", "g"), sums.total, sums.sources);
  compare(book, book.identity("exhaust", "total of a year and pollutant = sum over counties", "g"), sums.total, sums.counties);
}

}  // namespace railshift::analysis
