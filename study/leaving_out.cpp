#include "study/leaving_out.hpp"

namespace railshift::study {

std::optional<Knob> knob_of(const Measure& measure) {
  if (const auto* m = std::get_if<RailDuty>(&measure.body)) return Knob{"price_yuan_per_t", m->price.value, 1e9};
  if (const auto* m = std::get_if<GateFloor>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<RetireOrder>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<FrozenBaseOrder>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<StockQuota>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<NewOnly>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  if (const auto* m = std::get_if<ThroughDiversion>(&measure.body)) return Knob{"obedience", m->obedience, 1.0};
  return std::nullopt;
}

LeavingOut leaving_out(const World& plan, const LeftOut& measures) {
  LeavingOut out;
  for (const std::string& id : measures) {
    if (std::holds_alternative<FrozenBaseOrder>(plan.measures[*plan.measures.find(id)].body))
      out.set["measure." + id + ".obedience"] = "0";
    else
      out.removed.push_back(id);
  }
  return out;
}

}  // namespace railshift::study
