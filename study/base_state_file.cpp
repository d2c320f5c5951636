#include "study/base_state_file.hpp"

#include <nlohmann/json.hpp>

#include "sim/rules/roads/road_distances.hpp"
#include "study/results/text_file.hpp"

namespace railshift::study {

void write_state(const std::filesystem::path& path, const rules::BaseState& state) {
  write_text(path, nlohmann::json{{"siding_delay_h", state.siding_delay_h},
                                  {"line_delay_h", state.line_delay_h},
                                  {"road_rate_factor", state.road_rate_factor}}
                       .dump());
}

rules::BaseState read_state(const std::filesystem::path& path) {
  const auto json = nlohmann::json::parse(read_text(path));
  rules::BaseState state;
  json.at("siding_delay_h").get_to(state.siding_delay_h);
  json.at("line_delay_h").get_to(state.line_delay_h);
  json.at("road_rate_factor").get_to(state.road_rate_factor);
  return state;
}

rules::BaseYear fitted(const World& world, const rules::BaseState& state) {
  const rules::RoadMap roads(world, rules::regime_on(world, make_date(world.settings.base_year, 1, 1)));
  return {state, rules::calibrate(world, rules::road_distances(world, roads), state)};
}

}  // namespace railshift::study
