#pragma once
/// Rail tonnes by siding, commodity and month, as a bureau or a railway sends them.
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "sim/model/world.hpp"
#include "sim/scenario/records/gaps.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

using SidingGoods = std::pair<Id<Siding>, Id<Commodity>>;

struct RailTonnes {
  std::map<Month, std::int64_t> kg;
  LineRanges lines;
  LineRanges repeated;  ///< rows that name a month again; added up
  [[nodiscard]] bool in(int year) const;
};

struct RailRecord {
  std::map<SidingGoods, RailTonnes> goods;
  Gaps<Id<Siding>, int> unread;
  /// Months of the year in which no siding has a row.
  [[nodiscard]] std::vector<Month> gaps(int year) const;
  /// What a siding's year lacks: rows that could not be read, and months without a row of the goods. Empty: nothing.
  [[nodiscard]] Words gap(const SidingGoods& goods, int year) const;
};

/// Rows, other columns and misfits go into `out`.
[[nodiscard]] RailRecord read_rail_record(const World& world, const RecordRequest& request, RecordImport& out, Problems& problems);

/// coal of sd-mine
[[nodiscard]] Words words_of_goods(const World& world, const SidingGoods& goods);

/// Chains by rail that load or unload the goods at the siding.
[[nodiscard]] std::vector<Id<Chain>> chains_at(const World& world, const SidingGoods& goods);

/// What one siding's record says of a chain in a year.
struct ToldChain {
  double tonnes = 0.0;
  Id<Siding> siding;
  bool alone = true;  ///< the siding and commodity mean this chain only; else split by modelled tonnes
  LineRanges lines;
  Words gap{};  ///< what the record lacks; empty: nothing
};

/// Tonnes of the year by chain. Several chains at one siding share its tonnes as modelled; a chain with two sidings in the record is told
/// by the one where it loads. What no chain explains becomes a misfit of `out`.
[[nodiscard]] std::map<Id<Chain>, ToldChain> told_chains(const World& world, const RailRecord& record, int year, RecordImport& out);

}  // namespace railshift::scenario
