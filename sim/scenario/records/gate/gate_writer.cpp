#include "sim/scenario/records/gate/gate_writer.hpp"

#include <fmt/format.h>

#include "sim/scenario/fields/words.hpp"
#include "sim/scenario/records/flow_amounts.hpp"
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

NewRow GateWriter::published(NewRow row, const std::string& reason) const {
  row["low"] = "";
  row["high"] = "";
  row["standing"] = "published";
  row["source"] = request_.source;
  row["reason"] = reason;
  return row;
}

void GateWriter::write_flow(const SeenFlow& seen) {
  const Flow& flow = world_.flows[seen.flow];
  const std::string& site = world_.sites[seen.side.site].id;
  if (!seen.past_the_gate.empty()) {
    notes_.push_back(fmt::format("{}: the gate of {} sees only a part of the flow (not {}); months and tonnes not written", flow.id, site,
                                 fmt::join(seen.past_the_gate, ", ")));
    return;
  }
  for (const int year : tally_.years(seen.side.site)) {
    Year months;
    for (const auto& [month, count] : seen.by_month) {
      if (month.year() == year) months[month] = count;
    }
    if (months.empty()) continue;
    const auto gaps = tally_.gaps(seen.side.site, year);
    if (!gaps.empty()) {
      notes_.push_back(fmt::format("{} {}: the record has no row of {} in {}; a part of a year gives no months and no tonnes", flow.id,
                                   year, site, list_of(gaps)));
      continue;
    }
    if (request_.write.count("profiles") != 0) write_profile(seen, year, months);
    if (request_.write.count("tonnes") != 0) write_tonnes(seen, year, months);
  }
}

