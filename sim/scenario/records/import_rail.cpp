#include "sim/scenario/records/import_rail.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "sim/core/text.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/rail_checks.hpp"
#include "sim/scenario/records/rail_observed.hpp"
#include "sim/scenario/records/record_form.hpp"
#include "sim/scenario/records/record_numbers.hpp"

namespace railshift::scenario {
namespace {

/// Base shares of the chains of one flow.
class ShareWriter {
 public:
  ShareWriter(const World& world, const RecordRequest& request, const RailRecord& record, std::map<Id<Chain>, ToldChain> told,
              TableEdits& edits, RecordImport& out)
      : world_(world),
        request_(request),
        record_(record),
        told_(std::move(told)),
        edits_(edits),
        out_(out),
        flow_t_(flow_tonnes(world, world.settings.base_year)) {}

  void write(Id<Flow> flow) {
    const auto& chains = world_.chains_of(flow);
    const double whole = flow_t_[flow.index];
    double by_rail = 0.0;
    double others = 0.0;
    for (const Id<Chain> chain : chains) {
      if (const auto at = told_.find(chain); at != told_.end())
        by_rail += at->second.tonnes;
      else
        others += world_.chains[chain].base_share;
    }
    if (std::none_of(chains.begin(), chains.end(), [this](Id<Chain> chain) { return told_.count(chain) != 0; })) return;
    gap_ = gap_of(chains);
    if (!gap_.empty() && request_.answers.gaps == GapRule::block)
      return report_blocked(both("{} 的基年比例", "base shares of {}", world_.flows[flow].id), gap_, out_);
    const Words beside =
        both("{} {} 年：记录中铁路 {:.0f} 吨，货流共 {:.0f} 吨", "{} {}: {:.0f} t by rail in the record, {:.0f} t in the flow",
             world_.flows[flow].id, world_.settings.base_year, by_rail, whole);
    if (by_rail > whole * (1.0 + kRounding))
      return refuse(flow,
                    both("{}；铁路吨数多于货流总量，未写入比例", "{}; more rail tonnes than the flow has, shares not written", beside));
    const double rest = std::max(0.0, whole - by_rail);
    std::vector<double> parts = parts_of(chains, rest, others);
    if (parts.empty())
      return refuse(flow, both("{}；公路运输链不是唯一一条，其余吨数无从分配，未写入比例",
                               "{}; no single road chain to take the rest, shares not written", beside));
    put(flow, share_texts(parts));
    ++out_.written;
    out_.notes.push_back(with_gap(both("{}；已写入基年比例", "{}; base shares written", beside), gap_));
  }

 private:
  static constexpr double kRounding = 1e-6;

  /// Tonnes by chain: those told, and the rest split as the base shares of the others were, or by the only road chain. Empty: cannot be
  /// told.
  [[nodiscard]] std::vector<double> parts_of(const std::vector<Id<Chain>>& chains, double rest, double others) const {
    std::vector<double> parts;
    int roads = 0;
    for (const Id<Chain> id : chains) {
      const Chain& chain = world_.chains[id];
      const auto at = told_.find(id);
      const bool road = chain.main_mode() == Mode::truck;
      if (at == told_.end() && road) ++roads;
      parts.push_back(at != told_.end() ? at->second.tonnes : others > 0.0 ? rest * chain.base_share / others : road ? rest : 0.0);
    }
    if (others <= 0.0 && rest > 0.0 && roads != 1) return {};
    return parts;
  }

  /// What the record lacks of the sidings that the chains use, each gap once.
  [[nodiscard]] Words gap_of(const std::vector<Id<Chain>>& chains) const {
    std::vector<Words> gaps;
    for (const Id<Chain> id : chains) {
      if (const auto at = told_.find(id); at != told_.end()) gaps.push_back(at->second.gap);
      const Chain& chain = world_.chains[id];
      for (const auto& siding : {rules::loading_siding(world_, chain), rules::unloading_siding(world_, chain)}) {
        if (siding && told_.count(id) == 0) gaps.push_back(record_.unread.of(*siding, world_.settings.base_year));
      }
    }
    return all_gaps(std::move(gaps));
  }

