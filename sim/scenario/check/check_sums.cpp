#include "sim/scenario/check/check_sums.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

constexpr double kTolerance = 1e-6;
const Words kCorrect{"改正这些比例", "correct the shares"};

/// Shares that belong together and where the last of them in the file stands.
struct Sum {
  double total = 0.0;
  bool sound = true;
  int rows = 0;
  Place place;
  std::string parts;
};

void add(Sum& sum, double share, const Place& place, const std::string& id) {
  sum.total += share;
  ++sum.rows;
  if (sum.place.line <= place.line) sum.place = place;
  sum.parts += fmt::format("{}{} {:g}", sum.parts.empty() ? "" : ", ", id, share);
}

bool is_one(double total) { return std::abs(total - 1.0) <= kTolerance; }

/// Whether a flow carries anything in the base year.
bool exists_in_base_year(const Sources& s, const Flow& flow) {
  const Date begin = make_date(s.settings.base_year, 1, 1);
  const Date end = make_date(s.settings.base_year + 1, 1, 1);
  for (const Id<Site> id : {flow.origin, flow.destination}) {
    const Site& site = s.world.sites[id];
    if ((site.opens && *site.opens >= end) || (site.closes && *site.closes <= begin)) return false;
  }
  if (flow.share_or_t.on(begin).value_or(0.0) > 0.0) return true;
  for (const auto& [day, value] : flow.share_or_t.steps()) {
    if (day >= begin && day < end && value > 0.0) return true;
  }
  return false;
}

void check_base_shares(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("chains");
  std::map<std::uint32_t, Sum> sums;
  for (const ReadRow<Chain>& read : s.rows.chains) {
    if (!read.sound)
      sums[read.row.flow.index].sound = false;
    else
      add(sums[read.row.flow.index], read.row.base_share, table.cell(*read.raw, "base_share").place, read.raw->id);
  }
  std::set<std::string> unsound;
  for (const ReadRow<FlowRow>& read : s.rows.flows) {
    if (!read.sound) unsound.insert(read.raw->id);
  }
  for (const auto& [index, sum] : sums) {
    if (!sum.sound || index >= s.world.flows.size() || is_one(sum.total)) continue;
    const Flow& flow = s.world.flows[Id<Flow>{index}];
    const bool known = unsound.count(flow.id) == 0 && s.raw.at("sites").readable && s.period_is_known;
    if (std::abs(sum.total) <= kTolerance && (!known || !exists_in_base_year(s, flow))) continue;
    decoder.problem(
        sum.place,
        both("货流“{}”的基年比例合计为 {:g}（{}）", "base shares of flow \"{}\" sum to {:g} ({})", flow.id, sum.total, sum.parts),
        {"基年已有的货流，其基年比例合计为 1", "base shares of a flow that exists in the base year sum to 1"},
        {"改正该货流各运输链的比例", "correct the shares of the flow's chains"});
  }
}

void check_profiles(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("profiles");
  for (const ReadRow<ProfileRow>& read : s.rows.profiles) {
    double total = 0.0;
    for (const double share : read.row.share) total += share;
    if (!read.sound || is_one(total)) continue;
    decoder.problem(table.cell(*read.raw, "m01").place,
                    both("月度分布“{}”各月合计为 {:.10g}", "the months of profile \"{}\" sum to {:.10g}", read.raw->key, total),
                    {"一年各月合计为 1", "the months of a year sum to 1"}, kCorrect);
  }
}

void check_mixes(const Sources& s, Decoder& decoder) {
  const RawTable& mix = s.raw.at("outside_mix");
  std::map<std::tuple<Owner, VehicleType, int>, Sum> mixes;
  for (const ReadRow<OutsideMix>& read : s.rows.outside_mix) {
    Sum& sum = mixes[{read.row.owner, read.row.vehicle_type, read.row.year}];
    if (!read.sound)
      sum.sound = false;
    else
      add(sum, read.row.share, mix.cell(*read.raw, "share").place, read.raw->id);
  }
  for (const auto& [key, sum] : mixes) {
    if (!sum.sound || is_one(sum.total)) continue;
    decoder.problem(sum.place,
                    both("{2} 年 {0} {1} 车的比例合计为 {3:.10g}", "shares of {0} {1} trucks of {2} sum to {3:.10g}",
                         word_words(std::get<0>(key)), word_words(std::get<1>(key)), std::get<2>(key), sum.total),
                    {"同一归属、车型和年份的比例合计为 1", "shares of an owner, vehicle type and year sum to 1"}, kCorrect);
  }
}