void GateWriter::write_profile(const SeenFlow& seen, int year, const Year& months) {
  const Flow& flow = world_.flows[seen.flow];
  const GateCount sum = total(months);
  const bool weighed = sum.unweighed == 0;
  std::vector<double> parts;
  for (int m = 1; m <= 12; ++m) {
    const auto at = months.find(make_month(year, m));
    const std::int64_t part = at == months.end() ? 0 : weighed ? at->second.kg : at->second.loaded;
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
  NewRow row{{"profile_id", id}, {"year", std::to_string(year)}};
  const auto shares = share_texts(parts);
  for (std::size_t m = 0; m < shares.size(); ++m) row[fmt::format("m{:02}", m + 1)] = shares[m];
  edits_.put("profiles", published(row, fmt::format("{} of {} loads {} of {}", weighed ? "weights" : "number", sum.loaded,
                                                    to_text(seen.side.direction), world_.sites[seen.side.site].id)));
  for (NewRow of_flow : edits_.rows("flows")) {
    if (of_flow["flow_id"] != flow.id || of_flow["profile_id"] == id) continue;
    of_flow["profile_id"] = id;
    edits_.put("flows", of_flow);
  }
  notes_.push_back(
      fmt::format("{} {}: months of profile {} from the {} of {} loads", flow.id, year, id, weighed ? "weights" : "number", sum.loaded));
}

void GateWriter::write_tonnes(const SeenFlow& seen, int year, const Year& months) {
  const Flow& flow = world_.flows[seen.flow];
  const GateCount sum = total(months);
  if (sum.unweighed > 0) {
    notes_.push_back(fmt::format("{} {}: {} of {} loads have no weight; tonnes not told", flow.id, year, sum.unweighed, sum.loaded));
    return;
  }
  const std::string tonnes = tonnes_text(sum.kg);
  const std::string beside =
      fmt::format("{} {}: {} t by the record, {:.0f} t modelled", flow.id, year, tonnes, flow_tonnes(world_, year)[seen.flow.index]);
  if (flow.rule == FlowRule::fixed) {
    put_flow_value(flow, year, tonnes, fmt::format("weights of {} loads", sum.loaded));
    notes_.push_back(beside + "; written");
    return;
  }
  const auto side = free_side(world_, seen.flow, year);
  const double share = side && *side > 0.0 ? static_cast<double>(sum.kg) / 1000.0 / *side : 0.0;
  if (!side || *side <= 0.0) {
    notes_.push_back(fmt::format("{}; {} with no other flow to take the difference: not written", beside, word_of(flow.rule)));
  } else if (share > 1.0) {
    notes_.push_back(fmt::format("{}; more than the {:.0f} t that it is a share of: not written", beside, *side));
  } else {
    put_flow_value(flow, year, fmt::format("{:.6f}", share), fmt::format("{} t of {} loads / {:.0f} t", tonnes, sum.loaded, *side));
    notes_.push_back(fmt::format("{}; share {:.6f} written", beside, share));
  }
}

void GateWriter::put_flow_value(const Flow& flow, int year, const std::string& value, const std::string& reason) {
  const std::string day = fmt::format("{}-01-01", year);
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
  edits_.put("flows", published(row, reason));
}

std::string GateWriter::period_of(Id<Site> site, Month month) const {
  return tally_.gaps(site, month.year()).empty() ? std::to_string(month.year()) : to_string(month);
}

void GateWriter::put_observed(const std::string& metric, const std::string& scope, const std::string& period, const std::string& value,
                              const std::string& unit) {
  std::string id = "ob-gate-" + scope.substr(scope.find('=') + 1) + "-" + period;
  for (const char* name : {";direction=", ";standard=", ";commodity="}) {
    if (const auto at = id.find(name); at != std::string::npos) id.replace(at, std::string_view(name).size(), "-");
  }
  edits_.put("observed", {{"observed_id", id_part(id)},
                          {"metric", metric},
                          {"scope", scope},
                          {"period", period},
                          {"value", value},
                          {"unit", unit},
                          {"source", request_.source}});
}

void GateWriter::write_observed() {
  if (request_.write.count("observed") == 0) return;
  std::map<std::pair<std::string, std::string>, GateCount> trucks;  // by scope and period
  std::map<std::pair<std::string, std::string>, GateCount> loads;
  const auto scope = [this](GateSide side) {
    return fmt::format("site={};direction={}", world_.sites[side.site].id, to_text(side.direction));
  };
  for (const auto& [key, count] : tally_.counts) {
    trucks[{fmt::format("{};standard={}", scope(key.side), railshift::to_text(key.standard)), period_of(key.side.site, key.month)}].add(
        count);
  }
  for (const auto& [key, of_key] : tally_.loads) {
    if (!key.commodity) continue;
    const std::string goods = fmt::format("{};commodity={}", scope(key.side), world_.commodities[*key.commodity].id);
    for (const auto& [month, count] : of_key.by_month) loads[{goods, period_of(key.side.site, month)}].add(count);
  }
  for (const auto& [key, count] : trucks) put_observed("gate_trucks", key.first, key.second, std::to_string(count.trucks), "trucks");
  for (const auto& [key, count] : loads) {
    if (count.unweighed == 0) put_observed("gate_tonnes", key.first, key.second, tonnes_text(count.kg), "t");
  }
}

void GateWriter::write_mix() {
  if (request_.write.count("mix") == 0) return;
  if (tally_.hired.empty()) notes_.push_back("mix: no passage names a hired truck with vehicle type and fuel; outside_mix not written");
  std::map<std::pair<int, VehicleType>, std::vector<std::pair<MixKey, std::int64_t>>> groups;
  for (const auto& [key, trucks] : tally_.hired) groups[{std::get<0>(key), std::get<1>(key)}].emplace_back(key, trucks);
  for (const auto& [group, cells] : groups) {
    const std::string year = std::to_string(group.first);
    const std::string type(railshift::to_text(group.second));
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
      edits_.put("outside_mix",
                 published(row, fmt::format("{} passages of hired trucks; a truck counts as often as it passes", cells[i].second)));
    }
    notes_.push_back(fmt::format("mix: hired {} trucks of {} written to outside_mix", type, year));
  }
}

}  // namespace railshift::scenario