  void refuse(Id<Flow> flow, const Words& what) {
    LineRanges lines;
    for (const Id<Chain> chain : world_.chains_of(flow)) {
      if (const auto at = told_.find(chain); at != told_.end() && at->second.lines.count() > lines.count()) lines = at->second.lines;
    }
    out_.misfits.add(what, lines);
  }

  void put(Id<Flow> flow, const std::vector<std::string>& shares) {
    const auto& chains = world_.chains_of(flow);
    for (NewRow row : edits_.rows("chains")) {
      for (std::size_t i = 0; i < chains.size(); ++i) {
        const Chain& chain = world_.chains[chains[i]];
        if (row["chain_id"] != chain.id) continue;
        const auto told = told_.find(chains[i]);
        const bool moved = std::abs(chain.base_share - *parse_decimal(shares[i])) > kRounding / 2.0;
        if (told == told_.end() && !moved) continue;
        row["base_share"] = shares[i];
        row["low"] = row["high"] = "";
        row["source"] = request_.source;
        row["standing"] = told != told_.end() && told->second.alone ? standing_with(gap_) : "derived";
        row["reason"] = with_gap(reason_of(chain, told == told_.end() ? nullptr : &told->second), gap_);
        edits_.put("chains", row);
      }
    }
  }

  [[nodiscard]] std::string reason_of(const Chain& chain, const ToldChain* told) const {
    if (told == nullptr) return "what rail leaves of the flow, split as the base shares were";
    return fmt::format("{:.0f} t at {} in {} / {:.0f} t of the flow{}", told->tonnes, world_.sidings[told->siding].id,
                       world_.settings.base_year, flow_t_[chain.flow.index],
                       told->alone ? "" : "; the siding's tonnes split over its chains as modelled");
  }

  const World& world_;
  const RecordRequest& request_;
  const RailRecord& record_;
  std::map<Id<Chain>, ToldChain> told_;
  TableEdits& edits_;
  RecordImport& out_;
  std::vector<double> flow_t_;
  Words gap_;  ///< of the flow that is written
};

void write_shares(const World& world, const RailRecord& record, const RecordRequest& request, TableEdits& edits, RecordImport& out) {
  const int year = world.settings.base_year;
  const auto gaps = record.gaps(year);
  auto told = told_chains(world, record, year, out);
  if (gaps.size() == 12) return;
  if (!gaps.empty() && record.unread.empty() && request.answers.gaps == GapRule::block) {
    // a part of a year is no year, and without a row of any siding nobody says that nothing ran
    out.notes.push_back(both("基准年 {}：记录中没有 {} 的行；未写入基年比例",
                             "base year {}: the record has no row in {}; base shares not written", year, list_of(gaps)));
    return;
  }
  ShareWriter writer(world, request, record, std::move(told), edits, out);
  for (const Flow& flow : world.flows) writer.write(world.flows.id_of(flow));
}

}  // namespace

RecordImport import_rail_months(const Files& files, const World& world, const RecordRequest& request, Problems& problems) {
  RecordImport out;
  RailRecord record = read_rail_record(world, request, out, problems);
  if (!record.goods.empty()) check_rail_record(world, request, record, problems);
  if (problems.empty() && record.goods.empty()) {
    report_nothing_taken(request, out, {"铁路月报要有专用线的吨数", "a rail record has tonnes of sidings"}, problems);
    return out;
  }
  if (!problems.empty()) {
    report_all_blocked(request, out, problems);
    return out;
  }
  for (const auto& [key, goods] : record.goods) {
    if (goods.repeated.count() > 0)
      out.notes.push_back(both("{}：第 {} 行的月份前面已有，吨数已相加", "{}: rows {} name a month again and were added up",
                               words_of_goods(world, key), goods.repeated.text()));
  }
  TableEdits edits(files, problems);
  if (request.write.count("shares") != 0) write_shares(world, record, request, edits, out);
  if (request.write.count("observed") != 0) write_rail_observed(world, record, request, edits, out, problems);
  report_all_blocked(request, out, problems);
  if (problems.empty()) out.tables = edits.finish(request.record.name, problems);
  return out;
}

}  // namespace railshift::scenario
