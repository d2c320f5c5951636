#include "sim/scenario/records/rail_record.hpp"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/record_form.hpp"
#include "sim/scenario/records/record_words.hpp"
#include "sim/scenario/records/stamp.hpp"

namespace railshift::scenario {
namespace {

/// Kilograms of a row, or why there are none.
struct RowMass {
  std::int64_t kg = 0;
  std::string trouble;
};

RowMass mass_of(const RecordRow& row) {
  for (const auto& [field, kg_per_unit] : {std::pair{"tonnes", 1e3}, std::pair{"tonnes_10k", 1e7}}) {
    const std::string& text = row.text(field);
    if (text.empty()) continue;
    const auto value = parse_decimal(text);
    constexpr double kMost = 1e9;  // 1,000 Mt a month: more than the whole railway carries
    if (!value || *value < 0.0 || *value * kg_per_unit > kMost * 1e3) return {0, fmt::format("tonnes \"{}\" are not 0 or more", text)};
    return {std::llround(*value * kg_per_unit), ""};
  }
  return {0, row.has_column("tonnes") || row.has_column("tonnes_10k") ? "tonnes are empty" : "there is no column for tonnes or tonnes_10k"};
}

std::vector<Id<Chain>> chains_at(const World& world, const SidingGoods& goods) {
  std::vector<Id<Chain>> out;
  for (const Chain& chain : world.chains) {
    if (world.flows[chain.flow].commodity != goods.second || !chain.has(Mode::rail)) continue;
    if (rules::loading_siding(world, chain) == goods.first || rules::unloading_siding(world, chain) == goods.first)
      out.push_back(world.chains.id_of(chain));
  }
  return out;
}

/// Parts of the chains in what a siding moves: modelled tonnes in the base year, or the flows' tonnes where no chain had a share.
std::vector<double> weights_of(const World& world, const std::vector<Id<Chain>>& chains, const std::vector<double>& flow_t) {
  std::vector<double> by_share;
  std::vector<double> by_flow;
  double sum = 0.0;
  for (const Id<Chain> id : chains) {
    const Chain& chain = world.chains[id];
    by_flow.push_back(flow_t[chain.flow.index]);
    by_share.push_back(by_flow.back() * chain.base_share);
    sum += by_share.back();
  }
  return sum > 0.0 ? by_share : by_flow;
}

void tell(const World& world, Id<Chain> id, const ToldChain& told, std::map<Id<Chain>, ToldChain>& out, std::vector<std::string>& notes) {
  const auto [at, fresh] = out.emplace(id, told);
  if (fresh) return;
  const Chain& chain = world.chains[id];
  const ToldChain other = at->second;
  if (rules::loading_siding(world, chain) == told.siding) at->second = told;
  notes.push_back(fmt::format("{}: {:.0f} t at {}, {:.0f} t at {}; the siding where it loads is taken", chain.id, other.tonnes,
                              world.sidings[other.siding].id, told.tonnes, world.sidings[told.siding].id));
}

}  // namespace

std::vector<Month> RailRecord::gaps(int year) const {
  std::set<Month> seen;
  for (const auto& [key, tonnes] : goods) {
    for (const auto& [month, kg] : tonnes.kg) seen.insert(month);
  }
  std::vector<Month> out;
  for (int m = 1; m <= 12; ++m) {
    if (seen.count(make_month(year, m)) == 0) out.push_back(make_month(year, m));
  }
  return out;
}

RailRecord read_rail_record(const World& world, const RecordRequest& request, RecordImport& out, Problems& problems) {
  RailRecord record;
  const auto form = record_form(request, RecordKind::rail_months, problems);
  if (!form) return record;
  const NameBook<Siding> sidings(world.sidings);
  const NameBook<Commodity> commodities(world.commodities);
  Misfits misfits;
  ReadRecord read = read_record(form->text, request.record.name, form->columns, problems, [&](const RecordRow& row) {
    const auto siding = sidings.find(row.meaning("siding"));
    const auto commodity = commodities.find(row.meaning("commodity"));
    const auto day = read_stamp(row.text("month"), form->columns.times);
    const RowMass mass = mass_of(row);
    const auto unfit = [&](const std::string& why) { misfits.add(why, row.line()); };
    if (!siding) return unfit(fmt::format("siding \"{}\" is not a siding of the scenario", row.text("siding")));
    if (!commodity) return unfit(fmt::format("commodity \"{}\" is not a commodity of the scenario", row.text("commodity")));
    if (!day) return unfit(fmt::format("month \"{}\" cannot be read", row.text("month")));
    if (!mass.trouble.empty()) return unfit(mass.trouble);
    RailTonnes& goods = record.goods[{*siding, *commodity}];
    if (goods.kg.count(month_of(*day)) != 0) goods.repeated.add(row.line());
    goods.kg[month_of(*day)] += mass.kg;
    goods.lines.add(row.line());
  });
  note_reading(std::move(read), misfits, out);
  return record;
}

std::map<Id<Chain>, ToldChain> told_chains(const World& world, const RailRecord& record, int year, RecordImport& out) {
  std::map<Id<Chain>, ToldChain> told;
  const std::vector<double> flow_t = flow_tonnes(world, year);
  for (const auto& [key, goods] : record.goods) {
    double tonnes = 0.0;
    bool in_year = false;
    for (const auto& [month, kg] : goods.kg) {
      if (month.year() != year) continue;
      in_year = true;
      tonnes += static_cast<double>(kg) / 1000.0;
    }
    const auto chains = chains_at(world, key);
    const std::string where = fmt::format("{} of {}", world.commodities[key.second].id, world.sidings[key.first].id);
    if (chains.empty()) {
      out.misfits.add(fmt::format("{}: no chain of the scenario uses the siding for it", where), goods.lines);
      continue;
    }
    if (!in_year) {
      out.notes.push_back(fmt::format("{}: no row in the base year {}; its base shares stay", where, year));
      continue;
    }
    const auto weights = weights_of(world, chains, flow_t);
    double all = 0.0;
    for (const double weight : weights) all += weight;
    if (all <= 0.0) {
      out.misfits.add(fmt::format("{}: its flows carry nothing in {}", where, year), goods.lines);
      continue;
    }
    for (std::size_t i = 0; i < chains.size(); ++i)
      tell(world, chains[i], {tonnes * weights[i] / all, key.first, chains.size() == 1, goods.lines}, told, out.notes);
  }
  return told;
}

}  // namespace railshift::scenario
