#include "sim/scenario/records/reading/truck_codes.hpp"

#include <array>
#include <utility>
#include <vector>

#include "sim/scenario/records/reading/plain_text.hpp"

namespace railshift::scenario {
namespace {

void cut_front(std::string& text, std::string_view mark) {
  if (text.starts_with(mark)) text.erase(0, mark.size());
}
void cut_back(std::string& text, std::string_view mark) {
  if (text.size() > mark.size() && text.ends_with(mark)) text.resize(text.size() - mark.size());
}

/// Editions of the limits. Those with several stages say nothing alone: GB 17691-2005 has III, IV and V.
struct Edition {
  std::string_view name;
  std::optional<Standard> only;
};
constexpr std::array<Edition, 7> kEditions = {{{"gb17691-2018", Standard::china6},
                                               {"gb17691-2005", std::nullopt},
                                               {"gb17691-2001", std::nullopt},
                                               {"gb18352.6-2016", Standard::china6},
                                               {"gb18352.5-2013", Standard::china5},
                                               {"gb18352.3-2005", std::nullopt},
                                               {"gb14762-2008", std::nullopt}}};

/// The numeral alone: 5, v, ⅴ, 五.
std::optional<Standard> numeral(std::string_view text) {
  static const std::array<std::vector<std::string_view>, 7> forms = {{{"0", "零"},
                                                                      {"1", "i", "ⅰ", "Ⅰ", "一"},
                                                                      {"2", "ii", "ⅱ", "Ⅱ", "二"},
                                                                      {"3", "iii", "ⅲ", "Ⅲ", "三"},
                                                                      {"4", "iv", "ⅳ", "Ⅳ", "四"},
                                                                      {"5", "v", "ⅴ", "Ⅴ", "五"},
                                                                      {"6", "vi", "ⅵ", "Ⅵ", "六"}}};
  for (std::size_t n = 0; n < forms.size(); ++n) {
    for (const std::string_view form : forms.at(n)) {
      if (text == form) return static_cast<Standard>(n);
    }
  }
  return std::nullopt;
}

struct SizeWord {
  char digit;
  std::string_view name;
  VehicleType type;
};
constexpr std::array<SizeWord, 4> kSizes = {{{'1', "重型", VehicleType::heavy},
                                             {'2', "中型", VehicleType::medium},
                                             {'3', "轻型", VehicleType::light},
                                             {'4', "微型", VehicleType::mini}}};

/// Bodies of trucks and kinds of tractors, behind the word of the size.
bool is_truck_body(std::string_view body) {
  for (const std::string_view known : {"货车", "普通货车", "厢式货车", "封闭货车", "罐式货车", "平板货车", "集装厢车", "集装箱车",
                                       "自卸货车", "特殊结构货车", "仓栅式货车", "栏板货车", "牵引车", "半挂牵引车", "全挂牵引车"}) {
    if (body == known) return true;
  }
  return false;
}

std::optional<VehicleWord> by_name(std::string_view name) {
  for (const SizeWord& size : kSizes) {
    if (name.starts_with(size.name) && is_truck_body(name.substr(size.name.size()))) return VehicleWord{size.type, {}};
  }
  static const std::array<std::pair<std::string_view, Words>, 6> others = {{{"客车", {"客车", "a bus"}},
                                                                            {"轿车", {"轿车", "a car"}},
                                                                            {"摩托车", {"摩托车", "a motorcycle"}},
                                                                            {"全挂车", {"挂车", "a trailer"}},
                                                                            {"半挂车", {"挂车", "a trailer"}},
                                                                            {"拖拉机", {"拖拉机", "a tractor of farms"}}}};
  for (const auto& [ending, other] : others) {
    if (name.ends_with(ending)) return VehicleWord{std::nullopt, other};
  }
  return std::nullopt;
}

/// h11 -> heavy. H5x (low-speed), Z (special work) and X stand for no size class of trucks.
std::optional<VehicleWord> by_code(std::string_view code) {
  if (code.size() != 3 || code[1] < '1' || code[1] > '9' || code[2] < '0' || code[2] > '9') return std::nullopt;
  static const std::array<std::pair<char, Words>, 7> others = {{{'k', {"客车或轿车", "a bus or car"}},
                                                                {'m', {"摩托车", "a motorcycle"}},
                                                                {'g', {"挂车", "a trailer"}},
                                                                {'b', {"挂车", "a trailer"}},
                                                                {'d', {"电车", "a trolleybus or tram"}},
                                                                {'t', {"拖拉机", "a tractor of farms"}},
                                                                {'n', {"三轮汽车", "a three-wheeler"}}}};
  for (const auto& [letter, other] : others) {
    if (code[0] == letter) return VehicleWord{std::nullopt, other};
  }
  const bool tractor = code[0] == 'q' && code[1] <= '3' && code[2] <= '2';
  const bool truck = code[0] == 'h' && code[1] <= '4';
  if (!tractor && !truck) return std::nullopt;
  for (const SizeWord& size : kSizes) {
    if (size.digit == code[1]) return VehicleWord{size.type, {}};
  }
  return std::nullopt;
}

}  // namespace

std::optional<Standard> stage_of(std::string_view cell) {
  std::string text = compact(cell);
  if (text == "d") return Standard::zero_exhaust;
  std::optional<Standard> only;
  // gb/t and blanks vary, the number and the year do not
  cut_front(text, "gb/t");
  if (!text.starts_with("gb") && text.size() > 5 && (text.starts_with("17691") || text.starts_with("18352"))) text.insert(0, "gb");
  for (const Edition& edition : kEditions) {
    if (!text.starts_with(edition.name)) continue;
    text.erase(0, edition.name.size());
    only = edition.only;
    break;
  }
  for (const std::string_view mark : {"标准", "阶段", "排放", "阶段", ")", "b", "a", "(", "-"}) cut_back(text, mark);
  for (const std::string_view mark : {"(", "中国", "国家", "china", "cn", "国", "第"}) cut_front(text, mark);
  if (text.empty()) return only;
  const auto stage = numeral(text);
  return only && stage && *only != *stage ? std::nullopt : stage;
}

std::optional<VehicleWord> vehicle_of(std::string_view cell) {
  const std::string text = compact(cell);
  if (const auto named = by_name(text)) return named;
  if (const auto coded = by_code(text)) return coded;
  // H11 重型普通货车, H11-重型普通货车, 重型普通货车(H11): both must say the same
  if (text.size() < 5) return std::nullopt;
  std::string rest = text;
  std::string code;
  if (rest.ends_with(")") && rest.size() > 5 && rest[rest.size() - 5] == '(') {
    code = rest.substr(rest.size() - 4, 3);
    rest.resize(rest.size() - 5);
  } else {
    code = rest.substr(0, 3);
    rest.erase(0, 3);
    for (const std::string_view mark : {"-", ":", "_"}) cut_front(rest, mark);
  }
  const auto coded = by_code(code);
  const auto named = by_name(rest);
  return coded && named && coded->truck == named->truck ? coded : std::nullopt;
}

std::optional<FuelWord> fuel_of(std::string_view cell) {
  const std::string text = compact(cell);
  if (text.empty()) return std::nullopt;
  static const std::array<std::pair<char, FuelWord>, 12> letters = {{{'a', {Powertrain::gasoline, "汽油"}},
                                                                     {'b', {Powertrain::diesel, "柴油"}},
                                                                     {'c', {Powertrain::electric, "电"}},
                                                                     {'d', {std::nullopt, "混合油"}},
                                                                     {'e', {Powertrain::gas, "天然气"}},
                                                                     {'f', {Powertrain::gas, "液化石油气"}},
                                                                     {'l', {Powertrain::methanol, "甲醇"}},
                                                                     {'m', {std::nullopt, "乙醇"}},
                                                                     {'n', {std::nullopt, "太阳能"}},
                                                                     {'o', {std::nullopt, "混合动力"}},
                                                                     {'y', {std::nullopt, "无"}},
                                                                     {'z', {std::nullopt, "其他"}}}};
  for (const auto& [letter, word] : letters) {
    std::string rest = text;
    if (!rest.empty() && rest.front() == letter) rest.erase(0, 1);
    for (const std::string_view mark : {"-", ":"}) cut_front(rest, mark);
    const bool letter_alone = text.size() == 1 && text.front() == letter;
    if (letter_alone || text == word.name || (text.front() == letter && rest == word.name)) return word;
  }
  return std::nullopt;
}

}  // namespace railshift::scenario
