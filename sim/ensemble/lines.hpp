#pragma once
/// What parent and children say to each other, each child on a line of its own (a socket pair).
#include <cstddef>
#include <optional>
#include <string>

namespace railshift::ensemble {

/// One thing that a child says.
struct Word {
  enum class Kind : char { progress = 'p', waiting = 'w', error = 'e', code = 'c' };
  Kind kind = Kind::progress;
  double done = 0.0;  ///< progress
  int code = 0;       ///< code: its work is done, its files are written
  std::string text;   ///< error
};

/// Both ends of a new line; throws if there is none to be had.
struct Line {
  int parent_end = -1;
  int child_end = -1;
};
[[nodiscard]] Line new_line();

// --- the child
void say(int line, const Word& word);
/// Comes back when the parent lets the child go on; false if the parent is gone.
[[nodiscard]] bool wait_for_leave(int line);

// --- the parent
void give_leave(int line);
/// The first complete word of what was read, taken out of it.
[[nodiscard]] std::optional<Word> take_word(std::string& unread);

}  // namespace railshift::ensemble
