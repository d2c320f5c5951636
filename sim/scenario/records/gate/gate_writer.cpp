#include "sim/scenario/records/gate/gate_writer.hpp"

#include <fmt/format.h>

#include "sim/scenario/fields/words.hpp"
#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/magnitude.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {
namespace {

GateCount total(const std::map<Month, GateCount>& months) {
  GateCount sum;
  for (const auto& [month, count] : months) sum.add(count);
  return sum;
}

template <class E>
Words word_of(E value) {
  const Word word = words_of<E>()[static_cast<std::size_t>(value)];
  return {word.zh.empty() ? word.text : word.zh.front(), word.text};
}

}  // namespace

NewRow GateWriter::stated(NewRow row, const std::string& reason, const FlowYear& of) const {
  const bool by_goods = of.seen.side_by == SideBy::goods;
  row["low"] = "";
  row["high"] = "";
  row["standing"] = by_goods ? "derived" : standing_with(of.gap);
  row["source"] = request_.source;
  row["reason"] = with_gap(reason + (by_goods ? "; the log has no direction, the goods tell it" : ""), of.gap);
  return row;
}

bool GateWriter::may_write(FlowYear& of, Problems& problems) {
  const Flow& flow = world_.flows[of.seen.flow];
  const Site& site = world_.sites[of.seen.side.site];
  const Words what = both("{} {} 年", "{} {}", flow.id, of.year);
  if (const auto gaps = tally_.gaps(of.seen.side.site, of.year); !gaps.empty()) {
    out_.notes.push_back(both("{}：记录中 {}没有 {} 的行；不足一年，得不出月度分布和吨数",
                              "{}: the record has no row of {} in {}; a part of a year gives no months and no tonnes", what, called(site),
                              list_of(gaps)));
    return false;
  }
  of.gap = tally_.unread.of(site.firm, of.year);
  if (const auto partial = tally_.partial(of.seen.side.site, of.year); !partial.empty())
    add_gap(of.gap, both("记录只有 {} 的一部分", "the record holds a part of {}", list_of(partial)));
  if (const auto doubt = of.seen.doubts.find(of.year); doubt != of.seen.doubts.end())
    add_gap(of.gap, both("第 {} 行可能属于它，也可能属于别的货流", "rows {} may be loads of it or of another flow", doubt->second.text()));
  if (!of.gap.empty() && request_.answers.gaps == GapRule::block) {
    report_blocked(both("{}的月度分布和吨数", "months and tonnes of {}", what), of.gap, out_);
    return false;
  }
  const auto weighed = static_cast<double>(of.sum.loaded - of.sum.unweighed);
  const Compared load{both("{}平均每车载重", "a load of {}", what),
                      weighed > 0 ? static_cast<double>(of.sum.kg) / 1000.0 / weighed : 0.0,
                      to_tonnes(flow.payload).value,
                      {"吨", "t"}};
  return !ask_magnitude(request_, load, 0, problems);
}

void GateWriter::write_flow(const SeenFlow& seen, Problems& problems) {
  const Flow& flow = world_.flows[seen.flow];
  if (!seen.past_the_gate.empty()) {
    out_.notes.push_back(both("{}：{}的门禁只见到该货流的一部分（见不到 {}）；未写入月度分布和吨数",
                              "{}: the gate of {} sees only a part of the flow (not {}); months and tonnes not written", flow.id,
                              called(world_.sites[seen.side.site]), fmt::join(seen.past_the_gate, ", ")));
    return;
  }
  if (request_.write.count("profiles") == 0 && request_.write.count("tonnes") == 0) return;
  for (const int year : tally_.years(seen.side.site)) {
    FlowYear of{seen, year, {}, {}, {}};
    for (const auto& [month, count] : seen.by_month) {
      if (month.year() == year) of.months[month] = count;
    }
    of.sum = total(of.months);
    if (of.months.empty() || !may_write(of, problems)) continue;
    if (request_.write.count("profiles") != 0) write_profile(of);
    if (request_.write.count("tonnes") != 0) write_tonnes(of, problems);
  }
}

