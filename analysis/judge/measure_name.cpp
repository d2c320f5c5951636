#include "analysis/judge/measure_name.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include "sim/core/both.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/rules/goods/balance_names.hpp"

namespace railshift::analysis {
namespace {

/// How much is said to tell measures apart.
enum class Said { little, trucks, day, all };

/// The fleets that it binds; empty where it names none.
Words trucks_of(const World& world, const Measure& measure) {
  std::vector<Id<Segment>> segments;
  if (const auto* retire = policy::as<RetireOrder>(measure)) segments = retire->segments;
  if (const auto* quota = policy::as<StockQuota>(measure)) segments = quota->segments;
  if (const auto* new_only = policy::as<NewOnly>(measure)) segments = new_only->segments;
  if (const auto* frozen = policy::as<FrozenBaseOrder>(measure)) segments = {frozen->segment};
  Words names;
  for (const Id<Segment> id : segments) {
    const Segment& segment = world.segments[id];
    const Words one{segment.name_zh.empty() ? segment.id : segment.name_zh, segment.name_en.empty() ? segment.id : segment.name_en};
    names = names.zh.empty() ? one : both("{}、{}", "{}, {}", names, one);
  }
  return names;
}

Words from_to(const World& world, const Words& name, Id<Site> origin, Id<Site> destination) {
  return both("{}：{}至{}", "{}: {} to {}", name, rules::site_name(world, origin), rules::site_name(world, destination));
}

/// What the site does, if it does one thing.
Words site_words(const World& world, const SiteChange& change, const Words& kind) {
  const int things = (change.opens ? 1 : 0) + (change.closes ? 1 : 0) + (change.rates.empty() ? 0 : 1);
  Words what = kind;
  if (things == 1 && change.opens) what = {"厂区投产", "site opens"};
  if (things == 1 && change.closes) what = {"厂区关停", "site closes"};
  if (things == 1 && !change.rates.empty()) what = {"厂区部分开工", "site runs in part"};
  return both("{}：{}", "{}: {}", what, rules::site_name(world, change.site));
}

Words named(const World& world, const Measure& measure, Said said) {
  const policy::KindRow& kind = policy::kind_of(measure);
  Words name{std::string(kind.zh), std::string(kind.en)};
  if (const auto* opens = policy::as<SidingOpens>(measure)) {
    const Siding& siding = world.sidings[opens->siding];
    const std::string& called = siding.name_zh.empty() ? siding.id : siding.name_zh;
    name = both("{}：{}", "{}: {}", name, called);
  }
  if (const auto* change = policy::as<SiteChange>(measure)) name = site_words(world, *change, name);
  if (const auto* belt = policy::as<BeltOpens>(measure)) name = from_to(world, name, belt->origin, belt->destination);
  if (const auto* pipe = policy::as<PipeOpens>(measure)) name = from_to(world, name, pipe->origin, pipe->destination);
  const Words day = both("{} 起", "from {}", to_string(measure.from));
  Words about = measure.clause ? same(clause_number(world.clauses[*measure.clause])) : day;
  if (const Words trucks = trucks_of(world, measure); said != Said::little && !trucks.zh.empty())
    name = both("{}：{}", "{}: {}", name, trucks);
  if (said >= Said::day && measure.clause) about = both("{}，{}", "{}, {}", about, day);
  if (said == Said::all) about = both("{}，{}", "{}, {}", about, measure.id);
  return both("{}（{}）", "{} ({})", name, about);
}

}  // namespace

std::string clause_number(const Clause& clause) { return clause.item.empty() ? clause.id : clause.item; }

Words measure_name(const World& world, const Measure& measure) {
  for (const Said said : {Said::little, Said::trucks, Said::day}) {
    Words name = named(world, measure, said);
    const bool alone = std::none_of(world.measures.begin(), world.measures.end(), [&](const Measure& other) {
      return other.id != measure.id && named(world, other, said).zh == name.zh;
    });
    if (alone) return name;
  }
  return named(world, measure, Said::all);
}

}  // namespace railshift::analysis
