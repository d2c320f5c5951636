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

std::string word_of(FlowRule rule) { return words_of<FlowRule>()[static_cast<std::size_t>(rule)].text; }

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
  const std::string what = fmt::format("{} {}", flow.id, of.year);
  if (const auto gaps = tally_.gaps(of.seen.side.site, of.year); !gaps.empty()) {
    out_.notes.push_back(
        fmt::format("{}: the record has no row of {} in {}; a part of a year gives no months and no tonnes", what, site.id, list_of(gaps)));
    return false;
  }
  of.gap = tally_.unread.of(site.firm, of.year);
  if (const auto partial = tally_.partial(of.seen.side.site, of.year); !partial.empty())
    of.gap += fmt::format("{}the record holds a part of {}", of.gap.empty() ? "" : "; ", list_of(partial));
  if (const auto doubt = of.seen.doubts.find(of.year); doubt != of.seen.doubts.end())
    of.gap += fmt::format("{}rows {} may be loads of it or of another flow", of.gap.empty() ? "" : "; ", doubt->second.text());
  if (!of.gap.empty() && request_.answers.gaps == GapRule::block) {
    report_blocked("months and tonnes of " + what, of.gap, out_);
    return false;
  }
  const auto weighed = static_cast<double>(of.sum.loaded - of.sum.unweighed);
  const Compared load{fmt::format("a load of {}", what), weighed > 0 ? static_cast<double>(of.sum.kg) / 1000.0 / weighed : 0.0,
                      to_tonnes(flow.payload).value, "t"};
  return !ask_magnitude(request_, load, 0, problems);
}

void GateWriter::write_flow(const SeenFlow& seen, Problems& problems) {
  const Flow& flow = world_.flows[seen.flow];
  const std::string& site = world_.sites[seen.side.site].id;
  if (!seen.past_the_gate.empty()) {
    out_.notes.push_back(fmt::format("{}: the gate of {} sees only a part of the flow (not {}); months and tonnes not written", flow.id,
                                     site, fmt::join(seen.past_the_gate, ", ")));
    return;
  }
  if (request_.write.count("profiles") == 0 && request_.write.count("tonnes") == 0) return;
  for (const int year : tally_.years(seen.side.site)) {
    FlowYear of{seen, year, {}, {}, ""};
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
  out_.notes.push_back(with_gap(fmt::format("{} {}: months of profile {} from the {} of {} loads", flow.id, of.year, id,
                                            weighed ? "weights" : "number", of.sum.loaded),
                                of.gap));
}

void GateWriter::write_tonnes(const FlowYear& of, Problems& problems) {
  const Flow& flow = world_.flows[of.seen.flow];
  if (of.sum.unweighed > 0) {
    out_.notes.push_back(
        fmt::format("{} {}: {} of {} loads have no weight; tonnes not told", flow.id, of.year, of.sum.unweighed, of.sum.loaded));
    return;
  }
  const std::string tonnes = tonnes_text(of.sum.kg);
  const double modelled = flow_tonnes(world_, of.year)[of.seen.flow.index];
  const std::string beside = fmt::format("{} {}: {} t by the record, {:.0f} t modelled", flow.id, of.year, tonnes, modelled);
  const bool fixed = flow.rule == FlowRule::fixed;
  const auto side = fixed ? std::nullopt : free_side(world_, of.seen.flow, of.year);
  const double told = static_cast<double>(of.sum.kg) / 1000.0;
  const double share = side && *side > 0.0 ? told / *side : 0.0;
  if (!fixed && (!side || *side <= 0.0)) {
    out_.notes.push_back(fmt::format("{}; {} with no other flow to take the difference: not written", beside, word_of(flow.rule)));
    return;
  }
  if (!fixed && share > 1.0) {
    out_.notes.push_back(fmt::format("{}; more than the {:.0f} t that it is a share of: not written", beside, *side));
    return;
  }
  if (ask_magnitude(request_, {fmt::format("{} in {}", flow.id, of.year), told, modelled, "t"}, 0, problems)) return;
  ++out_.written;
  if (fixed) {
    put_flow_value(of, tonnes, fmt::format("weights of {} loads", of.sum.loaded));
    out_.notes.push_back(with_gap(beside + "; written", of.gap));
    return;
  }
  put_flow_value(of, fmt::format("{:.6f}", share), fmt::format("{} t of {} loads / {:.0f} t", tonnes, of.sum.loaded, *side));
  out_.notes.push_back(with_gap(fmt::format("{}; share {:.6f} written", beside, share), of.gap));
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

std::string GateWriter::gap_of_mix(int year) const {
  std::set<std::string> gaps;
  for (const auto& [site, days] : tally_.days) {
    gaps.insert(tally_.unread.of(world_.sites[site].firm, year));
    gaps.insert(tally_.unread_trucks.of(world_.sites[site].firm, year));
  }
  gaps.erase("");
  return fmt::format("{}", fmt::join(gaps, "; "));
}

void GateWriter::write_mix() {
  if (request_.write.count("mix") == 0) return;
  if (tally_.hired.empty()) out_.notes.push_back("mix: no passage names a hired truck with vehicle type and fuel; outside_mix not written");
  std::map<std::pair<int, VehicleType>, std::vector<std::pair<MixKey, std::int64_t>>> groups;
  for (const auto& [key, trucks] : tally_.hired) groups[{std::get<0>(key), std::get<1>(key)}].emplace_back(key, trucks);
  for (const auto& [group, cells] : groups) {
    const std::string year = std::to_string(group.first);
    const std::string type(railshift::to_text(group.second));
    const std::string gap = gap_of_mix(group.first);
    if (!gap.empty() && request_.answers.gaps == GapRule::block) {
      report_blocked(fmt::format("mix of hired {} trucks of {}", type, year), gap, out_);
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
    out_.notes.push_back(fmt::format("mix: hired {} trucks of {} written to outside_mix", type, year));
  }
}

}  // namespace railshift::scenario
