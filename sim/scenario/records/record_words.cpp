#include "sim/scenario/records/record_words.hpp"

#include <algorithm>

#include "sim/core/text.hpp"
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

bool is_left_out(const std::string& meaning) { return meaning == "-"; }

Words near_miss(const std::string& word, const std::vector<std::string>& names) {
  constexpr std::size_t kSlip = 4;  // characters: of shorter names one that differs in a character is another name
  constexpr std::size_t kPart = 3;  // a part of a name that says which
  const std::string typed = compact(word);
  const std::string* best = nullptr;
  std::size_t fewest = 0;
  for (const std::string& name : names) {
    const std::string known = compact(name);
    const std::size_t shorter = std::min(characters(typed).size(), characters(known).size());
    const std::size_t mistakes = typing_mistakes(typed, known);
    const bool slip = shorter >= kSlip && mistakes <= 1;
    const bool part = shorter >= kPart && (typed.find(known) != std::string::npos || known.find(typed) != std::string::npos);
    if ((!slip && !part) || (best != nullptr && mistakes >= fewest)) continue;
    best = &name;
    fewest = mistakes;
  }
  return best == nullptr ? Words{} : both("；是否指“{}”？", "; did you mean \"{}\"?", *best);
}

void TruckReader::read_fuel(const RecordRow& row, const std::string& fuel_field, TruckWords& out) const {
  const std::string& fuel = row.meaning(fuel_field);
  if (is_blank(fuel)) return;
  out.powertrain = powertrains_.find(fuel);
  if (out.powertrain) return;
  const auto letter = fuel_of(fuel);
  if (letter && letter->powertrain) {
    out.powertrain = letter->powertrain;
    return;
  }
  const std::string& text = row.text(fuel_field);
  out.of_fuel = row.trouble(
      fuel_field,
      letter ? both("燃料“{}”是{}，情景中没有这种动力", "fuel \"{}\" is {}, which is no powertrain of the scenario", text, letter->name)
             : both("燃料“{}”无法识别", "fuel \"{}\" is not known", text),
      both("写柴油、汽油、天然气、电等，或在列名对照表的 [words.{}] 中写 \"{}\" = \"diesel\"",
           "柴油, 汽油, 天然气, 电 ..., or [words.{}] \"{}\" = \"diesel\" in a column map", fuel_field, text));
}

TruckWords TruckReader::read(const RecordRow& row, const std::string& fuel_field) const {
  TruckWords out;
  read_fuel(row, fuel_field, out);
  const std::string& standard = row.meaning("standard");
  const bool no_exhaust = out.powertrain == Powertrain::electric || out.powertrain == Powertrain::hydrogen;
  if (no_exhaust && (says_nothing(standard) || row.carried("standard"))) {
    out.standard = Standard::zero_exhaust;
    return out;
  }
  if (is_blank(standard)) return out;
  out.standard = standards_.find(standard);
  if (!out.standard) out.standard = stage_of(standard);
  if (!out.standard) {
    out.of_standard = row.trouble("standard", both("排放标准“{}”无法识别", "standard \"{}\" is not known", row.text("standard")),
                                  {"写国五、国V、5 等，或在列名对照表的 [words.standard] 中写明",
                                   "国五, 国V, 5 ..., or name it by [words.standard] in a column map"});
  } else if (out.powertrain && no_exhaust != (*out.standard == Standard::zero_exhaust)) {
    out.standard.reset();
    out.of_standard = row.trouble(
        "standard",
        both("排放标准“{}”与燃料“{}”不符", "standard \"{}\" does not go with fuel \"{}\"", row.text("standard"), row.text(fuel_field)),
        {"改正其中一项", "correct one of the two"});
  }
  return out;
}

std::optional<VehicleWord> VehicleReader::find(const std::string& word) const {
  if (const auto known = words_.find(word)) return VehicleWord{*known, {}};
  return vehicle_of(word);
}

}  // namespace railshift::scenario
