#include "analysis/loads/network_loads.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "analysis/metrics/gauge.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "sim/rules/rail/chain_service.hpp"

namespace railshift::analysis {
namespace {

struct Days {
  Date first, end;  ///< half open
};

/// Reported days by period.
std::map<std::string, Days> days_by_period(const World& world, const ledger::Ledger& ledger) {
  const Gauge gauge(world, ledger, {});
  std::map<std::string, Days> days;
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) {
    for (const Period period : {year_period(m), month_period(m)}) {
      const auto [at, is_new] = days.try_emplace(to_text(period), Days{first_day(m), end_day(m)});
      at->second.end = end_day(m);
    }
  }
  return days;
}

/// Days of a period on which something is open.
int open_days(const Days& days, const std::optional<Date>& opens, const std::optional<Date>& closes) {
  const Date from = std::max(days.first, opens.value_or(days.first));
  const Date to = std::min(days.end, closes.value_or(days.end));
  return std::max(0, to - from);
}

/// Sums by row and month become figures by period.
class Book {
 public:
  Book(const World& world, const ledger::Ledger& ledger, std::size_t rows)
      : gauge_(world, ledger, {}), periods_(load_periods(world, ledger)), days_(days_by_period(world, ledger)), sums_(rows) {}

  void add(std::size_t row, Month month, double amount) {
    if (!gauge_.reported(month)) return;
    for (const Period period : {year_period(month), month_period(month)}) sums_[row][to_text(period)] += amount;
  }
  /// `figure(row, sum, days)` of each row and period.
  template <class Figure>
  [[nodiscard]] LoadTable table(const Figure& figure) const {
    LoadTable table{periods_, std::vector<std::vector<std::optional<double>>>(sums_.size())};
    for (std::size_t row = 0; row < sums_.size(); ++row) {
      for (const std::string& period : periods_) {
        const auto sum = sums_[row].find(period);
        table.rows[row].push_back(figure(row, sum == sums_[row].end() ? 0.0 : sum->second, days_.at(period)));
      }
    }
    return table;
  }

 private:
  Gauge gauge_;
  std::vector<std::string> periods_;
  std::map<std::string, Days> days_;
  std::vector<std::map<std::string, double>> sums_;
};

double days_of(const Days& days) { return static_cast<double>(days.end - days.first); }

}  // namespace

std::vector<std::string> load_periods(const World& world, const ledger::Ledger& ledger) {
  std::set<Period> years, months;
  const Gauge gauge(world, ledger, {});
  for (Month m = gauge.first_reported(); m < gauge.end(); m = m + 1) {
    years.insert(year_period(m));
    months.insert(month_period(m));
  }
  std::vector<std::string> periods;
  for (const auto& some : {years, months}) {
    for (const Period period : some) periods.push_back(to_text(period));
  }
  return periods;
}

LoadTable trucks_on_links(const World& world, const ledger::Ledger& ledger) {
  Book book(world, ledger, world.links.size());
  for (const ledger::LinkRow& row : ledger.links) book.add(row.link.index, row.month, static_cast<double>(row.vehicles));
  return book.table([&](std::size_t row, double vehicles, const Days& days) -> std::optional<double> {
    const Link& link = world.links[Id<Link>{static_cast<std::uint32_t>(row)}];
    if (open_days(days, link.opens, link.closes) == 0) return std::nullopt;
    return vehicles / days_of(days);
  });
}

LoadTable difference(const LoadTable& plan, const LoadTable& baseline) {
  LoadTable table{plan.periods, plan.rows};
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    for (std::size_t p = 0; p < table.periods.size(); ++p) {
      const auto other = std::find(baseline.periods.begin(), baseline.periods.end(), table.periods[p]);
      std::optional<double>& value = table.rows[row][p];
      if (!value) continue;
      const auto beside =
          other == baseline.periods.end() ? std::nullopt : baseline.rows[row][static_cast<std::size_t>(other - baseline.periods.begin())];
      value = beside ? std::optional(*value - *beside) : std::nullopt;
    }
  }
  return table;
}

LoadTable tonnes_on_sections(const World& world, const ledger::Ledger& ledger) {
  std::vector<std::set<std::uint32_t>> sections;
  for (const Chain& chain : world.chains) {
    auto& passed = sections.emplace_back();
    if (!chain.has(Mode::rail)) continue;
    for (const rules::SectionUse& use : rules::sections_of(world, chain)) passed.insert(use.section);
  }
  Book book(world, ledger, world.rail_sections.size());
  for (const ledger::RailRow& row : ledger.rail) {
    for (const std::uint32_t section : sections[row.chain.index]) book.add(section, row.month, tonnes_of(row.departed_kg));
  }
  return book.table([](std::size_t, double tonnes, const Days& days) -> std::optional<double> { return tonnes / days_of(days); });
}

LoadTable siding_loads(const World& world, const ledger::Ledger& ledger) {
  Book book(world, ledger, world.sidings.size());
  for (const ledger::RailRow& row : ledger.rail) {
    const Chain& chain = world.chains[row.chain];
    if (const auto at = rules::loading_siding(world, chain)) book.add(at->index, row.month, tonnes_of(row.departed_kg));
    if (const auto at = rules::unloading_siding(world, chain)) book.add(at->index, row.month, tonnes_of(row.arrived_kg));
  }
  return book.table([&](std::size_t row, double tonnes, const Days& days) -> std::optional<double> {
    const Id<Siding> id{static_cast<std::uint32_t>(row)};
    const auto opens = rules::siding_in_service(world, id);
    const double room = opens ? world.sidings[id].capacity.value * open_days(days, opens, std::nullopt) : 0.0;
    return room > 0.0 ? std::optional(tonnes / room) : std::nullopt;
  });
}

LoadTable firm_rail_shares(const World& world, const MetricTable& metrics, const std::vector<std::string>& periods) {
  LoadTable table{{}, std::vector<std::vector<std::optional<double>>>(world.firms.size())};
  std::copy_if(periods.begin(), periods.end(), std::back_inserter(table.periods), [](const std::string& p) {
    const auto period = period_from_text(p);
    return period && period->is_year();
  });
  const std::vector<Id<Firm>> listed = listed_firms(world);
  for (const Firm& firm : world.firms) {
    const Id<Firm> id = world.firms.id_of(firm);
    const bool is_listed = std::binary_search(listed.begin(), listed.end(), id);
    for (const std::string& period : table.periods) {
      const Scope scope = full_scope(MetricKind::rail_share, {{"firm", firm.id}});
      const MetricRow* row = is_listed ? find_row(metrics, "rail_share", period, scope) : nullptr;
      table.rows[id.index].push_back(row == nullptr ? std::nullopt : std::optional(row->value));
    }
  }
  return table;
}

}  // namespace railshift::analysis
