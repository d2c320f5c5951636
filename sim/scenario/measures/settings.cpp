#include "sim/scenario/measures/settings.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>

#include "sim/core/date.hpp"
#include "sim/model/area_code.hpp"

namespace railshift::scenario {
namespace {

void check_period(const SettingsRow& s, const TomlNode& section, Decoder& decoder) {
  const auto place = [&](const char* key) {
    const TomlNode* node = section.find(key);
    return node == nullptr ? section.place : node->place;
  };
  for (const auto& [key, zh, day] : {std::tuple{"start", "起始日", s.start}, {"end", "结束日", s.end}}) {
    if (next_month_start(day) == day) continue;
    decoder.problem(place(key), both("{0}（{1}）为 {2}", "{0} is {2}", key, zh, to_string(day)),
                    {"结果按整月计：运行从月初开始，到月末为止", "results are of whole months: a run starts and ends with one"},
                    both("写 {} 或 {}", "write {} or {}", to_string(first_day(month_of(day))), to_string(next_month_start(day))));
  }
  const int days = s.end - s.start;
  if (days <= 0) {
    decoder.problem(place("end"),
                    both("end（结束日）为 {}，start（起始日）为 {}", "end is {}, start is {}", to_string(s.end), to_string(s.start)),
                    {"运行至少一天；end 是运行之后的第一天", "a run has at least one day; end is the first day after it"},
                    {"把 end 写晚些：2027-01-01 表示到 2026 年底", "write a later end: 2027-01-01 = to the end of 2026"});
    return;
  }
  if (static_cast<Tick>(days) > kMaxTick / kTicksPerDay) {
    decoder.problem(place("end"), both("运行共 {} 天", "the run has {} days", days),
                    {"一次运行最长 34 年（40 位，每位 1/1024 秒）", "a run is at most 34 years long (40 bits of 1/1024 s)"},
                    {"把 end（结束日）写早些", "write an earlier end"});
  }
  if (month_of(s.end) - month_of(s.start) < s.warmup_months) {
    decoder.problem(place("warmup_months"), both("warmup_months（预热月数）为 {}", "warmup_months is {}", s.warmup_months),
                    {"运行要比预热长", "the run is longer than its warm-up"}, {"减少预热月数", "write fewer months"});
  }
}

void check_area_code(const SettingsRow& s, const TomlNode& section, Decoder& decoder) {
  const TomlNode* node = section.find("area_code");
  const std::string& code = s.area_code;
  if (node == nullptr || code.empty() || is_prefecture_code(code) || is_county_code(code)) return;
  decoder.problem(node->place, both("area_code（行政区划代码）写的是“{}”", "area_code is \"{}\"", code),
                  {"四位（地级市）或六位（县区）数字", "four digits of a prefecture or six of a county"},
                  {"太原市写 1401，大同市平城区写 140213", "write 1401 for Taiyuan, 140213 for Pingcheng district of Datong"});
}

}  // namespace

std::vector<Word> encoding_words() { return {{"utf-8", {"UTF-8"}, 0}, {"gb18030", {"GB18030"}, 1}, {"gbk", {"GBK"}, 2}}; }

Fields<SettingsRow> settings_fields() {
  using T = SettingsRow;
  return {
      field_in<T>(&T::id, id("id", "情景代码", "id of the scenario")),
      field_in<T>(&T::title_zh, text("title_zh", "中文标题", "title in Chinese")),
      field_in<T>(&T::title_en, text("title_en", "英文标题", "title in English")),
      field_in<T>(&T::city_zh, text("city_zh", "城市", "city in Chinese")),
      field_in<T>(&T::area_code, text("area_code", "行政区划代码",
                                      "code of the city (GB/T 2260): 1401 of a prefecture, 140213 of a district; tonnes of stations "
                                      "without a county are those of its stations; empty = of all")
                                     .optional()),
      field_in<T>(&T::start, date("start", "起始日", "first day")),
      field_in<T>(&T::end, date("end", "结束日", "first day after the run: 2027-01-01 = to the end of 2026")),
      field_in<T>(&T::as_of, date("as_of", "数据截至日", "observed values stand beside simulated ones from here back").optional()),
      field_in<T>(&T::base_year, integer("base_year", "基年", "year of the base shares").between(1990, 2100)),
      field_in<T>(&T::warmup_months,
                  integer("warmup_months", "预热月数", "months that are simulated and not reported; default 1").between(0, 24).optional()),
      field_in<T>(&T::seed, integer("seed", "随机种子", "seed").between(0, 4294967295.0)),
      field_in<T>(&T::key_region,
                  yes_no("key_region", "是否重点区域",
                         "the city lies in a key region of air quality (重点区域), where other rules of clean_rules hold; default false")
                      .optional()),
      field(&T::parameters, text("parameters", "参数文件夹", "folder of the shared parameters; default ../parameters").optional()),
      field(&T::encoding,
            word("encoding", "表格编码", "encoding of the tables of this folder; default utf-8").of(encoding_words()).optional()),
  };
}

SettingsRow read_settings(const TomlNode& root, Decoder& decoder) {
  SettingsRow settings;
  if (root.kind == TomlNode::Kind::damaged) return settings;
  const TomlNode* section = root.find("scenario");
  if (section == nullptr && root.incomplete) return settings;
  if (section == nullptr || section->kind != TomlNode::Kind::table) {
    decoder.problem(root.place, {"缺少 [scenario] 节", "section [scenario] is missing"},
                    {"scenario.toml 要有 [scenario] 节", "scenario.toml has a section [scenario]"},
                    {"补上 [scenario]，写 id、start、end、base_year、seed 等", "add [scenario] with id, start, end, base_year, seed ..."});
    return settings;
  }
  const std::size_t before = decoder.problems();
  const Fields<SettingsRow> fields = settings_fields();
  read_members(settings, *section, fields, decoder);
  std::vector<std::string> known;
  for (const auto& f : fields) known.push_back(f.info.name);
  report_unknown_keys(*section, known, decoder);
  const TomlNode* start = section->find("start");
  const TomlNode* end = section->find("end");
  const bool damaged = start == nullptr || end == nullptr || start->kind == TomlNode::Kind::damaged || end->kind == TomlNode::Kind::damaged;
  check_area_code(settings, *section, decoder);
  if (decoder.problems() == before && !damaged) check_period(settings, *section, decoder);
  return settings;
}

void check_area(const TomlNode& root, const World& world, Decoder& decoder) {
  const TomlNode* section = root.find("scenario");
  const TomlNode* node = section == nullptr ? nullptr : section->find("area_code");
  const std::string& code = world.settings.area_code;
  if (node == nullptr || !(is_prefecture_code(code) || is_county_code(code))) return;
  bool any = false;
  std::set<std::string> prefectures;
  for (const Node& station : world.nodes) {
    if (station.type != NodeType::station) continue;
    if (lies_in(station.county, code)) return;
    any = true;
    if (const std::string_view of = prefecture_of(station.county); !of.empty()) prefectures.emplace(of);
  }
  if (!any) return;
  const std::string whole(prefecture_of(code));
  const Words accepted = prefectures.empty() ? Words{"在 node.csv 补上车站的县区代码", "give the stations their county in node.csv"}
                         : is_whole_prefecture(code) && prefectures.count(whole) > 0
                             ? both("全市写前四位 {}", "write the first four digits, {}, of a whole prefecture", whole)
                             : both("车站所在的地级市：{}", "prefectures that have a station: {}", fmt::join(prefectures, ", "));
  decoder.problem(node->place,
                  both("area_code（行政区划代码）为“{}”，node.csv 中没有车站在其中",
                       "area_code is \"{}\", and no station of node.csv lies in it", code),
                  {"本市的发送量和到达量只算其境内的车站", "tonnes of the city are those of the stations in its area alone"}, accepted);
}

}  // namespace railshift::scenario
