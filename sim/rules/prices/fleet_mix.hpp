#pragma once
/// Which standards the trucks of a class meet: what tolls by standard ask.
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Writes into the book, by truck class, the share of each standard among the trucks of its segment and size that are present. A class
/// without any gets no share. Nothing is written if no tariff tells trucks by their standard.
void note_fleet(const World& world, const Register& trucks, MonthBook& book);

}  // namespace railshift::rules
