#pragma once
/// Exit codes of every command.

namespace railshift::app {

enum class ExitCode : int {
  done = 0,
  failed = 1,       ///< something broke, perhaps a promise of our own
  bad_input = 2,    ///< the input or the command line is wrong; nothing was written
  interrupted = 3,  ///< ended by the user; can be run again
  not_held = 4      ///< done, but something that the user asserted does not hold
};

}  // namespace railshift::app
