// The section on which clause does it, and the strongest clauses on the terminal.
#include <catch2/catch.hpp>

#include "analysis/words/contribution_words.hpp"
#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace contribution_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;
using analysis::Contribution;
using analysis::Demand;
using analysis::PartKind;

namespace {

bool has(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

Contribution row(const std::string& id, double one_out, double one_in) {
  Contribution c;
  c.part = {PartKind::measure, id, {id}, {"措施" + id, "measure " + id}};
  c.figure = {"T1-rail", "rail_share", {}, "2021", "1", Demand{Operator::at_least, 0.85}};
  c.plan = 0.75;
  c.without = 0.75 - one_out;
  c.one_out = one_out;
  c.baseline = 0.25;
  c.with_alone = 0.25 + one_in;
  c.one_in = one_in;
  c.small = 0.01;
  return c;
}

/// m-duty 12.5 points alone, 25 beside the others; m-siding the other way round; m-floor nothing, as nobody obeys.
std::vector<Contribution> rows() {
  std::vector<Contribution> all{row("m-floor", 0.0, 0.0), row("m-siding", 0.0, 0.375), row("m-duty", 0.25, 0.125)};
  all[0].reason = policy::IdleReason::nobody_obeys;
  all[1].reason = policy::IdleReason::others_first;
  return all;
}

std::string page_of(const std::optional<std::vector<Contribution>>& contributions, Language language) {
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  input.contributions = contributions;
  return report_text(input, language);
}

}  // namespace

TEST_CASE("the page has the parts of every target by strength, in points, and why a part does little", "[analysis]") {
  const std::string en = page_of(rows(), Language::en);
  CHECK(has(en, "Which clause does it"));
  const auto siding = en.find("measure m-siding"), duty = en.find("measure m-duty"), floor = en.find("measure m-floor");
  REQUIRE(siding != std::string::npos);
  CHECK(siding < duty);
  CHECK(duty < floor);
  CHECK(has(en, "+37.50"));
  CHECK(has(en, "+25.00"));
  CHECK(has(en, "+12.50"));
  CHECK(has(en, "other measures of the plan do it as well"));
  CHECK(has(en, "measure m-floor | its compliance is 0"));
  const std::string zh = page_of(rows(), Language::zh);
  CHECK(has(zh, "哪一条款起作用"));
  CHECK(has(zh, "别的措施也能做到"));
  CHECK(has(zh, "措施m-floor | 执行率为零"));
  CHECK(has(zh, "contributions.csv"));
}

TEST_CASE("figures of the whole city stand below, those that a part moves little are left out", "[analysis]") {
  std::vector<Contribution> all = rows();
  Contribution tonnes = row("m-duty", 5'000.0, 4'000.0);
  tonnes.figure = {"", "rail_tonnes", {{"basis", "main_haul"}}, "2021", "t", {}};
  tonnes.plan = 9'000.0;
  tonnes.small = 1.0;
  Contribution little = tonnes;
  little.part.name = {"别处", "elsewhere"};
  little.one_out = 0.5;
  little.one_in = 0.0;
  all.push_back(tonnes);
  all.push_back(little);
  const std::string en = page_of(all, Language::en);
  CHECK(has(en, "The whole city (2021"));
  CHECK(has(en, "+5,000 t"));
  CHECK(has(en, "+4,000 t"));
  CHECK_FALSE(has(en, "elsewhere"));
}

TEST_CASE("a quick assessment and a plan without measures say that there are no contributions", "[analysis]") {
  CHECK(has(page_of(std::nullopt, Language::en), "No measure was left out or run alone (--quick)"));
  CHECK(has(page_of(std::nullopt, Language::zh), "未逐项去掉或单留措施（--quick）"));
  CHECK(has(page_of(std::vector<Contribution>{}, Language::en), "The plan has no measure, or there is no figure of a whole year"));
}

TEST_CASE("the terminal names the strongest clause of every target with both of its effects", "[analysis]") {
  const std::string en = analysis::strongest_text(rows(), Language::en);
  CHECK(has(en, "strongest clause"));
  CHECK(has(en, "measure m-siding"));
  CHECK(has(en, "+37.50 points"));
  CHECK_FALSE(has(en, "m-duty"));
  CHECK(has(analysis::strongest_text(rows(), Language::zh), "贡献最大的条款"));
  const std::string none = analysis::strongest_text({rows().front()}, Language::en);
  CHECK(has(none, "no measure brings it noticeably nearer"));
  CHECK(analysis::strongest_text({}, Language::en).empty());
}

TEST_CASE("every reason of a small effect has words in both languages", "[analysis]") {
  for (int i = 0; i < policy::kIdleReasons; ++i) {
    const analysis::SmallReason reason = static_cast<policy::IdleReason>(i);
    CHECK_FALSE(analysis::sentence(reason, Language::zh).empty());
    CHECK(analysis::sentence(reason, Language::zh) != analysis::sentence(reason, Language::en));
    CHECK(analysis::sentence(reason, Language::en) != analysis::to_text(reason));
  }
  CHECK(analysis::sentence(policy::EffectKind::siding_used, Language::en) ==
        "what it does: mass through the siding that it opened; this figure hangs little on it");
}

TEST_CASE("page and terminal have the contributions to a clause in its main reading, the others stand in the file", "[analysis]") {
  std::vector<Contribution> all = rows();
  Contribution other = row("m-elsewhere", 0.5, 0.5);
  other.figure.target = "tg-other";
  other.figure.reading_of = all.front().figure.target;
  all.push_back(other);
  CHECK_FALSE(has(analysis::strongest_text(all, Language::en), "tg-other"));
  CHECK_FALSE(has(analysis::strongest_text(all, Language::en), "m-elsewhere"));
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  input.verdicts.push_back(input.verdicts.front());
  input.verdicts.back().target = "tg-other";
  input.verdicts.back().reading_of = all.front().figure.target;
  input.contributions = all;
  CHECK_FALSE(has(report_text(input, Language::en), "m-elsewhere"));
}

}  // namespace contribution_section_test
