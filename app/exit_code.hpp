#pragma once
/// Exit codes of every command.
#include "sim/core/contract.hpp"
#include "study/ending.hpp"

namespace railshift::app {

enum class ExitCode : int {
  done = 0,
  failed = 1,       ///< something broke, perhaps a promise of our own
  bad_input = 2,    ///< the input or the command line is wrong; nothing was written
  interrupted = 3,  ///< ended by the user; can be run again
  not_held = 4      ///< done, but something that the user asserted does not hold
};

/// Of a command that simulates.
[[nodiscard]] inline ExitCode exit_code(study::Ending ending) {
  switch (ending) {
    case study::Ending::done:
      return ExitCode::done;
    case study::Ending::promise_broken:
      return ExitCode::failed;
    case study::Ending::not_held:
      return ExitCode::not_held;
  }
  RAILSHIFT_EXPECTS(false, "an ending has a code");
}

}  // namespace railshift::app
