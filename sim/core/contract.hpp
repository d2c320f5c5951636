#pragma once
/// Promises the program makes to itself. Always on, also in release: a broken promise ends the run with exit code 1.
/// Never for user input: wrong input is a Problem (core/problem.hpp).
#include <stdexcept>
#include <string>

namespace railshift {

/// A promise of our own was broken: kilograms vanished, a share above 1, an id outside its table.
class BrokenPromise : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void broken_promise(const char* condition, const std::string& meaning, const char* file, int line);

}  // namespace railshift

#define RAILSHIFT_EXPECTS(condition, meaning) \
  ((condition) ? static_cast<void>(0) : ::railshift::broken_promise(#condition, meaning, __FILE__, __LINE__))
