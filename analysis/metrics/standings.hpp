#pragma once
/// 数据性质 of figures that rest on whole tables: the weakest of the rows that enter.
#include <initializer_list>
#include <string_view>

#include "sim/core/standing.hpp"
#include "sim/model/world.hpp"

namespace railshift::analysis {

/// Of the rows of a table; one without rows adds nothing.
template <class Row>
[[nodiscard]] Standing standing_of(const Table<Row>& rows) {
  Standing standing = Standing::derived;
  for (const Row& row : rows) standing = combine(standing, row.provenance.standing);
  return standing;
}
/// Of the parameters whose names begin with one of these.
[[nodiscard]] Standing standing_of_values(const World& world, std::initializer_list<std::string_view> beginnings);
/// Of what goes which way: flows and chains.
[[nodiscard]] Standing standing_of_goods(const World& world);
/// Of the kilometres that goods are driven: these and roads.
[[nodiscard]] Standing standing_of_hauls(const World& world);
/// Of the registered trucks over the years: register, survival, purchases.
[[nodiscard]] Standing standing_of_fleet(const World& world);
/// Of what shippers weigh beside their shares: prices, distances, published delays, parameters of the choice.
[[nodiscard]] Standing standing_of_choice(const World& world);

/// The weakest of several.
[[nodiscard]] Standing weakest(std::initializer_list<Standing> standings);

}  // namespace railshift::analysis
