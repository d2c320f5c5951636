/// The quick twin beside the full run of tiny: same draws, same constants, same seed.
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <tuple>

#include "analysis/audit/audit.hpp"
#include "analysis/metrics/metrics.hpp"
#include "sim/engine/months/run_by_months.hpp"
#include "tests/hand/tiny_run.hpp"

namespace twin_of_tiny_test {

using namespace railshift;

namespace {

const World& planned() {
  static const World world = hand::load_town(Layer::plan, {});
  return world;
}

const ledger::Ledger& twin() {
  static const ledger::Ledger ledger = [] {
    engine::Replication replication;
    replication.seed = planned().settings.seed;
    return engine::run_by_months(planned(), replication).ledger;
  }();
  return ledger;
}

const ledger::Ledger& full() { return hand::planned_town().ledger; }

using Figures = std::map<std::vector<std::string>, double>;

/// Figures of a metric by all that tells them apart, of whole years.
Figures figures(const ledger::Ledger& ledger, const std::string& metric) {
  Figures found;
  for (const analysis::MetricRow& r : analysis::measure(planned(), ledger, {"tiny", "plan", "", 1})) {
    if (r.metric != metric || r.period.size() != 4) continue;
    found[{r.firm, r.county, r.commodity, r.haul_class, r.numerator_kind, r.basis, r.denominator_kind, r.direction, r.level, r.period}] =
        r.value;
  }
  return found;
}

double tonnes(const ledger::Ledger& ledger, int year, Mode mode) {
  double t = 0.0;
  for (const ledger::ChainRow& row : ledger.chains) {
    if (row.month.year() == year && planned().chains[row.chain].main_mode() == mode) t += static_cast<double>(row.delivered_kg) / 1000.0;
  }
  return t;
}

using ChainRows = std::vector<std::tuple<Month, std::uint32_t, std::int64_t, std::int64_t>>;

/// What was planned and delivered by chain, before a month; of all months if it is none.
ChainRows chains(const ledger::Ledger& ledger, Month before) {
  ChainRows rows;
  for (const ledger::ChainRow& r : ledger.chains) {
    if (before == Month{} || r.month < before) rows.emplace_back(r.month, r.chain.index, r.planned_kg, r.delivered_kg);
  }
  return rows;
}

}  // namespace

TEST_CASE("the twin of tiny breaks no conservation law", "[months]") {
  const analysis::AuditResult result = analysis::audit(planned(), twin());
  for (const analysis::Breach& b : result.breaches)
    UNSCOPED_INFO(b.table << " " << b.month << " " << b.key << ": " << b.identity << " " << b.residual);
  CHECK(result.breaches.empty());
  CHECK(result.identities.size() > 50);
}

TEST_CASE("the twin of tiny has the register of the full run, truck by truck and month by month", "[months]") {
  using Key = std::tuple<Month, std::uint32_t, int, std::uint8_t>;
  const auto tallies = [](const ledger::Ledger& ledger) {
    std::map<Key, std::vector<std::int64_t>> rows;
    for (const ledger::RegisterFoldRow& r : ledger.registers) {
      auto& row = rows[{r.month, r.tally.segment.index, static_cast<int>(r.tally.vehicle_type), r.tally.access.index()}];
      row = {r.tally.open, r.tally.joined, r.tally.close, r.tally.ordered_joined, r.tally.mileage_metres};
      row.insert(row.end(), r.tally.left.begin(), r.tally.left.end());
      row.insert(row.end(), r.tally.sold_away.begin(), r.tally.sold_away.end());
    }
    return rows;
  };
  CHECK(tallies(twin()).size() > 10);
  CHECK(tallies(twin()) == tallies(full()));
}

TEST_CASE("rail shares of the twin of tiny lie within half a point of the full run", "[months]") {
  const Figures of_twin = figures(twin(), "rail_share"), of_full = figures(full(), "rail_share");
  REQUIRE(!of_full.empty());
  CHECK(of_twin.size() == of_full.size());
  for (const auto& [key, value] : of_full) {
    const auto at = of_twin.find(key);
    std::string name;
    for (const std::string& part : key) name += part + " ";
    INFO(name);
    REQUIRE(at != of_twin.end());
    CHECK(at->second == Approx(value).margin(0.005));
  }
}

TEST_CASE("rail and road tonnes of the twin of tiny are those of the full run but for a train load", "[months]") {
  for (const int year : {2023, 2024}) {
    CHECK(tonnes(twin(), year, Mode::rail) == Approx(tonnes(full(), year, Mode::rail)).margin(2000.0));
    CHECK(tonnes(twin(), year, Mode::truck) == Approx(tonnes(full(), year, Mode::truck)).epsilon(0.02));
  }
}

TEST_CASE("NOx of the twin of tiny lies within two per cent of the full run in every year", "[months]") {
  const auto nox = [](const ledger::Ledger& ledger) {
    std::map<std::string, double> by_year;
    for (const analysis::MetricRow& r : analysis::measure(planned(), ledger, {"tiny", "plan", "", 1})) {
      const bool whole = r.basis.empty() && r.standard.empty() && r.ring.empty() && r.county.empty() && r.period.size() == 4;
      if (r.metric == "exhaust" && r.numerator_kind == "NOx" && whole) by_year[r.period] = r.value;
    }
    return by_year;
  };
  const auto of_twin = nox(twin()), of_full = nox(full());
  REQUIRE(of_full.size() == 2);
  for (const auto& [year, value] : of_full) {
    INFO(year);
    CHECK(of_twin.at(year) == Approx(value).epsilon(0.02));
  }
}

TEST_CASE("the twin settles its own base year: what sidings and lines cost without queues", "[months]") {
  const rules::BaseState state = engine::settle_by_months(planned());
  const auto siding = [&](const char* id) { return state.siding_delay_h.at(planned().sidings.find(id)->index); };
  // No train ran at the works, whose siding the plan opens: the prior of 2 h stands. At the yard the trains of one movement never queue.
  CHECK(siding("sd-works") == 2.0);
  CHECK(siding("sd-yard") == 0.0);
  // On the eastern line a path starts every hour, and trains of one movement wait half of it on the mean. Over the western one none ran.
  CHECK(state.line_delay_h.at(planned().lines.find("ln-east")->index) == Approx(0.5).margin(0.001));
  CHECK(state.line_delay_h.at(planned().lines.find("ln-west")->index) == 0.0);
  for (const auto& [truck_class, factor] : state.road_rate_factor) CHECK(factor >= 1.0);
}

TEST_CASE("two runs of the twin are the same", "[months]") {
  engine::Replication replication;
  replication.seed = planned().settings.seed;
  CHECK(chains(engine::run_by_months(planned(), replication).ledger, Month{}) == chains(twin(), Month{}));
}

TEST_CASE("a run that turns into the baseline is the plan before that month, and goes without the plan's siding from it on", "[months]") {
  engine::Replication replication;
  replication.seed = planned().settings.seed;
  const World baseline = hand::load_town(Layer::baseline, {});
  const Month turn = make_month(2024, 1);
  replication.before_month = [&](Month month) {
    return month == turn ? std::optional(engine::Turn{&baseline, std::nullopt}) : std::nullopt;
  };
  const ledger::Ledger turned = engine::run_by_months(planned(), replication).ledger;
  CHECK(chains(turned, turn) == chains(twin(), turn));
  CHECK(tonnes(turned, 2024, Mode::rail) < 0.6 * tonnes(twin(), 2024, Mode::rail));
}

}  // namespace twin_of_tiny_test
