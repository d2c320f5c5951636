#pragma once
/// A gate log, or the trips of a run, as rows of flows, profiles, observations and outside mix.
#include "sim/model/world.hpp"
#include "sim/scenario/records/gate/passage.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

/// Which form a gate record has.
enum class GateForm { log, trips };

/// Parts: profiles (month profiles of flows that the gate sees whole), tonnes (their tonnes or shares), observed (trucks and loads as rows
/// of observed.csv), mix (standards of hired trucks as rows of outside_mix.csv). `also` gets every passage that was taken. Precondition:
/// `files` load to `world`.
[[nodiscard]] RecordImport import_gate(const Files& files, const World& world, const RecordRequest& request, GateForm form,
                                       const UsePassage& also, Problems& problems);

}  // namespace railshift::scenario
