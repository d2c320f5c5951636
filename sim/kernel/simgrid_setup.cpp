#include "sim/kernel/simgrid_setup.hpp"

#include <simgrid/s4u.hpp>

#include <simgrid/version.h>  // needs the macros of s4u.hpp before it

#ifdef RAILSHIFT_SANITIZE
/// Asked by the sanitizer of clang. Where an exception leaves an actor it looks for the signal stack with a variable on the actor's own
/// stack, which it knows nothing of, and reports itself.
extern "C" const char* __asan_default_suppressions();
extern "C" const char* __asan_default_suppressions() { return "interceptor_name:sigaltstack"; }
#endif

namespace railshift::kernel {

const std::map<std::string, std::string>& simgrid_settings() {
  // Cross traffic and the TCP window distort sharing between trains; latency stays 0 and travel time is slept (measured, see the decision
  // page).
  static const std::map<std::string, std::string> settings{
      {"contexts/guard-size", "0"},  {"contexts/stack-size", "64"},
      {"network/TCP-gamma", "1e30"}, {"network/crosstraffic", "0"},
      {"network/model", "CM02"},     {SIMGRID_VERSION < 33400 ? "surf/precision" : "precision/timing", "1e-6"}};
  return settings;
}

std::string simgrid_version() { return std::to_string(SIMGRID_VERSION_MAJOR) + "." + std::to_string(SIMGRID_VERSION_MINOR); }

simgrid::s4u::Host* set_up(simgrid::s4u::Engine& engine) {
  for (const auto& [key, value] : simgrid_settings()) simgrid::s4u::Engine::set_config(std::string(key).append(":").append(value));
  auto* zone = simgrid::s4u::create_full_zone("area");
  auto* host = zone->create_host("city", 1.0);
  host->seal();
  zone->seal();
  static_cast<void>(engine);
  return host;
}

}  // namespace railshift::kernel
