#pragma once
/// Small worlds for the tests of the month plan, written row by row. Ids of one table must come in text order, so that a row's place is its
/// Id.
#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

#include "sim/model/world.hpp"
#include "sim/rules/rail/month_plan.hpp"

namespace railshift::testing {

struct DatedValue {
  Date from;
  double value;
};

/// Prices of these worlds: road 6 + 0.45 km below 50 km, 10 + 0.36 km from 50 km on; rail 16 + 0.14 km; time 0.5 yuan/t/h; trucks 50 km/h;
/// siding delay before experience 24 h; cost coefficient -0.05, nest scale 0.5, constant of a new chain 0.4. Year 2020 to 2022, base year
/// 2020.
class Draft {
 public:
  Draft();

  Id<Node> node(const std::string& id, NodeType type = NodeType::site);
  Id<Firm> firm(const std::string& id);
  /// A site with a node and a firm of its own unless one is given.
  Id<Site> site(const std::string& id, SiteKind kind, std::optional<Id<Firm>> owner = std::nullopt);
  Site& edit(Id<Site> id) { return sites_[id.index]; }
  Firm& edit(Id<Firm> id) { return firms_[id.index]; }
  Node& edit(Id<Node> id) { return nodes_[id.index]; }
  Siding& edit(Id<Siding> id) { return sidings_[id.index]; }
  Chain& edit(Id<Chain> id) { return chains_[id.index]; }
  Flow& edit(Id<Flow> id) { return flows_[id.index]; }
  Commodity& edit(Id<Commodity> id) { return commodities_[id.index]; }

  Settings& settings() { return settings_; }

  /// A process with a constant driver and its inputs, outputs and losses per tonne.
  void process(const std::string& id, Id<Site> site, double t_per_year, const std::vector<std::pair<std::string, double>>& out,
               const std::vector<std::pair<std::string, double>>& in = {}, const std::vector<std::pair<std::string, double>>& loss = {});
  Process& last_process() { return processes_.back(); }

  Id<Flow> flow(const std::string& id, Id<Commodity> commodity, Id<Site> from, Id<Site> to, FlowRule rule,
                std::initializer_list<DatedValue> values);
  Id<Chain> chain(const std::string& id, Id<Flow> flow, double base_share, std::vector<Leg> legs);
  /// A line with one section between two stations.
  Id<Line> line(const std::string& id, Id<Node> from, Id<Node> to, int slots_per_day, double km = 100.0, double kmh = 50.0);
  /// In service from the start unless edited; 3000 t trains, 6 h a train.
  Id<Siding> siding(const std::string& id, std::optional<Id<Site>> site, Id<Node> station, double t_per_day,
                    SidingEnd end = SidingEnd::fence);
  void measure(const std::string& id, Date from, Instrument body);
  void set(const std::string& parameter, double value);
  void county_figure(const std::string& county, CountyFigureKind figure, std::initializer_list<DatedValue> values);
  RailSection& last_section() { return sections_.back(); }

  [[nodiscard]] World build() const;

  Id<Commodity> coal, coke, middlings, oil;  ///< middlings and coal are power_fuel; oil is dangerous
  Id<Profile> flat, winter;

 private:
  Settings settings_;
  std::vector<Commodity> commodities_;
  std::vector<Segment> segments_;
  std::vector<TruckClass> truck_classes_;
  std::vector<Parameter> parameters_;
  std::vector<RailTariff> tariffs_;
  std::vector<RoadRate> rates_;
  std::vector<Firm> firms_;
  std::vector<Site> sites_;
  std::vector<CountyFigure> county_figures_;
  std::vector<Process> processes_;
  std::vector<Profile> profiles_;
  std::vector<Flow> flows_;
  std::vector<Chain> chains_;
  std::vector<Node> nodes_;
  std::vector<Line> lines_;
  std::vector<RailSection> sections_;
  std::vector<Siding> sidings_;
  std::vector<Measure> measures_;
};

[[nodiscard]] Leg truck_leg(double km, double yuan_per_t = 0.0);
[[nodiscard]] Leg rail_leg(Id<Line> line, Id<Node> from, Id<Node> to, std::optional<Id<Siding>> siding = std::nullopt);
[[nodiscard]] Leg belt_leg(double yuan_per_t = 2.0);

/// Distances of a world whose truck legs all state their kilometres.
[[nodiscard]] rules::LegDistances distances_of(const World& world);

}  // namespace railshift::testing
