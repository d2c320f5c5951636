#include "analysis/map/map_layers.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "analysis/map/network_years.hpp"
#include "analysis/map/place_layers.hpp"
#include "sim/core/contract.hpp"

namespace railshift::analysis {
namespace {

using ledger::CellKind;
using ledger::LayerCell;
using ledger::LayerColumn;
using ledger::SpatialLayer;
using ledger::StyleClass;
using ledger::StyleGroup;

constexpr double kPercentOfOne = 100.0;

std::vector<ledger::LonLat> path_between(const World& world, Id<Node> from, Id<Node> to) {
  const Node &a = world.nodes[from], &b = world.nodes[to];
  return {{a.lon, a.lat}, {b.lon, b.lat}};
}

/// The largest of 1, 2 and 5 times a power of ten that is not above the value.
double round_below(double value) {
  if (value <= 0.0) return 1.0;
  const double power = std::pow(10.0, std::floor(std::log10(value)));
  for (const double digit : {5.0, 2.0}) {
    if (digit * power <= value) return digit * power;
  }
  return power;
}

struct Ramp {
  std::string column;
  std::vector<double> breaks;        ///< between classes, rising
  std::vector<std::string> colours;  ///< one more than breaks
  std::vector<double> widths;        ///< likewise, mm
};

std::vector<StyleClass> classes_of(const Ramp& ramp) {
  std::vector<StyleClass> classes;
  for (std::size_t i = 0; i <= ramp.breaks.size(); ++i) {
    const std::string low = i == 0 ? "" : fmt::format("\"{}\" >= {:g}", ramp.column, ramp.breaks[i - 1]);
    const std::string high = i == ramp.breaks.size() ? "" : fmt::format("\"{}\" < {:g}", ramp.column, ramp.breaks[i]);
    std::string label = i == 0 ? fmt::format("< {:g}", ramp.breaks[0]) : fmt::format("≥ {:g}", ramp.breaks[i - 1]);
    if (i > 0 && i < ramp.breaks.size()) label = fmt::format("{:g} – {:g}", ramp.breaks[i - 1], ramp.breaks[i]);
    classes.push_back({{label, label}, low + (low.empty() || high.empty() ? "" : " AND ") + high, ramp.colours[i], ramp.widths[i]});
  }
  return classes;
}

/// A group a year; the last one is shown when the layer is opened.
ledger::LayerStyle by_year(const std::set<int>& years, const Ramp& ramp) {
  ledger::LayerStyle style;
  for (const int year : years)
    style.groups.push_back(
        {{fmt::format("{}年", year), std::to_string(year)}, fmt::format("\"year\" = {}", year), year == *years.rbegin(), classes_of(ramp)});
  return style;
}

Ramp rising(const std::string& column, double greatest) {
  const double top = round_below(greatest);
  return {column,
          {0.02 * top, 0.1 * top, 0.25 * top, 0.5 * top},
          {"200,200,200", "254,204,92", "253,141,60", "240,59,32", "150,0,30"},
          {0.26, 0.6, 1.0, 1.5, 2.2}};
}

/// Less in green, more in red; thin where hardly anything changes.
Ramp changing(const std::string& column, double greatest) {
  const double top = round_below(greatest);
  return {column,
          {-0.25 * top, -0.02 * top, 0.02 * top, 0.25 * top},
          {"0,100,60", "90,180,120", "200,200,200", "244,130,90", "170,0,40"},
          {2.0, 1.0, 0.26, 1.0, 2.0}};
}

/// Shares of the path slots.
Ramp filling(const std::string& column) {
  return {column, {0.5, 0.8, 1.0}, {"120,170,210", "250,200,60", "240,110,30", "150,0,30"}, {0.8, 1.2, 1.8, 2.4}};
}

LayerColumn text_column(const char* name, const char* zh, const char* en) { return {name, CellKind::text, "", {zh, en}}; }
LayerColumn count_column(const char* name, const char* zh, const char* en) { return {name, CellKind::integer, "trucks", {zh, en}}; }
LayerColumn number_column(const char* name, const char* unit, const char* zh, const char* en) {
  return {name, CellKind::number, unit, {zh, en}};
}

std::vector<LayerColumn> link_head() {
  return {text_column("link", "路段代码", "id of the link"),
          text_column("name_zh", "名称", "name"),
          text_column("road", "所属道路", "road"),
          text_column("road_class", "道路等级", "class of the road"),
          text_column("county", "县区代码", "code of the county"),
          {"ring", CellKind::integer, "", {"所在环路之内的环数", "ring roads that enclose it"}},
          {"year", CellKind::integer, "", {"年份", "year"}},
          {"months", CellKind::integer, "", {"该年模拟的月数", "months of the year that were run"}}};
}

std::vector<LayerCell> link_cells(const World& world, const LinkYear& at) {
  const Link& link = world.links[at.link];
  return {link.id,
          link.name_zh,
          link.road,
          std::string(to_text(link.road_class)),
          link.county,
          std::int64_t{link.ring},
          std::int64_t{at.year},
          std::int64_t{at.months}};
}

template <class Years>
std::set<int> years_in(const Years& entries) {
  std::set<int> years;
  for (const auto& entry : entries) years.insert(entry.year);
  return years;
}

SpatialLayer link_layer(const World& world, const std::vector<LinkYear>& entries, const std::string& name, const Words& of) {
  SpatialLayer layer;
  layer.name = name;
  layer.title = {"各路段年货车流量" + of.zh, "Trucks over each road link by year" + of.en};
  layer.shape = ledger::Shape::line;
  layer.columns = link_head();
  for (const LayerColumn& column :
       {number_column("per_day", "trucks/day", "日均货车，双向", "trucks a day, both directions"),
        count_column("vehicles", "全年货车", "trucks of the year"), count_column("loaded", "其中重驶", "of them loaded"),
        count_column("local", "本地车", "local"), count_column("hired", "雇用的外地车", "hired from outside"),
        count_column("through", "过境", "through traffic"), count_column("china3_or_older", "国三及以下", "National III and older"),
        count_column("china4", "国四", "National IV"), count_column("china5", "国五", "National V"),
        count_column("china6", "国六", "National VI"), count_column("zero_exhaust", "零排放（电、氢）", "no exhaust (battery, hydrogen)"),
        count_column("new_energy", "新能源（电、氢、甲醇）", "new energy (battery, hydrogen, methanol)")})
    layer.columns.push_back(column);
  double greatest = 0.0;
  for (const LinkYear& at : entries) {
    ledger::Feature feature{path_between(world, world.links[at.link].from, world.links[at.link].to), link_cells(world, at)};
    feature.cells.emplace_back(at.per_day(at.vehicles));
    for (const std::int64_t count : {at.vehicles, at.loaded, at.by_owner[0], at.by_owner[1], at.by_owner[2], at.by_standard[0],
                                     at.by_standard[1], at.by_standard[2], at.by_standard[3], at.by_standard[4], at.new_energy})
      feature.cells.emplace_back(count);
    greatest = std::max(greatest, at.per_day(at.vehicles));
    layer.features.push_back(std::move(feature));
  }
  layer.style = by_year(years_in(entries), rising("per_day", greatest));
  return layer;
}

SpatialLayer link_changes(const World& world, const std::vector<LinkYear>& plan, const std::vector<LinkYear>& baseline) {
  RAILSHIFT_EXPECTS(plan.size() == baseline.size(), "plan and baseline have the same links and years");
  SpatialLayer layer;
  layer.name = "map_links_difference";
  layer.title = {"各路段年货车流量：方案减基准", "Trucks over each road link: plan - baseline"};
  layer.shape = ledger::Shape::line;
  layer.columns = link_head();
  const char* const unit = "trucks/day";
  for (const LayerColumn& column :
       {number_column("baseline", unit, "基准日均货车", "trucks a day in the baseline"),
        number_column("plan", unit, "方案日均货车", "in the plan"), number_column("difference", unit, "方案减基准", "plan - baseline"),
        number_column("percent", "%", "占基准的百分比，基准为 0 时空", "of the baseline; empty where that is 0"),
        number_column("through", unit, "过境之差", "difference of through traffic"),
        number_column("older_than_china5", unit, "国四及以下之差", "difference of National IV and older"),
        number_column("new_energy", unit, "新能源之差", "difference of new energy")})
    layer.columns.push_back(column);
  double greatest = 0.0;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const LinkYear &p = plan[i], &b = baseline[i];
    const double before = b.per_day(b.vehicles), after = p.per_day(p.vehicles);
    ledger::Feature feature{path_between(world, world.links[p.link].from, world.links[p.link].to), link_cells(world, p)};
    for (const double value : {before, after, after - before}) feature.cells.emplace_back(value);
    feature.cells.emplace_back(b.vehicles == 0 ? LayerCell() : LayerCell((after - before) / before * kPercentOfOne));
    feature.cells.emplace_back(p.per_day(p.by_owner[2]) - b.per_day(b.by_owner[2]));
    feature.cells.emplace_back(p.per_day(p.by_standard[0] + p.by_standard[1]) - b.per_day(b.by_standard[0] + b.by_standard[1]));
    feature.cells.emplace_back(p.per_day(p.new_energy) - b.per_day(b.new_energy));
    greatest = std::max(greatest, std::abs(after - before));
    layer.features.push_back(std::move(feature));
  }
  layer.style = by_year(years_in(plan), changing("difference", greatest));
  return layer;
}

std::vector<LayerColumn> section_head() {
  return {text_column("section", "区间代码", "id of the section"),
          text_column("name_zh", "名称", "name"),
          text_column("line", "线路", "line"),
          {"year", CellKind::integer, "", {"年份", "year"}},
          {"months", CellKind::integer, "", {"该年模拟的月数", "months of the year that were run"}}};
}

std::vector<LayerCell> section_cells(const World& world, const SectionYear& at) {
  const RailSection& section = world.rail_sections[at.section];
  return {section.id, section.name_zh, world.lines[section.line].id, std::int64_t{at.year}, std::int64_t{at.months}};
}

double trains_per_day(const SectionYear& at, const SectionUseYear& direction) {
  return at.days == 0 ? 0.0 : static_cast<double>(direction.trains) / at.days;
}
double tonnes_of(const SectionYear& at) { return tonnes_from(at.forward.kg + at.backward.kg); }

SpatialLayer railway_layer(const World& world, const std::vector<SectionYear>& entries, const std::string& name, const Words& of) {
  SpatialLayer layer;
  layer.name = name;
  layer.title = {"铁路区间年负荷" + of.zh, "Load of railway sections by year" + of.en};
  layer.shape = ledger::Shape::line;
  layer.columns = section_head();
  const char* const unit = "trains/day";
  for (const LayerColumn& column : {number_column("slots_per_day", unit, "每方向运行线", "path slots a direction"),
                                    number_column("background_per_day", unit, "其他列车，每方向", "trains of others, a direction"),
                                    number_column("forward_per_day", unit, "模拟列车，正向", "modelled trains, from -> to"),
                                    number_column("backward_per_day", unit, "模拟列车，反向", "modelled trains, to -> from"),
                                    number_column("load", "1", "较忙方向的列车 / 运行线", "trains of the busier direction / slots"),
                                    number_column("tonnes_t", "t", "模拟列车载货，双向", "goods of modelled trains, both directions")})
    layer.columns.push_back(column);
  for (const SectionYear& at : entries) {
    const RailSection& section = world.rail_sections[at.section];
    ledger::Feature feature{path_between(world, section.from, section.to), section_cells(world, at)};
    for (const double value : {static_cast<double>(section.slots_per_day), at.background_per_day, trains_per_day(at, at.forward),
                               trains_per_day(at, at.backward), at.load(section), tonnes_of(at)})
      feature.cells.emplace_back(value);
    layer.features.push_back(std::move(feature));
  }
  layer.style = by_year(years_in(entries), filling("load"));
  return layer;
}

SpatialLayer railway_changes(const World& world, const std::vector<SectionYear>& plan, const std::vector<SectionYear>& baseline) {
  RAILSHIFT_EXPECTS(plan.size() == baseline.size(), "plan and baseline have the same sections and years");
  SpatialLayer layer;
  layer.name = "map_railway_difference";
  layer.title = {"铁路区间载货：方案减基准", "Goods over railway sections: plan - baseline"};
  layer.shape = ledger::Shape::line;
  layer.columns = section_head();
  for (const LayerColumn& column :
       {number_column("baseline_t", "t", "基准载货", "goods in the baseline"), number_column("plan_t", "t", "方案载货", "in the plan"),
        number_column("difference_t", "t", "方案减基准", "plan - baseline"),
        number_column("load_difference", "1", "负荷之差", "difference of the load")})
    layer.columns.push_back(column);
  double greatest = 0.0;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const RailSection& section = world.rail_sections[plan[i].section];
    const double before = tonnes_of(baseline[i]), after = tonnes_of(plan[i]);
    ledger::Feature feature{path_between(world, section.from, section.to), section_cells(world, plan[i])};
    for (const double value : {before, after, after - before, plan[i].load(section) - baseline[i].load(section)})
      feature.cells.emplace_back(value);
    greatest = std::max(greatest, std::abs(after - before));
    layer.features.push_back(std::move(feature));
  }
  layer.style = by_year(years_in(plan), changing("difference_t", greatest));
  return layer;
}

}  // namespace

