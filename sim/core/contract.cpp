#include "sim/core/contract.hpp"

namespace railshift {

void broken_promise(const char* condition, const std::string& meaning, const char* file, int line) {
  throw BrokenPromise(std::string(file) + ":" + std::to_string(line) + ": broken promise: " + meaning + " (" + condition + ")");
}

}  // namespace railshift
