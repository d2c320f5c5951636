#include "sim/scenario/records/record_words.hpp"

#include <fmt/format.h>

#include "sim/scenario/fields/words.hpp"

namespace railshift::scenario {
namespace {

template <class E>
std::map<std::string, E> with(std::map<std::string, E> more) {
  for (const Word& word : words_of<E>()) {
    more.emplace(word.text, static_cast<E>(word.value));
    for (const std::string& zh : word.zh) more.emplace(zh, static_cast<E>(word.value));
  }
  return more;
}

bool says_nothing(const std::string& word) { return word.empty() || word == "-" || word == "/" || word == "无" || word == "新能源"; }

}  // namespace

WordBook<Standard> standard_words() {
  using enum Standard;
  return WordBook<Standard>(with<Standard>({{"0", china0},
                                            {"1", china1},
                                            {"2", china2},
                                            {"3", china3},
                                            {"4", china4},
                                            {"5", china5},
                                            {"6", china6},
                                            {"国六a", china6},
                                            {"国六b", china6},
                                            {"国6a", china6},
                                            {"国6b", china6},
                                            {"纯电动", zero_exhaust},
                                            {"电动", zero_exhaust}}));
}

WordBook<Powertrain> powertrain_words() {
  using enum Powertrain;
  return WordBook<Powertrain>(with<Powertrain>({{"汽油", gasoline},
                                                {"LNG", gas},
                                                {"CNG", gas},
                                                {"液化天然气", gas},
                                                {"压缩天然气", gas},
                                                {"电", electric},
                                                {"纯电", electric},
                                                {"氢", hydrogen},
                                                {"氢燃料电池", hydrogen},
                                                {"燃料电池", hydrogen}}));
}

WordBook<VehicleType> vehicle_words() {
  using enum VehicleType;
  return WordBook<VehicleType>(with<VehicleType>({{"重型货车", heavy},
                                                  {"中型货车", medium},
                                                  {"轻型货车", light},
                                                  {"微型货车", mini},
                                                  {"大型汽车", heavy},
                                                  {"大型新能源汽车", heavy},
                                                  {"黄牌", heavy},
                                                  {"黄色", heavy},
                                                  {"黄绿牌", heavy},
                                                  {"黄绿色", heavy},
                                                  {"小型汽车", light},
                                                  {"小型新能源汽车", light},
                                                  {"蓝牌", light},
                                                  {"蓝色", light},
                                                  {"绿牌", light},
                                                  {"绿色", light}}));
}

WordBook<Owner> owner_words() { return WordBook<Owner>(with<Owner>({{"外地", Owner::hired}, {"外来", Owner::hired}})); }

TruckWords TruckReader::read(const RecordRow& row, const std::string& fuel_field) const {
  TruckWords out;
  const std::string& fuel = row.meaning(fuel_field);
  const std::string& standard = row.meaning("standard");
  if (!fuel.empty()) out.powertrain = powertrains_.find(fuel);
  if (!fuel.empty() && !out.powertrain) {
    out.trouble = fmt::format("fuel \"{}\" is not known", row.text(fuel_field));
    return out;
  }
  const bool no_exhaust = out.powertrain == Powertrain::electric || out.powertrain == Powertrain::hydrogen;
  out.standard = no_exhaust && says_nothing(standard) ? Standard::zero_exhaust : standards_.find(standard);
  if (!out.standard)
    out.trouble = fmt::format("standard \"{}\" is not known", row.text("standard"));
  else if (out.powertrain && no_exhaust != (*out.standard == Standard::zero_exhaust))
    out.trouble = fmt::format("standard \"{}\" does not go with fuel \"{}\"", row.text("standard"), row.text(fuel_field));
  return out;
}

}  // namespace railshift::scenario