void check_purchases(const Sources& s, Decoder& decoder) {
  const RawTable& purchase = s.raw.at("purchase_shares");
  std::map<std::pair<std::uint32_t, int>, Sum> purchases;
  for (const ReadRow<PurchaseShare>& read : s.rows.purchase_shares) {
    if (read.sound)
      add(purchases[{read.row.segment.index, read.row.year}], read.row.share, purchase.cell(*read.raw, "share").place, read.raw->id);
  }
  for (const auto& [key, sum] : purchases) {
    if (sum.total <= 1.0 + kTolerance) continue;
    decoder.problem(sum.place,
                    both("{} 年的购车比例合计为 {:g}（{}）", "purchase shares of {} sum to {:g} ({})", key.second, sum.total, sum.parts),
                    {"同一车队和年份的比例合计不超过 1", "shares of a segment and year sum to at most 1"}, kCorrect);
  }
}

/// Rows of one flow in order of their days.
struct FlowSteps {
  const FlowRow* first = nullptr;
  std::vector<const ReadRow<FlowRow>*> rows;
};

/// The flow's share in force on a day and the row that says so. Rows of a flow stand in the order of their days.
const ReadRow<FlowRow>* in_force(const FlowSteps& steps, Date day) {
  const auto after = std::upper_bound(steps.rows.begin(), steps.rows.end(), day,
                                      [](Date d, const ReadRow<FlowRow>* row) { return d < row->row.valid_from; });
  return after == steps.rows.begin() ? nullptr : *std::prev(after);
}

/// Which shares must not exceed 1 together: rule, site and commodity (or the need group, where the site needs the group as a whole).
using ShareGroup = std::tuple<FlowRule, std::uint32_t, std::string>;

std::optional<ShareGroup> group_of(const Sources& s, const FlowRow& flow,
                                   const std::set<std::pair<std::uint32_t, std::string>>& named_needs) {
  const bool at_origin = flow.rule == FlowRule::push || flow.rule == FlowRule::rest_out;
  const Id<Site> site = at_origin ? flow.origin : flow.destination;
  if (flow.rule == FlowRule::fixed || site.index >= s.world.sites.size() || flow.commodity.index >= s.world.commodities.size())
    return std::nullopt;
  if (s.world.sites[site].outside()) return std::nullopt;
  const Commodity& c = s.world.commodities[flow.commodity];
  const bool by_group = !at_origin && !c.need_group.empty() && named_needs.count({site.index, c.id}) == 0;
  return ShareGroup{flow.rule, site.index, by_group ? c.need_group : c.id};
}

std::set<std::pair<std::uint32_t, std::string>> named_needs(const Sources& s) {
  std::set<std::pair<std::uint32_t, std::string>> out;
  for (const Process& process : s.world.processes) {
    for (const ProcessIo& io : process.io) {
      if (io.role == IoRole::in) out.insert({process.site.index, io.commodity});
    }
  }
  return out;
}

void check_group(const Sources& s, const ShareGroup& group, const std::vector<FlowSteps>& flows, Decoder& decoder) {
  std::set<Date> days;
  for (const FlowSteps& steps : flows) {
    for (const auto* row : steps.rows) days.insert(row->row.valid_from);
  }
  const RawTable& table = s.raw.at("flows");
  for (const Date day : days) {
    Sum sum;
    for (const FlowSteps& steps : flows) {
      if (const auto* row = in_force(steps, day)) add(sum, row->row.value, table.cell(*row->raw, "share_or_t").place, row->raw->id);
    }
    if (sum.total <= 1.0 + kTolerance || sum.rows < 2) continue;  // a single share over 1 is reported with its row
    const auto& [rule, site, commodity] = group;
    decoder.problem(
        sum.place,
        both("从 {4} 起，厂区“{2}”{1} 的 {0} 比例合计为 {3:g}（{5}）", "{0} shares of {1} at \"{2}\" sum to {3:g} from {4} ({5})",
             word_words(rule), commodity, s.world.sites[Id<Site>{site}].id, sum.total, to_string(day), sum.parts),
        {"同一厂区同类货流的比例合计不超过 1", "flow shares of one kind at one site sum to at most 1"},
        {"调低其中一个比例", "lower one of the shares"});
    return;
  }
}

void check_flow_shares(const Sources& s, Decoder& decoder) {
  const auto needs = named_needs(s);
  std::map<std::string, FlowSteps> by_flow;
  std::set<std::string> unsound;
  for (const ReadRow<FlowRow>& read : s.rows.flows) {
    if (!read.sound) unsound.insert(read.raw->id);
    FlowSteps& steps = by_flow[read.raw->id];
    steps.first = &read.row;
    steps.rows.push_back(&read);
  }
  std::map<ShareGroup, std::vector<FlowSteps>> groups;
  for (const auto& [id, steps] : by_flow) {
    if (unsound.count(id) > 0) continue;
    if (const auto group = group_of(s, *steps.first, needs)) groups[*group].push_back(steps);
  }
  for (const auto& [group, flows] : groups) check_group(s, group, flows, decoder);
}

}  // namespace

void check_sums(const Sources& s, Decoder& decoder) {
  check_base_shares(s, decoder);
  check_profiles(s, decoder);
  check_mixes(s, decoder);
  check_purchases(s, decoder);
  check_flow_shares(s, decoder);
}

}  // namespace railshift::scenario
