#include "analysis/audit/audit.hpp"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "analysis/audit/audit_book.hpp"

namespace railshift::analysis {

AuditBook::AuditBook(const World& a_world, const ledger::Ledger& l)
    : world(a_world),
      service(l.service),
      traffic(l.traffic),
      links(l.links),
      stations(l.stations),
      waits(l.waits),
      stocks(l.stocks),
      rail(l.rail),
      chains(l.chains),
      reasons(l.reasons),
      flows(l.flows),
      registers(l.registers),
      frozen_bases(l.frozen_bases),
      effects(l.effects),
      diverted(l.diverted),
      drift(l.drift),
      prices(l.prices),
      pools(l.pools),
      load_waits(l.load_waits),
      labels_(a_world) {}

Identity& AuditBook::identity(std::string tables, std::string statement, std::string unit) {
  return identities_.emplace_back(Identity{std::move(tables), std::move(statement), std::move(unit)});
}

AuditResult AuditBook::result() const {
  AuditResult result;
  result.breaches = breaches_;
  for (const Identity& i : identities_)
    result.identities.push_back(fmt::format("{}: {} [{}] ({} checked)", i.tables, i.statement, i.unit, i.instances));
  for_each_sheet([&](const auto& sheet) {
    for (std::string& gap : sheet.uncovered()) result.uncovered.push_back(std::move(gap));
  });
  return result;
}

namespace {

template <class Row>
void check_unique(AuditBook& book, Sheet<Row>& sheet) {
  Identity& identity = book.identity(std::string(sheet.name()), "at most one row a key", "rows");
  std::vector<std::size_t> order(sheet.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto before = [&](std::size_t a, std::size_t b) { return ledger::compare_keys(sheet[a], sheet[b]) < 0; };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::stable_sort(order.begin(), order.end(), before);
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::int64_t same = i > 0 && ledger::compare_keys(sheet[order[i - 1]], sheet[order[i]]) == 0 ? 1 : 0;
    book.check(identity, same, [&] { return book.where(sheet, order[i]); });
  }
}

template <class Row>
void check_not_negative(AuditBook& book, Sheet<Row>& sheet) {
  Identity& identity = book.identity(std::string(sheet.name()), "no number is below 0", "as the column");
  for (const std::string_view name : sheet.measures()) {
    const auto column = sheet.column(name);
    for (std::size_t row = 0; row < sheet.size(); ++row) {
      const auto where = [&] {
        Where place = book.where(sheet, row);
        place.key += " column=" + std::string(name);
        return place;
      };
      book.check(identity, std::min<std::int64_t>(column.peek(row), 0), where);
    }
  }
}

}  // namespace

void audit_shape(AuditBook& book) {
  const auto both = [&](auto& sheet) {
    check_unique(book, sheet);
    check_not_negative(book, sheet);
  };
  both(book.service), both(book.traffic), both(book.links), both(book.stations), both(book.waits), both(book.stocks), both(book.rail);
  both(book.chains), both(book.reasons), both(book.flows), both(book.registers), both(book.frozen_bases), both(book.pools);
  both(book.effects), both(book.diverted), both(book.drift), both(book.prices), both(book.load_waits);
}

namespace {

AuditResult audit_of(const World& world, const ledger::Ledger& ledger, const MetricTable* published) {
  AuditBook book(world, ledger);
  audit_shape(book);
  audit_flows(book);
  audit_places(book);
  audit_fleet(book);
  audit_road(book);
  audit_effects(book);
  audit_prices(book);
  audit_trucks(book, ledger);
  audit_exhaust(book, ledger, published);
  return book.result();
}

}  // namespace

AuditResult audit(const World& world, const ledger::Ledger& ledger) { return audit_of(world, ledger, nullptr); }

AuditResult audit(const World& world, const ledger::Ledger& ledger, const MetricTable& published) {
  return audit_of(world, ledger, &published);
}

}  // namespace railshift::analysis
