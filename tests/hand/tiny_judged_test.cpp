// Sections 11 and 12 of tiny.md: shares and verdicts.
#include <catch2/catch.hpp>

#include <algorithm>

#include "analysis/judge/verdicts.hpp"
#include "analysis/metrics/metrics.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "tests/hand/tiny_run.hpp"

namespace railshift::hand::tiny_judged_test {
namespace {

using analysis::Basis;
using analysis::MetricRow;
using analysis::MetricTable;
using analysis::Outcome;
using analysis::Verdict;

MetricTable metrics_of(const Town& town) { return analysis::measure(town.world, town.ledger, {"tiny", "plan", "", 1}); }

/// The one row with this scope; every field not named must be empty.
const MetricRow& row_of(const MetricTable& table, const MetricRow& like) {
  for (const MetricRow& r : table) {
    if (r.metric == like.metric && r.firm == like.firm && r.commodity == like.commodity && r.numerator_kind == like.numerator_kind &&
        r.basis == like.basis && r.denominator_kind == like.denominator_kind && r.direction == like.direction && r.period == like.period) {
      return r;
    }
  }
  throw std::runtime_error("no such metric row: " + like.metric);
}

MetricRow rail_share(const char* firm, const char* basis, const char* year) {
  MetricRow r;
  r.metric = "rail_share";
  r.firm = firm;
  r.numerator_kind = "rail";
  r.denominator_kind = "rail_road";
  r.basis = basis;
  r.direction = "both";
  r.period = year;
  return r;
}

MetricRow clean_share(const char* kind, const char* basis, const char* year) {
  MetricRow r;
  r.metric = "clean_share";
  r.numerator_kind = kind;
  r.basis = basis;
  r.period = year;
  return r;
}

void check_share(const MetricTable& table, const MetricRow& like, double part, double whole) {
  INFO(like.metric << " " << like.firm << " " << like.numerator_kind << " " << like.basis << " " << like.period);
  const MetricRow& row = row_of(table, like);
  REQUIRE(row.numerator);
  REQUIRE(row.denominator);
  CHECK(*row.numerator == Approx(part));
  CHECK(*row.denominator == Approx(whole));
  CHECK(row.value == Approx(part / whole));
}

}  // namespace

TEST_CASE("tiny: rail share at the gate and in the main haul are different questions for the mine", "[hand]") {
  const MetricTable table = metrics_of(planned_town());
  check_share(table, rail_share("", "main_haul", "2023"), 16800 + 3000, 87300);
  check_share(table, rail_share("", "main_haul", "2024"), 18200 + 28500, 91250);
  check_share(table, rail_share("fm-works", "gate", "2023"), 3000, 52500);
  check_share(table, rail_share("fm-works", "gate", "2024"), 28500, 55050);
  check_share(table, rail_share("fm-mine", "gate", "2024"), 0, 54200);
  check_share(table, rail_share("fm-mine", "main_haul", "2024"), 18200, 54200);
}

TEST_CASE("tiny: the four readings of the clean share", "[hand]") {
  const MetricTable table = metrics_of(planned_town());
  check_share(table, clean_share("clean_with_china6", "tonnes", "2023"), 19800 + 6000 + 10500 + 7500 + 315, 92700);
  check_share(table, clean_share("clean_without_china6", "tonnes", "2023"), 19800, 92700);
  check_share(table, clean_share("clean_with_china6", "entries", "2023"), 400 + 350 + 250 + 21, 3210);
  check_share(table, clean_share("clean_without_china6", "entries", "2023"), 0, 3210);
  check_share(table, clean_share("clean_with_china6", "tonnes", "2024"), 46700 + 18000 + 8550 + 18000 + 1665, 96650);
  check_share(table, clean_share("clean_without_china6", "tonnes", "2024"), 46700, 96650);
  check_share(table, clean_share("clean_with_china6", "entries", "2024"), 1200 + 285 + 600 + 111, 2445);
}

TEST_CASE("tiny: growth of rail tonnes is volume, share and interaction", "[hand]") {
  const MetricTable table = metrics_of(planned_town());
  const auto value = [&](const char* metric) {
    for (const MetricRow& r : table) {
      if (r.metric == metric && r.firm.empty() && r.commodity.empty() && r.basis == "main_haul" && r.direction == "both" &&
          r.period == "2024")
        return r.value;
    }
    throw std::runtime_error(metric);
  };
  // all goods by rail and road: T0 = 92,700, s0 = 19,800 / 92,700; T1 = 96,650, s1 = 46,700 / 96,650
  CHECK(value("rail_tonnes_change") == Approx(26900));
  CHECK(value("rail_tonnes_volume_effect") == Approx(843.689).epsilon(1e-6));
  CHECK(value("rail_tonnes_share_effect") == Approx(24991.413).epsilon(1e-6));
  CHECK(value("rail_tonnes_interaction") == Approx(1064.898).epsilon(1e-6));
}

TEST_CASE("tiny: one verdict of every basis", "[hand]") {
  const Town& town = planned_town();
  const std::vector<Verdict> verdicts = analysis::judge(town.world, {metrics_of(town)});
  struct Row {
    const char* target;
    double value;
    Outcome outcome;
    Basis basis;
    const char* why;
  };
  const Row rows[] = {{"tg-china3", 0, Outcome::met, Basis::ordered, "ordered_by: ms-retire"},
                      {"tg-clean", 92915.0 / 96650, Outcome::met, Basis::ordered, "ordered_by: ms-gate"},
                      {"tg-coking", 0, Outcome::missed, Basis::by_definition, "no_rail_chain"},
                      {"tg-mixer", 1, Outcome::met, Basis::ordered, "ordered_by: ms-mixer"},
                      {"tg-nox", 5.2550, Outcome::missed, Basis::emergent, "no_measure"},
                      {"tg-rail-2022", 12000, Outcome::met, Basis::observed, "observed"},
                      {"tg-rail-2024", 46700, Outcome::met, Basis::emergent, "no_measure"},
                      {"tg-sanitation", 0.5, Outcome::met, Basis::ordered, "ordered_by: ms-sanitation"},
                      {"tg-slag-2023", 0.3, Outcome::met, Basis::ordered, "ordered_by: ms-slag"},
                      {"tg-slag-2024", 0.6, Outcome::met, Basis::ordered, "ordered_by: ms-slag"},
                      {"tg-through", 0, Outcome::met, Basis::ordered, "ordered_by: ms-through"},
                      {"tg-works", 28500.0 / 55050, Outcome::missed, Basis::ordered, "ordered_by: ms-duty"}};
  for (const Row& row : rows) {
    INFO(row.target);
    const auto found = std::find_if(verdicts.begin(), verdicts.end(), [&](const Verdict& v) { return v.target == row.target; });
    REQUIRE(found != verdicts.end());
    REQUIRE(found->value);
    CHECK(*found->value == Approx(row.value));
    CHECK(found->outcome == row.outcome);
    CHECK(found->basis == row.basis);
    CHECK(analysis::csv_text(found->reasons).starts_with(row.why));
  }
}

TEST_CASE("tiny: what the model does not know is not testable", "[hand]") {
  const Town& town = planned_town();
  for (const Verdict& v : analysis::judge(town.world, {metrics_of(town)})) {
    CHECK((v.outcome == Outcome::not_testable) == (v.target == "tg-ozone"));
  }
}

}  // namespace railshift::hand::tiny_judged_test