void GateWriter::write_profile(const FlowYear& of) {
  const Flow& flow = world_.flows[of.seen.flow];
  const bool weighed = of.sum.unweighed == 0;
  std::vector<double> parts;
  for (int m = 1; m <= 12; ++m) {
    const auto at = of.months.find(make_month(of.year, m));
    const std::int64_t part = at == of.months.end() ? 0 : weighed ? at->second.kg : at->second.loaded;
    parts.push_back(static_cast<double>(part));
  }
  const std::string id = "pf-gate-" + flow.id;
  const std::string before = world_.profiles[flow.profile].id;
  // other years keep what they had
  for (NewRow row : edits_.rows("profiles")) {
    if (row["profile_id"] != before || before == id) continue;
    row["profile_id"] = id;
    edits_.put("profiles", row);
  }
  NewRow row{{"profile_id", id}, {"year", std::to_string(of.year)}};
  const auto shares = share_texts(parts);
  for (std::size_t m = 0; m < shares.size(); ++m) row[fmt::format("m{:02}", m + 1)] = shares[m];
  edits_.put("profiles", stated(row,
                                fmt::format("{} of {} loads {} of {}", weighed ? "weights" : "number", of.sum.loaded,
                                            to_text(of.seen.side.direction), world_.sites[of.seen.side.site].id),
                                of));
  for (NewRow of_flow : edits_.rows("flows")) {
    if (of_flow["flow_id"] != flow.id || of_flow["profile_id"] == id) continue;
    of_flow["profile_id"] = id;
    edits_.put("flows", of_flow);
  }
  ++out_.written;
  out_.notes.push_back(
      with_gap(both("{0} {1} 年：月度分布 {2} 按 {4} 车的{3}得出", "{0} {1}: months of profile {2} from the {3} of {4} loads", flow.id,
                    of.year, id, weighed ? Words{"重量", "weights"} : Words{"车数", "number"}, of.sum.loaded),
               of.gap));
}

void GateWriter::write_tonnes(const FlowYear& of, Problems& problems) {
  const Flow& flow = world_.flows[of.seen.flow];
  if (of.sum.unweighed > 0) {
    out_.notes.push_back(both("{0} {1} 年：{3} 车中有 {2} 车没有重量；得不出吨数",
                              "{0} {1}: {2} of {3} loads have no weight; tonnes not told", flow.id, of.year, of.sum.unweighed,
                              of.sum.loaded));
    return;
  }
  const std::string tonnes = tonnes_text(of.sum.kg);
  const double modelled = flow_tonnes(world_, of.year)[of.seen.flow.index];
  const Words beside = both("{} {} 年：记录为 {} 吨，情景中为 {:.0f} 吨", "{} {}: {} t by the record, {:.0f} t modelled", flow.id, of.year,
                            tonnes, modelled);
  const bool fixed = flow.rule == FlowRule::fixed;
  const auto side = fixed ? std::nullopt : free_side(world_, of.seen.flow, of.year);
  const double told = static_cast<double>(of.sum.kg) / 1000.0;
  const double share = side && *side > 0.0 ? told / *side : 0.0;
  if (!fixed && (!side || *side <= 0.0)) {
    out_.notes.push_back(both("{}；该货流为“{}”，又没有别的货流承接差额：未写入",
                              "{}; {} with no other flow to take the difference: not written", beside, word_of(flow.rule)));
    return;
  }
  if (!fixed && share > 1.0) {
    out_.notes.push_back(
        both("{}；多于其比例所依据的 {:.0f} 吨：未写入", "{}; more than the {:.0f} t that it is a share of: not written", beside, *side));
    return;
  }
  if (ask_magnitude(request_, {both("{} {} 年", "{} in {}", flow.id, of.year), told, modelled, {"吨", "t"}}, 0, problems)) return;
  ++out_.written;
  if (fixed) {
    put_flow_value(of, tonnes, fmt::format("weights of {} loads", of.sum.loaded));
    out_.notes.push_back(with_gap(both("{}；已写入", "{}; written", beside), of.gap));
    return;
  }
  put_flow_value(of, fmt::format("{:.6f}", share), fmt::format("{} t of {} loads / {:.0f} t", tonnes, of.sum.loaded, *side));
  out_.notes.push_back(with_gap(both("{}；已写入比例 {:.6f}", "{}; share {:.6f} written", beside, share), of.gap));
}

