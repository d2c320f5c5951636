#pragma once
/// What broke, in words of both languages.
#include <exception>
#include <stdexcept>
#include <string>
#include <utility>

#include "sim/core/language.hpp"

namespace railshift {

/// Something broke that is neither wrong input (Refused, Problem) nor a broken promise (contract.hpp): a file that cannot be written, a
/// result that cannot be read. what() is the English text.
class Failed : public std::runtime_error {
 public:
  explicit Failed(Words said) : std::runtime_error(said.en), said_(std::move(said)) {}
  [[nodiscard]] const Words& words() const { return said_; }

 private:
  Words said_;
};

/// What an exception says: of Failed in both languages, of others (libraries, broken promises) their own text.
[[nodiscard]] inline Words words_of(const std::exception& e) {
  const auto* failed = dynamic_cast<const Failed*>(&e);
  return failed == nullptr ? Words{e.what(), e.what()} : failed->words();
}

}  // namespace railshift
