#pragma once
/// Numbers that are possible one by one and cannot stand beside each other: each relation has a usual range and what it rests on.
#include <string>
#include <vector>

#include "analysis/look/figures/figures.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis::look {

/// A figure made of several cells, and between what it usually lies.
struct Relation {
  Where where;
  Words what;
  double value = 0.0;
  double low = 0.0, high = 0.0;
  const char* unit = "";  ///< as tables write it; none of a ratio
  Words why;
};
using Relations = std::vector<Relation>;

/// Lengths against straight lines, hours against lengths.
void relations_of_places(const World& world, Relations& relations);
/// Trucks, lanes, prices, processes, sidings, stations and stocks.
void relations_of_things(const World& world, const Figures& figures, Relations& relations);

}  // namespace railshift::analysis::look
