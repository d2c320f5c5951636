#include "tests/support/approved.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;

namespace railshift::testing {
namespace {

std::string content(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string first_difference(const std::string& approved, const std::string& now) {
  std::istringstream was(approved), is(now);
  std::string before, after;
  for (int line = 1;; ++line) {
    const bool more = static_cast<bool>(std::getline(was, before)), also = static_cast<bool>(std::getline(is, after));
    if (!more && !also) return "the ends of lines differ";
    if (more && also && before == after) continue;
    return "line " + std::to_string(line) + "\n  approved: " + (more ? before : "(end)") + "\n  now:      " + (also ? after : "(end)");
  }
}

}  // namespace

bool approving() {
  const char* value = std::getenv("RAILSHIFT_APPROVE");
  return value != nullptr && std::string(value) == "1";
}

void fail_rewritten(const std::string& file) {
  FAIL_CHECK(file << " was rewritten; look at the difference and run again without RAILSHIFT_APPROVE");
}

void check_approved(const std::string& file, const std::string& text) {
  const fs::path path = fs::path(RAILSHIFT_SOURCE_DIR) / file;
  if (approving()) {
    fs::create_directories(path.parent_path());
    std::ofstream(path, std::ios::binary) << text;
    return fail_rewritten(file);
  }
  const std::string approved = content(path);
  INFO(file << ", " << first_difference(approved, text));
  const bool as_approved = approved == text;  // thousands of lines are not to be printed
  CHECK(as_approved);
}

}  // namespace railshift::testing
