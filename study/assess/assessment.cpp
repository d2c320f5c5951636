#include "study/assess/assessment.hpp"

#include "analysis/ceiling/ceiling_csv.hpp"
#include "analysis/ceiling/verdict_ceilings.hpp"
#include "analysis/judge/caveats.hpp"
#include "analysis/judge/headlines.hpp"
#include "analysis/judge/measure_name.hpp"
#include "analysis/judge/status.hpp"
#include "analysis/map/map_layers.hpp"
#include "analysis/metrics/period.hpp"
#include "analysis/metrics/target_scope.hpp"
#include "analysis/metrics/tonnes.hpp"
#include "analysis/report/observed_csv.hpp"
#include "analysis/report/report_document.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "analysis/writers/html/html_page.hpp"
#include "sim/core/both.hpp"
#include "sim/core/failed.hpp"
#include "sim/ledger/run_file.hpp"
#include "study/assess/assessment_runs.hpp"
#include "study/counterfactuals.hpp"
#include "study/plan_extras.hpp"
#include "study/plans/contributions.hpp"
#include "study/refused.hpp"
#include "study/replications.hpp"
#include "study/report_parts.hpp"
#include "study/reproduce.hpp"
#include "study/results/text_file.hpp"
#include "study/shared_past.hpp"
#include "study/simulate.hpp"
#include "study/version.hpp"

