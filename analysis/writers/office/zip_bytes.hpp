#pragma once
/// A zip archive in memory. The same parts give the same bytes: no clock is asked.
#include <string>
#include <utility>
#include <vector>

namespace railshift::analysis::writers::office {

/// Name and content of the parts of an office file, in their order in the archive.
using Parts = std::vector<std::pair<std::string, std::string>>;

/// Throws Failed where libzip does.
[[nodiscard]] std::string zip_bytes(const Parts& parts);

}  // namespace railshift::analysis::writers::office
