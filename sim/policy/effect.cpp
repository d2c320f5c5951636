#include "sim/policy/effect.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

namespace railshift::policy {
namespace {

struct EffectWords {
  std::string_view text;
  std::string_view unit;
  const char* zh;
  const char* en;
};

constexpr std::array<EffectWords, kEffectKinds> kEffects{{
    {"trucks_removed", "trucks", "令其退出的车辆", "trucks removed"},
    {"brought_forward", "truck-months", "提前退出的车月", "truck-months brought forward"},
    {"purchases_changed", "trucks", "决定动力的新车", "new trucks whose powertrain it decided"},
    {"standards_set", "trucks", "决定排放标准的新车", "new trucks whose standard it decided"},
    {"loads_redirected", "loads", "门禁换车的车次", "loads for which a gate refused the truck that stood first"},
    {"wishes_priced", "kg", "受价格约束的货量", "mass under its price"},
    {"siding_used", "kg", "经其投用的专用线的货量", "mass through the siding that it opened"},
    {"trips_rerouted", "trips", "改道的过境车次", "through trips sent another way"},
    {"ring_avoided", "m", "在其限行环内少行驶的里程", "distance not driven inside the ring that it bars"},
    {"wishes_bound", "kg", "只能选清洁方式的新增货量", "added mass that may choose clean chains only"},
    {"freight_forgone", "yuan", "承运方少收的运费", "freight that the carrier does without"},
    {"freight_subsidised", "yuan", "财政承担的运费", "freight that public money pays"},
    {"rail_forgone", "kg", "因清洁车达标而不计代价的货量（因此不走铁路的列为变化量）",
     "mass without a price because its firm's trucks are clean; what changes is rail that goes without"},
    {"acceptance_changed", "kg", "因其而承运或未承运的货量", "mass that the railway let on, or did not, because of it"},
    {"flows_changed", "kg", "因厂区开停增减的货量", "mass that flows offer more or less by its site"},
    {"belt_used", "kg", "经其投用的廊道或管道的货量", "mass over the belt or pipe that it opened"},
    {"bound_otherwise", "firm-months", "因等级提升而改受约束或改为豁免的企业月",
     "firm-months in which a measure binds or spares otherwise because of the class"},
}};

struct ReasonWords {
  std::string_view text;
  const char* zh;
  const char* en;
};

constexpr std::array<ReasonWords, kIdleReasons> kReasonsIdle{{
    {"not_started", "模拟结束时尚未开始", "the run ends before it starts"},
    {"nothing_in_scope", "没有它所针对的车辆、企业或货运", "there is no truck, firm, load or trip that it speaks of"},
    {"nobody_obeys", "执行率为零，或其约束对象中无人抽中执行", "its compliance is 0, or nobody whom it binds drew to obey"},
    {"demands_nothing", "所列水平、代价或标准不构成约束", "its level, price or standard asks nothing of anybody"},
    {"not_used", "投用后无人使用", "nobody used it"},
    {"already_so", "没有它也已如此", "what it demands was so without it"},
    {"no_way", "没有其他道路或运输链可走", "there is no other road or chain that it could send anybody by"},
    {"others_first", "已由其他规定或车辆自然退出先行决定，或模拟期内没有到期的执行者",
     "another rule or the end of the truck decided before it, or nobody who obeys is due by the end of the run"},
    {"room_enough", "有没有它，铁路能力都够用", "the railway had room enough with it and without it"},
    {"nobody_asks", "施行中的措施都不按绩效等级区分这些企业", "no measure in force tells these firms by their class"},
}};

template <class Table>
constexpr bool all_told(const Table& table) {
  return std::none_of(table.begin(), table.end(),
                      [](const auto& row) { return row.text.empty() || row.zh == nullptr || row.en == nullptr; });
}
static_assert(all_told(kEffects) && all_told(kReasonsIdle), "every effect and every reason has its words");

template <class Enum, class Table>
std::optional<Enum> find_word(const Table& table, std::string_view text) {
  const auto at = std::find_if(table.begin(), table.end(), [text](const auto& row) { return row.text == text; });
  return at == table.end() ? std::nullopt : std::optional(static_cast<Enum>(at - table.begin()));
}

}  // namespace

std::string_view to_text(EffectKind kind) { return kEffects.at(static_cast<std::size_t>(kind)).text; }

std::optional<EffectKind> effect_from(std::string_view text) { return find_word<EffectKind>(kEffects, text); }

std::string_view unit_of(EffectKind kind) { return kEffects.at(static_cast<std::size_t>(kind)).unit; }

Words words_of(EffectKind kind) {
  const EffectWords& words = kEffects.at(static_cast<std::size_t>(kind));
  return {words.zh, words.en};
}

bool goes_first(const Measure& a, const Measure& b) { return std::tie(a.layer, a.from, a.id) < std::tie(b.layer, b.from, b.id); }

std::vector<std::uint32_t> claim_ranks(const PolicyWorld& world) {
  std::vector<Id<Measure>> order;
  for (const Measure& measure : world.measures) order.push_back(world.measures.id_of(measure));
  std::sort(order.begin(), order.end(), [&](Id<Measure> a, Id<Measure> b) { return goes_first(world.measures[a], world.measures[b]); });
  std::vector<std::uint32_t> rank(order.size());
  for (std::uint32_t r = 0; r < order.size(); ++r) rank[order[r].index] = r;
  return rank;
}

std::string_view to_text(IdleReason reason) { return kReasonsIdle.at(static_cast<std::size_t>(reason)).text; }

std::optional<IdleReason> idle_reason_from(std::string_view text) { return find_word<IdleReason>(kReasonsIdle, text); }

Words words_of(IdleReason reason) {
  const ReasonWords& words = kReasonsIdle.at(static_cast<std::size_t>(reason));
  return {words.zh, words.en};
}

}  // namespace railshift::policy
