// The section on what targets can reach at most.
#include <catch2/catch.hpp>

#include "tests/analysis/report_city.hpp"
#include "tests/analysis/report_text.hpp"

namespace ceiling_section_test {

using namespace railshift;
using namespace small_city;
namespace report = railshift::analysis::report;

namespace {

analysis::Ceilings some_ceilings() {
  analysis::TargetCeiling rail;
  rail.target = "T1-rail";
  rail.unit = "1";
  rail.chains = 0.671;
  rail.capacity = 0.514;
  rail.chains_bound = 0.675;
  rail.capacity_bound = 0.521;
  rail.binding = {{"siding:fence", rules::LimitKind::siding, 12, 1.0, 0.0},
                  {"section:section:forward", rules::LimitKind::line, 3, 0.25, 3500.0}};
  rail.firms = analysis::FirmsCeiling{13, 5, 3, 4};
  analysis::TargetCeiling clean;
  clean.target = "T3-clean";
  clean.unit = "1";
  clean.chains = clean.capacity = clean.chains_bound = clean.capacity_bound = 0.4;
  clean.trucks_count = true;
  return {{rail, clean}, {}, {}};
}

bool has(const std::string& page, const std::string& text) { return page.find(text) != std::string::npos; }

}  // namespace

TEST_CASE("the page shows what a target can reach, what is full and what a tonne of it is worth", "[analysis]") {
  const ReportCase c = report_case();
  report::ReportInput input = c.input();
  input.ceilings = some_ceilings();
  input.verdicts[0].ceiling = 0.675;  // as add_ceilings writes them
  input.verdicts[0].ceiling_capacity = 0.521;
  const std::string zh = report_text(input, Language::zh);
  CHECK(has(zh, "目标的可达上限"));
  CHECK(has(zh, "| 67.50% | 52.10% | 51.40% |"));
  CHECK(has(zh,
            "逐家判定：按此口径有货量的名单企业 13 家中，按运输链 5 家各自可达到；计入能力，同时可达到 3 家。（未证明：至多 4，相差 1）"));
  const std::string en = report_text(input, Language::en);
  CHECK(has(en, "fence 1 t/t (12 months)"));
  // 0.25 t for each tonne, of a train of 3,500 t 875 a slot
  CHECK(has(en, "path slots of section, forward 0.250 t/t (3 months), 875 t a path slot"));
  CHECK(has(en, "clean trucks can carry the rest"));
}

TEST_CASE("without targets of tonnes there is no section on what they can reach", "[analysis]") {
  const ReportCase c = report_case();
  CHECK_FALSE(has(report_text(c.input(), Language::en), "What targets can reach at most"));
}

}  // namespace ceiling_section_test
