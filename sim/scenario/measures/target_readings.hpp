#pragma once
/// 口径 - readings of targets: what a reading shares with its main target, and whether there is anything to read.
#include "sim/model/world.hpp"
#include "sim/scenario/fields/cell.hpp"
#include "sim/scenario/toml/toml_node.hpp"

namespace railshift::scenario {

/// A reading names a main target that is there, is no reading itself and asks the same clause by the same day, with the same operator and
/// force; a reading and a main target that has readings say what an office calls them, in both languages.
void check_readings(const TomlNode& root, const World& world, Decoder& decoder);

/// Targets of listed firms have firms to count: the list is not empty, some firm of it has a siding where those with one are asked, and of
/// clean transport every sector has a rule. Asked of readings, of main targets that have readings, and of shares of firms. Precondition: a
/// world without any other problem.
void check_reading_data(const TomlNode& root, const World& world, Decoder& decoder);

}  // namespace railshift::scenario
