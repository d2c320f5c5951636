#pragma once
/// Words of closed lists: the English word and the Chinese ones that are accepted too.
#include <string>
#include <vector>

#include "sim/core/standing.hpp"
#include "sim/model/world.hpp"
#include "sim/policy/kinds.hpp"

namespace railshift::scenario {

struct Word {
  std::string text;
  std::vector<std::string> zh;
  int value = 0;
};

/// The closed list of an enumeration, in its own order.
template <class E>
std::vector<Word> words_of();
template <>
std::vector<Word> words_of<Standing>();
template <>
std::vector<Word> words_of<SiteKind>();
template <>
std::vector<Word> words_of<IoRole>();
template <>
std::vector<Word> words_of<FlowRule>();
template <>
std::vector<Word> words_of<Mode>();
template <>
std::vector<Word> words_of<LegTrucks>();
template <>
std::vector<Word> words_of<NodeType>();
template <>
std::vector<Word> words_of<RoadClass>();
template <>
std::vector<Word> words_of<Traction>();
template <>
std::vector<Word> words_of<SidingEnd>();
template <>
std::vector<Word> words_of<RailGoodsKind>();
template <>
std::vector<Word> words_of<SharedBy>();
template <>
std::vector<Word> words_of<StationKind>();
template <>
std::vector<Word> words_of<Distribution>();
template <>
std::vector<Word> words_of<WhenFull>();
template <>
std::vector<Word> words_of<Dispatch>();
template <>
std::vector<Word> words_of<Release>();
template <>
std::vector<Word> words_of<StockSide>();
template <>
std::vector<Word> words_of<VehicleType>();
template <>
std::vector<Word> words_of<Use>();
template <>
std::vector<Word> words_of<Standard>();
template <>
std::vector<Word> words_of<Powertrain>();
template <>
std::vector<Word> words_of<Owner>();
template <>
std::vector<Word> words_of<Simulate>();
template <>
std::vector<Word> words_of<Force>();
template <>
std::vector<Word> words_of<ClauseStatus>();
template <>
std::vector<Word> words_of<Layer>();
template <>
std::vector<Word> words_of<PublicCostKind>();
template <>
std::vector<Word> words_of<Operator>();
template <>
std::vector<Word> words_of<MetricKind>();
template <>
std::vector<Word> words_of<TariffOn>();
template <>
std::vector<Word> words_of<Payer>();
template <>
std::vector<Word> words_of<CleanMode>();
template <>
std::vector<Word> words_of<NewSite>();
template <>
std::vector<Word> words_of<SiteLink>();
template <>
std::vector<Word> words_of<CleanTrucks>();
template <>
std::vector<Word> words_of<FirmState>();
template <>
std::vector<Word> words_of<FirmClass>();
template <>
std::vector<Word> words_of<CountyFigureKind>();

/// Pollutants of emission_factors.
[[nodiscard]] std::vector<Word> pollutant_words();

}  // namespace railshift::scenario
