#pragma once
/// The parts (files) inside a zip archive, with limits, since a workbook comes from strangers.
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "sim/core/problem.hpp"

struct zip;

namespace railshift::scenario {

/// A workbook that cannot be read any further.
struct Unreadable {
  Problem problem;
};

/// What a part may be at most. A part is cut off while it is unpacked, whatever the archive says about its size.
struct PartLimits {
  std::uint64_t bytes = 256ULL << 20U;      ///< unpacked
  std::uint64_t ratio = 200;                ///< unpacked to packed, beyond `judged_from`
  std::uint64_t judged_from = 4ULL << 20U;  ///< small parts of blanks pack well without being bombs
  std::uint64_t archive_bytes = 128ULL << 20U;
  std::int64_t parts = 5000;
};

class ZipParts {
 public:
  /// Throws Unreadable.
  explicit ZipParts(const std::filesystem::path& path, PartLimits limits = {});
  [[nodiscard]] bool has(const std::string& name) const;
  /// The whole part, unpacked. Throws Unreadable.
  [[nodiscard]] std::string read(const std::string& name) const;

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  [[noreturn]] void refuse(const Words& found, const Words& rule, const Words& accept) const;
  [[nodiscard]] std::uint64_t packed_size(const std::string& name) const;

  std::string name_;
  PartLimits limits_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace railshift::scenario
