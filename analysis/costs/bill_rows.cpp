/// transport_bill, transport_price, hire_cost, unpriced_tonnes: the bill of a year as rows. Of the city and its goods in all, by the mode
/// of the legs (basis leg: who is paid) and by the mode of the main haul; of firms by the end at which they stand. Who of the two ends pays
/// is a matter of contracts that no table knows.
#include <map>

#include "analysis/costs/bill.hpp"
#include "analysis/metrics/families.hpp"

namespace railshift::analysis {
namespace {

/// Whose bill of which year; empty = all.
struct BillKey {
  Period year;
  std::string firm, commodity, direction;
  friend auto operator<=>(const BillKey&, const BillKey&) = default;
};
struct BillSums {
  Bill all;
  std::map<PaidMode, Bill> by_main_haul;
};
using BillTable = std::map<BillKey, BillSums>;

void put_bill(BillTable& table, const BillKey& key, PaidMode main_haul, const Bill& bill) {
  BillSums& sums = table[key];
  sums.all.add(bill);
  sums.by_main_haul[main_haul].add(bill);
}

/// A flow stands once in the bill of each firm, also if both its ends are that firm's.
BillTable bill_table(const Gauge& gauge, const std::vector<ChainBill>& bills) {
  const World& world = gauge.world();
  BillTable table;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) table[{year_period(m), "", "", ""}];
  for (const auto& [month, id, bill] : bills) {
    const Chain& chain = world.chains[id];
    const Flow& flow = world.flows[chain.flow];
    const PaidMode main_haul = paid_mode(chain.main_mode());
    const Period year = year_period(month);
    const std::string& sender = world.firms[world.sites[flow.origin].firm].id;
    const std::string& receiver = world.firms[world.sites[flow.destination].firm].id;
    put_bill(table, {year, "", "", ""}, main_haul, bill);
    put_bill(table, {year, "", world.commodities[flow.commodity].id, ""}, main_haul, bill);
    put_bill(table, {year, sender, "", "out"}, main_haul, bill);
    put_bill(table, {year, receiver, "", "in"}, main_haul, bill);
    put_bill(table, {year, sender, "", "both"}, main_haul, bill);
    if (receiver != sender) put_bill(table, {year, receiver, "", "both"}, main_haul, bill);
  }
  return table;
}

class BillRows {
 public:
  BillRows(const Gauge& gauge, MetricTable& table) : gauge_(gauge), table_(table) {}

  void add(const BillKey& key, const BillSums& sums) {
    money(key, sums.all.all_fen(), sums.all.standing);
    price(key, sums.all);
    if (!key.direction.empty() && key.direction != "both") return;
    for (const PaidMode mode : kPaidModes) tell(money(key, sums.all.of(mode), sums.all.standing), "leg", mode);
    if (!key.firm.empty()) return;
    for (const PaidMode mode : kPaidModes) {
      const auto part = sums.by_main_haul.find(mode);
      const Bill bill = part == sums.by_main_haul.end() ? Bill{} : part->second;
      tell(money(key, bill.all_fen(), bill.standing), "main_haul", mode);
      if (MetricRow* row = price(key, bill)) tell(*row, "main_haul", mode);
    }
  }

  void add_hires(const BillKey& key, const char* kind, std::int64_t fen, Standing standing) {
    row("hire_cost", key, "yuan", yuan_of(fen), standing).numerator_kind = kind;
  }

 private:
  MetricRow& row(const char* metric, const BillKey& key, const char* unit, double value, Standing standing) {
    MetricRow& made = table_.emplace_back(gauge_.row(metric, key.year, unit, value, standing));
    made.firm = key.firm;
    made.commodity = key.commodity;
    made.direction = key.direction;
    return made;
  }
  MetricRow& money(const BillKey& key, std::int64_t fen, Standing standing) {
    return row("transport_bill", key, "yuan", yuan_of(fen), standing);
  }
  /// Nothing where nothing was delivered.
  MetricRow* price(const BillKey& key, const Bill& bill) {
    if (bill.kg == 0) return nullptr;
    const double yuan = yuan_of(bill.all_fen()), tonnes = tonnes_of(bill.kg);
    MetricRow& made = row("transport_price", key, "yuan/t", yuan / tonnes, bill.standing);
    made.numerator = yuan;
    made.denominator = tonnes;
    return &made;
  }
  static void tell(MetricRow& row, const char* basis, PaidMode mode) {
    row.basis = basis;
    row.numerator_kind = to_text(mode);
  }

  const Gauge& gauge_;
  MetricTable& table_;
};

}  // namespace

void add_transport_bill(const Gauge& gauge, MetricTable& table) {
  if (gauge.ledger().prices.empty()) return;
  const std::vector<ChainBill> bills = chain_bills(gauge);
  BillRows rows(gauge, table);
  for (const auto& [key, sums] : bill_table(gauge, bills)) {
    rows.add(key, sums);
    if (!key.firm.empty() || !key.commodity.empty()) continue;
    rows.add_hires(key, "hire_premium", sums.all.hire_premium_fen, sums.all.standing);
    rows.add_hires(key, "outside_trucks", outside_trucks_fen(gauge, bills, key.year.year), sums.all.standing);
    table.push_back(gauge.row("unpriced_tonnes", key.year, "t", tonnes_of(sums.all.unpriced_kg), sums.all.standing));
  }
}

}  // namespace railshift::analysis
