// Audit of the two books of trucks: nobody appears or vanishes, and every truck-hour is somewhere.
#include <algorithm>

#include "analysis/audit/audit_book.hpp"

namespace railshift::analysis {
namespace {

using Columns = std::vector<std::string_view>;

/// A bound inside one row: the sum of the parts is no more than the sum of the wholes.
void check_part(AuditBook& book, const Columns& part_names, const Columns& whole_names, const std::string& statement) {
  Identity& identity = book.identity("registers", statement, "trucks");
  const auto readers = [&book](const Columns& names) {
    std::vector<Sheet<ledger::RegisterFoldRow>::Reader> columns;
    for (const std::string_view name : names) columns.push_back(book.registers.column(name));
    return columns;
  };
  const auto parts = readers(part_names), wholes = readers(whole_names);
  for (std::size_t row = 0; row < book.registers.size(); ++row) {
    std::int64_t excess = 0;
    for (const auto& column : parts) excess += column.peek(row);
    for (const auto& column : wholes) excess -= column.peek(row);
    book.check(identity, std::max<std::int64_t>(0, excess), [&] { return book.where(book.registers, row); });
  }
}

/// A frozen base never changes; what has left of it only grows, and not beyond it.
void check_frozen_bases(AuditBook& book) {
  Identity& frozen = book.identity("frozen_bases", "base is the same in every month", "trucks");
  Identity& growing = book.identity("frozen_bases", "left_total does not fall", "trucks");
  Identity& within = book.identity("frozen_bases", "left_total <= base", "trucks");
  Identity& ordered = book.identity("frozen_bases", "left_by_order <= left_total", "trucks");
  auto base = book.frozen_bases.column("base");
  const auto left = book.frozen_bases.column("left_total");
  const auto by_order = book.frozen_bases.column("left_by_order");
  for (const auto& [key, rows] : histories(book.frozen_bases)) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto where = [&, &rows = rows] { return book.where(book.frozen_bases, rows[i]); };
      book.check(within, std::max<std::int64_t>(0, left.peek(rows[i]) - base.peek(rows[i])), where);
      book.check(ordered, std::max<std::int64_t>(0, by_order.peek(rows[i]) - left.peek(rows[i])), where);
      if (i == 0) continue;
      book.check(frozen, base(rows[i]) - base(rows[i - 1]),
                 [&, &rows = rows] { return book.where_between(book.frozen_bases, rows[i - 1], rows[i]); });
      book.check(growing, std::min<std::int64_t>(0, left.peek(rows[i]) - left.peek(rows[i - 1])), where);
    }
  }
}

/// Two counts of the same loads.
void check_loads_found(AuditBook& book) {
  Identity& identity = book.identity("load_waits, pools", "sum over buckets of loads = loads_found of the pool", "loads");
  std::map<std::pair<Month, std::uint32_t>, std::int64_t> gaps;
  auto loads = book.load_waits.column("loads");
  auto found = book.pools.column("loads_found");
  for (std::size_t row = 0; row < book.load_waits.size(); ++row)
    gaps[{book.load_waits[row].month, book.load_waits[row].pool.index}] += loads(row);
  for (std::size_t row = 0; row < book.pools.size(); ++row) gaps[{book.pools[row].month, book.pools[row].pool.index}] -= found(row);
  for (const auto& [key, gap] : gaps) {
    book.check(identity, gap, [&, at = key] { return Where{to_string(at.first), "pool=" + book.world.pools[Id<Pool>{at.second}].id}; });
  }
}

}  // namespace

void audit_fleet(AuditBook& book) {
  check_loads_found(book);
  check_rows(book, book.registers, "open + joined - left by every cause = close", "trucks",
             {{"open", 1},
              {"joined", 1},
              {"left_aged", -1},
              {"left_compulsory", -1},
              {"left_retire_order", -1},
              {"left_frozen_base_order", -1},
              {"left_stock_quota", -1},
              {"close", -1}});
  check_continuity(book, book.registers, "open", "close", "trucks");
  check_part(book, {"sold_aged", "sold_compulsory", "sold_retire_order", "sold_frozen_base_order", "sold_stock_quota"},
             {"left_aged", "left_compulsory", "left_retire_order", "left_frozen_base_order", "left_stock_quota"},
             "transferred out by every cause <= left by every cause");
  check_part(book, {"ordered_joined"}, {"joined"}, "ordered_joined <= joined");
  check_frozen_bases(book);
  check_rows(book, book.pools, "open + joined - left = close", "trucks", {{"open", 1}, {"joined", 1}, {"left", -1}, {"close", -1}});
  check_continuity(book, book.pools, "open", "close", "trucks");
  check_rows(book, book.pools, "present_ticks = idle + empty + origin + loaded + destination + rest + repair", "ticks",
             {{"present_ticks", 1},
              {"idle_ticks", -1},
              {"empty_ticks", -1},
              {"origin_ticks", -1},
              {"loaded_ticks", -1},
              {"destination_ticks", -1},
              {"rest_ticks", -1},
              {"repair_ticks", -1}});
}

}  // namespace railshift::analysis
