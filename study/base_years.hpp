#pragma once
/// The base year that the runs of a study are measured against.
#include <functional>
#include <memory>

#include "sim/rules/rail/calibration.hpp"
#include "study/refused.hpp"
#include "study/request.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// Loads the scenario of a study with some request; throws WrongScenario.
using LoadScenario = std::function<scenario::Loaded(const scenario::LoadRequest&)>;

/// The base years of one scenario folder. Its state is that of the folder as it stands, worked out once in a process of its own: neither
/// layer, seed nor any change on top of the folder moves it; an estimate rests on a base year by months of its own. Constants are held
/// likewise, but for changes of what they are fitted to (scenario::is_base_year_input): for those they are fitted anew in the same state.
class BaseYears {
 public:
  /// Runs the base year. Throws Interrupted, with what is left of the study, if the watch ends it; WrongScenario if the folder alone does
  /// not load.
  BaseYears(const Request& request, const Watch& watch, const Interrupted& left = {});
  /// Of a scenario that lies elsewhere than in a folder.
  BaseYears(LoadScenario load, Mover mover, const Watch& watch, const Interrupted& left = {});

  /// That of the folder with these changes; kept and given again for changes alike in what matters. Lives as long as this.
  [[nodiscard]] const rules::BaseYear* with(const scenario::LoadRequest& changes);

 private:
  LoadScenario load_;
  rules::BaseState state_;
  std::map<std::map<std::string, std::string>, std::unique_ptr<rules::BaseYear>> fitted_;  ///< by base-year changes
};

}  // namespace railshift::study
