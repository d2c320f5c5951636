#pragma once
/// SimGrid's settings in one place (network model and precision as measured; see docs/decisions/simgrid-as-master-clock.md).
#include <map>
#include <string>

namespace simgrid::s4u {
class Engine;
class Host;
}  // namespace simgrid::s4u

namespace railshift::kernel {

/// Settings applied to every engine, by SimGrid's own names; also written to the manifest.
[[nodiscard]] const std::map<std::string, std::string>& simgrid_settings();
/// "3.32" etc.
[[nodiscard]] std::string simgrid_version();
/// Applies the settings and builds the platform: one host.
simgrid::s4u::Host* set_up(simgrid::s4u::Engine& engine);

}  // namespace railshift::kernel
