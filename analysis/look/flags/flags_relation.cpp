#include "analysis/look/flags/flags_relation.hpp"

#include <fmt/format.h>

#include "analysis/look/flags/relations.hpp"
#include "sim/core/both.hpp"
#include "sim/core/unit_names.hpp"

namespace railshift::analysis::look {

void relation_flags(const World& world, const Figures& figures, Flags& flags) {
  Relations relations;
  relations_of_places(world, relations);
  relations_of_things(world, figures, relations);
  for (const Relation& r : relations) {
    if (r.value >= r.low && r.value <= r.high) continue;
    const double off = r.value > r.high ? r.value / r.high : r.low / std::max(r.value, 1e-9);
    const Words unit = *r.unit == '\0' ? Words{} : both(" {}", " {}", unit_name(r.unit));
    flags.push_back({Severity::doubtful, "unusual_relation", r.where,
                     fmt::format("{}：{:.4g}{}，通常在 {:.4g}—{:.4g} 之间（{}）：核对单位和小数点", r.what.zh, r.value, unit.zh, r.low,
                                 r.high, r.why.zh),
                     fmt::format("{}: {:.4g}{}, usually {:.4g} to {:.4g} ({}): check units and decimal points", r.what.en, r.value, unit.en,
                                 r.low, r.high, r.why.en),
                     off});
  }
}

}  // namespace railshift::analysis::look