std::vector<SpatialLayer> run_layers(const MapRun& run) {
  std::vector<SpatialLayer> layers = place_layers(run);
  layers.push_back(link_layer(*run.world, link_years(*run.world, *run.ledger), "map_links", {}));
  layers.push_back(railway_layer(*run.world, section_years(*run.world, *run.ledger), "map_railway", {}));
  return layers;
}

std::vector<SpatialLayer> assessment_layers(const MapRun& plan, const MapRun& baseline) {
  const World& world = *plan.world;
  const auto links_plan = link_years(world, *plan.ledger), links_baseline = link_years(*baseline.world, *baseline.ledger);
  const auto rail_plan = section_years(world, *plan.ledger), rail_baseline = section_years(*baseline.world, *baseline.ledger);
  const Words of_plan{"（方案，首个种子）", " (plan, first seed)"}, of_baseline{"（基准，同一种子）", " (baseline, same seed)"};
  std::vector<SpatialLayer> layers = place_layers(plan);
  layers.push_back(link_layer(world, links_plan, "map_links_plan", of_plan));
  layers.push_back(link_layer(world, links_baseline, "map_links_baseline", of_baseline));
  layers.push_back(link_changes(world, links_plan, links_baseline));
  layers.push_back(railway_layer(world, rail_plan, "map_railway_plan", of_plan));
  layers.push_back(railway_layer(world, rail_baseline, "map_railway_baseline", of_baseline));
  layers.push_back(railway_changes(world, rail_plan, rail_baseline));
  return layers;
}

}  // namespace railshift::analysis
