#pragma once
/// The versions that a manifest and `--version` tell.

namespace railshift::study {

inline constexpr const char* kVersion = RAILSHIFT_VERSION;
/// Version of the tables, keys and CSV columns that other programs read.
inline constexpr int kSchemaVersion = 1;

}  // namespace railshift::study
