#pragma once
/// Stocks at sites by month: producers make evenly and send by the month profile; power and heat plants burn by the profile and receive
/// what comes.
#include <string>
#include <vector>

#include "sim/engine/accounts.hpp"
#include "sim/engine/base/live_world.hpp"
#include "sim/ledger/tables.hpp"
#include "sim/model/world.hpp"

namespace railshift::engine {

class SiteStocks {
 public:
  /// Opening stock of a producer = its largest cumulative deficit in the base year; of a plant = stock.power_days of its need (both
  /// assumed).
  explicit SiteStocks(const LiveWorld& world);
  void end_month(Month month, const Accounts& accounts, ledger::Ledger& out);

 private:
  struct Stock {
    Id<Site> site;
    std::string commodity;  ///< id or need_group
    bool output = true;
    Id<Commodity> label;          ///< the commodity named in the row
    std::vector<Id<Flow>> flows;  ///< that leave or arrive
    std::int64_t kg = 0;
  };
  [[nodiscard]] std::vector<Id<Flow>> flows_of(const Stock& stock) const;
  [[nodiscard]] std::int64_t base_year_deficit(const Stock& stock) const;

  const LiveWorld& world_;
  std::vector<Stock> stocks_;
};

}  // namespace railshift::engine