namespace railshift::study {
namespace fs = std::filesystem;
namespace {

/// The figures of all runs.
struct Figures {
  Replicated plan;
  Replicated baseline;                 ///< one
  std::optional<Replicated> executed;  ///< one, if it is not the plan's first
  WithoutOrders without;
  ledger::RunFile plan_run, baseline_run;  ///< of the first seed
};

void simulate_all(const std::vector<RunJob>& jobs, int at_a_time, const Watch& watch, const fs::path& root) {
  const auto results = simulate(tasks_of(jobs), at_a_time, watch);
  if (!results) throw Interrupted{root};
  for (const ensemble::TaskResult& result : *results) {
    if (result.code != 0)
      throw Failed(both("{}：{}", "{}: {}", result.name,
                        result.message.empty() ? Words{"守恒关系不成立", "a conservation law is broken"} : result.message));
  }
}

Figures read_figures(const AssessmentRuns& runs, const Variants& variants, Depth depth) {
  Figures figures;
  std::vector<fs::path> plan;
  for (const RunJob& job : runs.plan) plan.push_back(job.folder);
  figures.plan = read_replications(plan);
  figures.baseline = read_replications({runs.baseline.folder});
  if (runs.executed) figures.executed = read_replications({runs.executed->folder});
  figures.plan_run = ledger::read_run_file(runs.plan.front().folder / "run.gpkg");
  figures.baseline_run = ledger::read_run_file(runs.baseline.folder / "run.gpkg");
  if (depth == Depth::quick) return figures;
  for (const LeftOut& set : sets_to_leave_out(*variants.plan.world)) figures.without[set] = read_metrics(runs.run_of(variants, set).folder);
  return figures;
}

/// What every part of the plan brings. One table of metrics at a time: they are large, and few of their rows are asked for.
std::vector<analysis::Contribution> contributions_of(const AssessmentRuns& runs, const Variants& variants, const Figures& figures,
                                                     const std::vector<analysis::Verdict>& verdicts) {
  const World& plan = *variants.plan.world;
  analysis::ContributionInput input;
  input.figures = analysis::contribution_figures(verdicts, figures.plan.metrics.front());
  const auto without = [&](const LeftOut& set) {
    const RunJob& run = runs.run_of(variants, set);
    const analysis::MetricTable metrics = read_metrics(run.folder);
    return analysis::values_of(plan, input.figures, {*run.world, metrics});
  };
  input.plan = without({});
  input.baseline = without(whole_plan(plan));
  for (PartSets& part : part_sets(plan)) input.parts.push_back({std::move(part.part), without(part.itself), without(part.others)});
  return analysis::contributions(input, figures.plan_run.ledger);
}

std::vector<analysis::report::Statement> statements(const Assessed& assessed) {
  std::vector<analysis::report::Statement> all{statement("plan", assessed.plan_records), statement("baseline", {assessed.baseline_record})};
  if (assessed.executed_record) all.push_back(statement("executed", {*assessed.executed_record}));
  return all;
}

/// Verdicts on the plan as executed.
std::vector<analysis::Verdict> executed_verdicts(const Variants& variants, const Figures& figures) {
  if (figures.executed) return verdicts_of(*variants.executed->loaded.world, *figures.executed);
  return verdicts_of(*variants.plan.world, {{figures.plan.metrics.front()}, {figures.plan.records.front()}});
}

std::optional<analysis::ChancesSaid> said_of(const std::optional<MemberAnswer>& answer) {
  if (!answer) return std::nullopt;
  return analysis::ChancesSaid{answer->design.members, answer->design.full,    answer->names,   answer->chances,
                               answer->deciding,       answer->without.size(), answer->observed};
}

/// What executing the plan changes, measures by their names.
Words executed_by_name(const World& world, const Assessed& assessed) {
  const auto said = [&](Language language) {
    const auto name = [&](const std::string& measure) {
      return analysis::measure_name(world, world.measures[*world.measures.find(measure)]).in(language);
    };
    std::vector<ExecutedChange> changes = assessed.executed;
    for (ExecutedChange& change : changes) change.measure = name(change.measure);
    std::vector<std::string> kept;
    for (const std::string& measure : assessed.kept_prices) kept.push_back(name(measure));
    return executed_words(changes, kept).in(language);
  };
  return {said(Language::zh), said(Language::en)};
}

/// document.json in both languages, and report.html in the one that was asked for.
void write_report(const AssessmentRuns& runs, const Figures& figures, const Assessed& assessed, const Request& request,
                  const fs::path& root) {
  const RunJob& first = runs.plan.front();
  const ChildRecord& record = figures.plan.records.front();
  analysis::report::ReportInput input{{runs.baseline.world, &figures.baseline_run.ledger, &figures.baseline.metrics.front(), "baseline/"},
                                      {first.world, &figures.plan_run.ledger, &figures.plan.metrics.front(), "plan/"},
                                      assessed.verdicts,
                                      assessed.comparison,
                                      how_to_reproduce(assess_command_line(request), first, record),
                                      assessed.observed,
                                      parameter_names(),
                                      simulated_end(first),
                                      assessed.ceilings,
                                      first.request.seed,
                                      statements(assessed),
                                      executed_by_name(*first.world, assessed),
                                      assessed.contributions,
                                      assessed.costs,
                                      assessed.levers,
                                      assessed.ways,
                                      said_of(assessed.chances),
                                      {},
                                      input_paths(first),
                                      {},
                                      std::string("railshift ") + kVersion,
                                      hash_facts(first, record)};
  PlanExtras extras = plan_extras(input, assessed.focus_year);
  write_extras(root, *first.world, extras);
  input.schedule = std::move(extras.schedule);
  input.sheets = std::move(extras.sheets);
  const analysis::document::Documents documents = analysis::report::documents_of(input);
  write_text(root / kDocument, analysis::document::to_json(documents));
  write_text(root / "report.html", analysis::writers::html_page(documents.in(request.language)));
}

analysis::CostTable costs_of(const AssessmentRuns& runs, const Figures& figures) {
  return analysis::plan_costs({runs.baseline.world, &figures.baseline_run.ledger, &figures.baseline.metrics.front()},
                              {runs.plan.front().world, &figures.plan_run.ledger, &figures.plan.metrics.front()});
}

/// Where a layer has other firms with a siding than the other, the shares of the two sets stand beside each other and are not compared.
void leave_apart_other_firms(const World& baseline, const World& plan, std::vector<analysis::ComparisonRow>& rows) {
  for (analysis::ComparisonRow& row : rows) {
    const bool depends = analysis::depends_on_sidings(analysis::scope_of(row.key));
    const auto period = depends ? analysis::period_from_text(row.key.period) : std::nullopt;
    if (!period || analysis::listed_with_siding(baseline, period->year) == analysis::listed_with_siding(plan, period->year)) continue;
    row.difference.reset();
    row.percent.reset();
  }
}

/// Where an assessment works, and how it goes on running.
struct Workshop {
  fs::path root;
  LeverRuns& levers;
  const Watch& watch;
};

/// What it takes: levers turned in further runs. Nothing of a quick assessment.
std::optional<analysis::LeverAnswer> levers_of_targets(const Variants& variants, const Figures& figures, const Request& request,
                                                       const Workshop& shop, const std::vector<analysis::Verdict>& verdicts) {
  if (request.depth == Depth::quick) return std::nullopt;
  const RunLevers run = [&](const std::vector<LeverSettings>& settings) {
    const std::vector<RunJob> jobs = shop.levers.prepare(settings);
    if (!jobs.empty()) simulate_all(jobs, request.jobs, shop.watch, shop.root);
    return shop.levers.read();
  };
  const std::vector<LeverRun> screened = shop.levers.read();
  const LeverQuestion question{shop.levers.levers(), shop.levers.left_out(), verdicts,
                               verdicts_of(*variants.plan.world, {{figures.plan.metrics.front()}, {figures.plan.records.front()}})};
  return lever_answer(question, screened, run);
}

/// What each listed firm can do, in the year of single-year tables.
std::vector<analysis::FirmWays> ways_of_firms(const RunJob& plan, const std::string& year) {
  if (year.empty() || plan.base == nullptr) return {};
  const ledger::RunFile run = ledger::read_run_file(plan.folder / "run.gpkg");
  return analysis::firm_ways({plan.world, &run.ledger}, plan.base->state, std::stoi(year));
}

/// How sure: members of the plan in further runs. Nothing of a quick assessment.
std::optional<MemberAnswer> chances_of(const Variants& variants, const Request& request, const Workshop& shop) {
  if (request.depth == Depth::quick) return std::nullopt;
  return member_answer(request, variants.plan, request.design, shop.root / "parts" / "members", shop.watch);
}

/// Everything after the runs.
Assessed conclude(const AssessmentRuns& runs, const Variants& variants, const Request& request, const Workshop& shop) {
  const fs::path& root = shop.root;
  const World& world = *variants.plan.world;
  const Figures figures = read_figures(runs, variants, request.depth);
  Assessed assessed;
  assessed.folder = request.out;
  assessed.names = analysis::names_of(world);
  assessed.caveats = analysis::caveats_of(world);
  assessed.verdicts = verdicts_of(world, figures.plan);
  add_counterfactuals(world, figures.without, figures.plan.metrics.front(), assessed.verdicts);
  // what can be: with every siding on its stated day, as in the plan as executed
  assessed.ceilings = analysis::add_ceilings(variants.executed ? *variants.executed->loaded.world : world, assessed.verdicts,
                                             analysis::base_tonnes_of(world, figures.plan.metrics));
  analysis::add_status(world, executed_verdicts(variants, figures), assessed.verdicts);
  if (request.depth == Depth::full) assessed.contributions = contributions_of(runs, variants, figures, assessed.verdicts);
  assessed.focus_year = analysis::focus_year(figures.plan.metrics.front(), assessed.verdicts);
  assessed.levers = levers_of_targets(variants, figures, request, shop, assessed.verdicts);
  if (assessed.levers) assessed.ways = ways_of_firms(runs.plan.front(), assessed.focus_year);
  assessed.chances = chances_of(variants, request, shop);
  assessed.comparison = analysis::compare(figures.baseline.metrics.front(), figures.plan.metrics.front(),
                                          {variants.baseline.world->settings.base_year, world.settings.base_year});
  leave_apart_other_firms(*variants.baseline.world, world, assessed.comparison);
  assessed.costs = costs_of(runs, figures);
  assessed.observed = analysis::beside_observed(world, figures.plan.metrics);
  if (variants.executed) assessed.executed = variants.executed->changes;
  assessed.kept_prices = kept_prices(world);
  assessed.plan_records = figures.plan.records;
  assessed.baseline_record = figures.baseline.records.front();
  if (figures.executed) assessed.executed_record = figures.executed->records.front();
  write_text(root / "verdicts.csv", analysis::to_csv(assessed.verdicts));
  if (assessed.contributions) write_text(root / "contributions.csv", analysis::to_csv(*assessed.contributions));
  write_text(root / "ceilings.csv", analysis::to_csv(assessed.ceilings));
  if (assessed.levers) {
    write_text(root / "levers.csv", analysis::to_csv(*assessed.levers));
    write_text(root / "ways.csv", analysis::to_csv(assessed.ways));
  }
  if (assessed.chances) {
    write_text(root / "chances.csv", analysis::to_csv(assessed.chances->chances));
    write_text(root / "deciding.csv", analysis::to_csv(assessed.chances->deciding));
    write_text(root / "members.csv", members_csv(*assessed.chances));
  }
  write_text(root / "comparison.csv", analysis::to_csv(assessed.comparison, "baseline", "plan"));
  write_text(root / "costs.csv", analysis::to_csv(assessed.costs));
  write_text(root / "observed.csv", analysis::to_csv(assessed.observed));
  ledger::write_layer_file(
      root / "map.gpkg",
      analysis::assessment_layers({&world, &figures.plan_run.ledger}, {runs.baseline.world, &figures.baseline_run.ledger}),
      to_string(simulated_end(runs.plan.front())));
  write_report(runs, figures, assessed, request, root);
  complete(runs.plan.front(), assessed.verdicts);
  complete(runs.baseline, verdicts_of(*variants.baseline.world, figures.baseline));
  fs::remove_all(root / "parts");
  complete_assessment(root);
  return assessed;
}

}  // namespace

Assessed assess(const Request& request, const Watch& watch) {
  Request asked = request;
  asked.replications = kSeeds;
  const Variants variants = load_variants(asked);
  if (asked.out.empty()) asked.out = fs::path("runs") / (variants.plan.world->settings.id + "-assess");
  ResultFolder results(asked.out, asked.replace);
  const fs::path root = results.partial();
  BaseYears base_years(asked, watch, {root});
  const AssessmentRuns runs = assessment_runs(variants, asked, base_years, root);
  LeverRuns levers(variants, asked, base_years, root);
  std::vector<RunJob> jobs = runs.all();
  // What is run before anything is known shares its past with the rest.
  const std::vector<RunJob> screened = levers.prepare(screening(levers.levers()));
  jobs.insert(jobs.end(), screened.begin(), screened.end());
  simulate_all(jobs, asked.jobs, watch, root);
  Assessed assessed = conclude(runs, variants, asked, {root, levers, watch});
  results.finish();
  return assessed;
}

}  // namespace railshift::study
