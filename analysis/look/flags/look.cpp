#include "analysis/look/flags/look.hpp"

#include "analysis/look/flags/flags.hpp"

namespace railshift::analysis::look {

Look look_at(const World& world, const std::vector<Unusual>& unusual) {
  Look look;
  look.masses = masses(world);
  look.balances = balance_rows(world, look.masses);
  look.runs = truck_runs(world, look.masses);
  look.hauls = haul_rows(world, look.masses, look.runs);
  look.gates = gates(world, look.masses);
  look.pools = pool_rows(world, look.runs);
  look.counted = counted_rows(world, look.runs);
  look.railway = railway(world, look.masses);
  look.assumed = assumed_rows(world, look.masses);
  look.flags = flags_of(world, look, unusual);
  return look;
}

}  // namespace railshift::analysis::look
