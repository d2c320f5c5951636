#include "tests/analysis/report_city.hpp"
#include "sim/core/both.hpp"
#include "sim/policy/kinds.hpp"

#include <algorithm>
#include <utility>

using namespace railshift;

namespace small_city {
namespace {

ledger::TrafficRow through_km(Month month, int ring, std::int64_t kilometres) {
  ledger::TrafficRow row;
  row.month = month;
  row.county = "140100";
  row.ring = ring;
  row.vehicle = EmissionClass{VehicleType::heavy, kDiesel5, Fault::sound}.index();
  row.owner = Owner::through;
  row.loaded = true;
  row.counted = true;
  row.metres = kilometres * 1000;
  return row;
}

ledger::ReasonRow reason(const World& w, Month month, const std::string& flow, Reason why, std::int64_t tonnes) {
  return {month, id(w.flows, flow), why, tonnes * 1000};
}

/// `extra_rail` tonnes a month move from road to rail, `old` trucks of National III still stand.
ledger::Ledger run(const World& w, std::int64_t extra_rail, bool with_plan) {
  ledger::Ledger l;
  for (Month m = make_month(2020, 1); m < make_month(2022, 1); m = m + 1) {
    const std::int64_t rail = 100'000 + (m.year() > 2020 ? extra_rail : 0);
    l.chains.push_back(delivered(w, m, "out-rail", rail));
    l.chains.push_back(delivered(w, m, "out-yard", 12'000));
    l.chains.push_back(delivered(w, m, "out-road", 160'000 - rail));
    l.chains.push_back(delivered(w, m, "home-belt", 6'000));
    l.chains.push_back(delivered(w, m, "home-road", 10'000));
    l.reasons.push_back(reason(w, m, "coal-out", Reason::not_accepted_siding, (160'000 - rail) / 3));
    l.reasons.push_back(reason(w, m, "coal-out", Reason::not_chosen, (160'000 - rail) * 2 / 3));
    l.reasons.push_back(reason(w, m, "coal-home", Reason::no_chain, 10'000));
    l.traffic.push_back(through_km(m, 1, with_plan && m.year() > 2020 ? 40'000 : 90'000));
    const int age = m - make_month(2020, 1);
    l.registers.push_back(stock(w, m, "freight", kDiesel3, with_plan ? std::max(0, 2400 - 130 * age) : 2400 - 30 * age, 0));
    l.registers.push_back(stock(w, m, "freight", kDiesel4, 5200 - 20 * age, 0));
    l.registers.push_back(stock(w, m, "freight", kDiesel5, 9100, 0));
    l.registers.push_back(stock(w, m, "freight", kDiesel6, 900 + 90 * age, 90));
    l.registers.push_back(stock(w, m, "slag", kElectric, with_plan ? 100 + 40 * age : 100 + 5 * age, with_plan ? 40 : 5));
    l.registers.push_back(stock(w, m, "slag", kDiesel5, 900, 10));
  }
  l.journal = {{make_month(2021, 1), "duty", "acted", "wishes_priced=1000 t"},
               {make_month(2021, 12), "floor", "idle", "reason=nothing_in_scope"}};
  return l;
}

World report_world() {
  World w = world();
  w.settings.title_zh = "示范市货运结构调整行动计划";
  w.settings.title_en = "Example city action plan";
  w.clauses = Table<Clause>({{"C-1", "plan", "三-12-2", "大宗货物铁路运输比例达到85%", Force::must, "市发展改革委"},
                             {"C-2", "plan", "三-14-1", "全面淘汰国三标准及以下货运车辆 <清零>", Force::must, "市公安局"},
                             {"C-3", "plan", "三-25", "2021年力争达到60%", Force::strive, "市交通运输局"}});
  EmissionFactor nox;
  nox.id = "heavy-diesel-5-nox";
  nox.standard = Standard::china5;
  nox.pollutant = "NOx";
  nox.loaded = GramsPerKilometre{4.0};
  nox.empty = GramsPerKilometre{3.0};
  w.emission_factors = Table<EmissionFactor>(std::vector<EmissionFactor>{nox});
  Parameter price;
  price.id = "choice.cost_coefficient";
  price.unit = "1/(yuan/t)";
  price.value.from(make_date(2020, 1, 1), -0.045);
  price.provenance = {-0.1, -0.02, Standing::assumed, "", "no published coefficient; own-price elasticity of about -1.8"};
  std::vector<Parameter> parameters(w.parameters.begin(), w.parameters.end());
  parameters.push_back(price);
  w.parameters = Table<Parameter>(std::move(parameters));
  const Date due = make_date(2021, 12, 31);
  Target clean = target(w, "T3-clean", MetricKind::clean_share, {}, Operator::at_least, 0.6, "1", due);
  clean.clause = id(w.clauses, "C-3");
  clean.force = Force::strive;
  Target old = target(w, "T2-national-3", MetricKind::register_stock, {{"standard", "<=china3"}}, Operator::at_most, 0, "vehicles", due);
  old.clause = id(w.clauses, "C-2");
  w.targets = Table<Target>(
      {target(w, "T1-rail", MetricKind::rail_share, {{"firm", "*over_threshold"}}, Operator::at_least, 0.85, "1", due), old, clean,
       target(w, "T4-air", MetricKind::exhaust, {{"numerator_kind", "PM2.5_concentration"}}, Operator::at_most, 35, "ug/m3", due)});
  return w;
}

}  // namespace

analysis::report::ReportInput ReportCase::input() const {
  return {{&baseline_world, &baseline_ledger, &baseline, "baseline/"},
          {&plan_world, &plan_ledger, &plan, "plan/"},
          verdicts,
          analysis::compare(baseline, plan),
          same("railshift assess small-city\nseed 1\nsha256 tables/flows.csv 0123abcd")};
}

ReportCase report_case() {
  ReportCase c;
  c.baseline_world = report_world();
  c.plan_world = report_world();
  c.plan_world.measures = Table<Measure>(std::vector<Measure>{measure("retire-national-3", make_date(2020, 6, 1), RetireOrder{})});
  c.baseline_ledger = run(c.baseline_world, 0, false);
  c.plan_ledger = run(c.plan_world, 38'000, true);
  c.baseline = analysis::measure(c.baseline_world, c.baseline_ledger, {"small-city", "baseline", "", 1});
  c.plan = measured(c.plan_world, c.plan_ledger);
  auto second = c.plan;
  for (auto& r : second) {
    if (r.metric == "rail_share") r.value *= 1.02;
  }
  c.verdicts = analysis::judge(c.plan_world, {c.plan, second});
  c.verdicts[1].without_order = 1730.0;
  c.verdicts[1].with_order = c.verdicts[1].value;
  c.verdicts[1].reasons.push_back(analysis::WithoutAlone{"retire-national-3", 1730.0});
  return c;
}

}  // namespace small_city