void GateWriter::put_flow_value(const FlowYear& of, const std::string& value, const std::string& reason) {
  const Flow& flow = world_.flows[of.seen.flow];
  const std::string day = fmt::format("{}-01-01", of.year);
  std::optional<NewRow> in_force;
  std::optional<NewRow> first;
  for (const NewRow& row : edits_.rows("flows")) {
    if (row.at("flow_id") != flow.id) continue;
    const std::string& from = row.at("valid_from");
    if (from <= day && (!in_force || in_force->at("valid_from") < from)) in_force = row;
    if (!first || from < first->at("valid_from")) first = row;
  }
  NewRow row = in_force ? *in_force : *first;
  row["valid_from"] = day;
  row["share_or_t"] = value;
  edits_.put("flows", stated(row, reason, of));
}

Words GateWriter::gap_of_mix(int year) const {
  std::vector<Words> gaps;
  for (const auto& [site, days] : tally_.days) {
    gaps.push_back(tally_.unread.of(world_.sites[site].firm, year));
    gaps.push_back(tally_.unread_trucks.of(world_.sites[site].firm, year));
  }
  return all_gaps(std::move(gaps));
}

void GateWriter::write_mix() {
  if (request_.write.count("mix") == 0) return;
  if (tally_.hired.empty())
    out_.notes.push_back({"mix：没有一次通行写明外雇车的车型和燃料；未写入 outside_mix（外地车结构）",
                          "mix: no passage names a hired truck with vehicle type and fuel; outside_mix not written"});
  std::map<std::pair<int, VehicleType>, std::vector<std::pair<MixKey, std::int64_t>>> groups;
  for (const auto& [key, trucks] : tally_.hired) groups[{std::get<0>(key), std::get<1>(key)}].emplace_back(key, trucks);
  for (const auto& [group, cells] : groups) {
    const std::string year = std::to_string(group.first);
    const std::string type(railshift::to_text(group.second));
    const Words gap = gap_of_mix(group.first);
    const Words fleet = both("{1} 年外雇{0}车", "hired {0} trucks of {1}", word_of(group.second), year);
    if (!gap.empty() && request_.answers.gaps == GapRule::block) {
      report_blocked(both("{}的构成", "mix of {}", fleet), gap, out_);
      continue;
    }
    edits_.remove("outside_mix", [&](const NewRow& row) {
      return row.at("owner") == "hired" && row.at("vehicle_type") == type && row.at("year") == year;
    });
    std::vector<double> parts;
    for (const auto& [key, trucks] : cells) parts.push_back(static_cast<double>(trucks));
    const auto shares = share_texts(parts);
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string standard(railshift::to_text(std::get<2>(cells[i].first)));
      const std::string powertrain(railshift::to_text(std::get<3>(cells[i].first)));
      NewRow row{{"mix_id", id_part(fmt::format("mx-gate-hired-{}-{}-{}-{}", type, year, standard, powertrain))},
                 {"owner", "hired"},
                 {"vehicle_type", type},
                 {"year", year},
                 {"standard", standard},
                 {"powertrain", powertrain},
                 {"share", shares[i]}};
      row["standing"] = standing_with(gap);
      row["source"] = request_.source;
      row["reason"] = with_gap(fmt::format("{} passages of hired trucks; a truck counts as often as it passes", cells[i].second), gap);
      edits_.put("outside_mix", row);
    }
    ++out_.written;
    out_.notes.push_back(both("mix：{}已写入 outside_mix（外地车结构）", "mix: {} written to outside_mix", fleet));
  }
}

}  // namespace railshift::scenario
