#pragma once
/// The inputs of a scenario as they count, with a variant and all changes in them, before anything is decoded.
#include <cstdint>
#include <optional>
#include <string>

#include "sim/scenario/fields/table.hpp"
#include "sim/scenario/load/load.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// What was asked of a run besides the changes; what is not said is as the scenario has it.
struct AskedOfRun {
  std::optional<std::uint32_t> seed;
  std::optional<std::string> end;  ///< first day that is not simulated, YYYY-MM-DD
};

/// What a run says of itself in an input state though no file has it: a key of [scenario] and one of every measure.
inline constexpr const char* kLayerOfRun = "layer";
inline constexpr const char* kTakesPart = "takes_part";

struct InputState {
  TomlNode root;     ///< scenario.toml with the layer, seed and end of the run in [scenario], and whether each measure takes part in that
                     ///< layer; measures that were left out on purpose are not there
  RawTables tables;  ///< every table of the schema
};
/// A scenario that nothing is asked of is taken as `run` takes it: the plan to its end on its seed. Precondition: `load` finds no problem
/// in them.
[[nodiscard]] InputState input_state(const Files& files, const LoadRequest& request, const AskedOfRun& asked = {});

}  // namespace railshift::scenario
