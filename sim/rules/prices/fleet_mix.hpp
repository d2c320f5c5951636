#pragma once
/// Which trucks there are for a class and for a flow: what tolls by standard and admissions ask.
#include "sim/model/state.hpp"
#include "sim/model/world.hpp"

namespace railshift::rules {

/// Writes into the book, by truck class, the share of each standard among the trucks of its segment and size that are present. A class
/// without any gets no share. Nothing is written if no tariff tells trucks by their standard.
void note_fleet(const World& world, const Register& trucks, MonthBook& book);

/// Writes into the book, by flow index, whether no new-energy truck can be had for it in the month: its pool has, may take and may hire
/// none, or its trips are counted, so that nobody chooses the truck. Nothing is written if no clean_admission accepts such trucks.
void note_clean_trucks(const World& world, const Register& trucks, Month month, MonthBook& book);

}  // namespace railshift::rules
