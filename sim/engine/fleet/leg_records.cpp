#include "sim/engine/fleet/leg_records.hpp"

namespace railshift::engine {

ledger::Compliance compliance_of(const TruckLeg& leg, AccessClass access) {
  if (!leg.ruled) return ledger::Compliance::no_rule;
  return leg.lawful.admits(access) ? ledger::Compliance::compliant : ledger::Compliance::violation;
}

namespace {

/// What both kinds of legs say.
ledger::LegFacts facts_of(const Truck& t, const TruckLeg& leg, Tick end) {
  ledger::LegFacts facts;
  facts.end = end;
  facts.flow = leg.flow.index;
  facts.vehicle = EmissionClass::from_index(t.vehicle);
  facts.owner = t.owner;
  return facts;
}

}  // namespace

void LegRecords::note_empty(const Truck& t, const TruckLeg& leg, std::uint32_t route, Tick end) {
  ledger::LegFacts facts = facts_of(t, leg, end);
  facts.route = route;
  records_.push_back(ledger::pack(facts));
}

void LegRecords::note_loaded(const Truck& t, const TruckLeg& leg, std::uint32_t route, Tick end) {
  ledger::LegFacts facts = facts_of(t, leg, end);
  facts.leg = leg.seq;
  facts.compliance = compliance_of(leg, AccessClass::from_index(t.access));
  facts.loaded = true;
  facts.route = route;
  facts.wait = t.wait;
  facts.wait_bucket = ledger::wait_bucket(facts.wait);
  facts.mass = Kilograms{leg.payload};
  records_.push_back(ledger::pack(facts));
  ++loads_delivered_;
}

}  // namespace railshift::engine
