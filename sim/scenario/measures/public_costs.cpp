#include "sim/scenario/measures/public_costs.hpp"

#include "sim/scenario/measures/origin.hpp"

namespace railshift::scenario {
namespace {

/// A city's whole yearly spending is some 10^11 yuan: more is a slip of units.
constexpr double kLargestCost = 1e12;

void check_range(const TomlNode& entry, const PublicCost& cost, Decoder& decoder) {
  const auto& [low, high, standing, source, reason] = cost.provenance;
  if (standing == Standing::assumed && (!low || !high)) {
    decoder.problem(entry.place, {"缺少 low（下限）或 high（上限）", "low or high is missing"},
                    {"假设的数要有范围", "an assumed number has a range"}, {"补上 low 和 high", "add low and high"});
  } else if (low && high && *low > *high) {
    decoder.problem(entry.find("low")->place, {"low（下限）大于 high（上限）", "low is above high"},
                    {"下限不大于上限", "low is at most high"}, {"两者对调", "swap them"});
  } else if ((low && cost.amount.value < *low) || (high && cost.amount.value > *high)) {
    const TomlNode* amount = entry.find("yuan");
    decoder.problem(amount->place, both("yuan（金额）为 {}", "yuan is {}", amount->text),
                    {"数要在其范围 low..high 之内", "a number lies in its own range low..high"},
                    {"改正该数或其范围", "correct the number or the range"});
  }
}

}  // namespace

Fields<PublicCost> public_cost_fields() {
  using T = PublicCost;
  return with_provenance<T>(
      {field(&T::kind, word("kind", "类别", "investment: spent once; subsidy: paid out")),
       field(&T::year, integer("year", "年份", "year in which it is spent, in the prices of that year").between(1990, 2100)),
       field(&T::amount,
             number("yuan", "金额", "public money of that year; 0: it costs nothing").in("yuan").between(0, kLargestCost).with_range())});
}

std::vector<PublicCost> read_public_costs(const TomlNode& measure, Decoder& decoder) {
  std::vector<PublicCost> costs;
  const TomlNode* list = measure.find(kPublicCost);
  if (list == nullptr || list->kind == TomlNode::Kind::damaged) return costs;
  if (list->kind != TomlNode::Kind::list) {
    decoder.problem(list->place, {"“public_cost”不是由节组成的列表", "\"public_cost\" is not a list of sections"},
                    {"各项写成节 [[measure.public_cost]]", "entries are sections [[measure.public_cost]]"},
                    {"写 [[measure.public_cost]]，两层方括号", "write [[measure.public_cost]] with two brackets"});
    return costs;
  }
  const Fields<PublicCost> fields = public_cost_fields();
  std::vector<std::string> known;
  for (const auto& f : fields) known.push_back(f.info.name);
  for (const TomlNode& entry : list->items) {
    const std::size_t before = decoder.problems();
    PublicCost& cost = costs.emplace_back();
    read_members(cost, entry, fields, decoder);
    report_unknown_keys(entry, known, decoder);
    if (entry.has_damage() || decoder.problems() != before) continue;
    check_origin(entry, cost.provenance, decoder);
    check_range(entry, cost, decoder);
  }
  return costs;
}

}  // namespace railshift::scenario
