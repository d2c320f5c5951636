#include "sim/scenario/check/check_rows.hpp"

#include <set>
#include <utility>

#include "sim/scenario/check/check_words.hpp"

namespace railshift::scenario {
namespace {

/// Columns that rows of one id with different dates must agree in.
const std::map<std::string, std::vector<std::string>>& common_columns() {
  static const std::map<std::string, std::vector<std::string>> kColumns{
      {"values", {"unit"}},
      {"processes", {"site_id", "driver_commodity"}},
      {"flows",
       {"commodity", "origin", "destination", "rule", "profile_id", "truck_class", "payload_t", "release", "hour_profile_id", "times",
        "priority"}},
      {"through", {"gateway_in", "gateway_out", "truck_class", "empty_share", "paths"}},
  };
  return kColumns;
}

void check_agreement(const RawTable& table, const std::vector<std::string>& columns, Decoder& decoder) {
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const RawRow& before = table.rows[i - 1];
    const RawRow& row = table.rows[i];
    if (row.id != before.id) continue;
    for (const std::string& name : columns) {
      const std::size_t column = table.column(name);
      if (row.cells.text(column) == before.cells.text(column)) continue;
      const Cell cell = table.cell(row, name), other = table.cell(before, name);
      if (cell.absent) continue;
      decoder.problem(cell.place, shown(table, row, name),
                      both("“{}”的各行只有日期和数可以不同；第 {} 行写的是“{}”",
                           "rows of \"{}\" differ in their date and value only; line {} has \"{}\"", row.id, other.place.line, other.text),
                      {"两行写成一样，或给该行另一个代码", "write the same in both rows, or give the row another id"});
    }
  }
}

/// A date that must come after another one of the same row.
template <class R, class First, class Second>
void check_order(const RawTable& table, const std::vector<ReadRow<R>>& rows, First first, Second second, const char* earlier,
                 const char* later, Decoder& decoder) {
  for (const ReadRow<R>& read : rows) {
    const auto a = read.row.*first;
    const auto b = read.row.*second;
    if (!a || !b || *a <= *b) continue;
    const Words early = column_words(table, earlier), late = column_words(table, later);
    decoder.problem(table.cell(*read.raw, later).place,
                    both("{}为 {}，{}为 {}", "{} is {}, {} is {}", late, to_string(*b), early, to_string(*a)),
                    both("{}不早于 {}", "{} is not before {}", late, early), {"改正其中一个日期", "correct one of the days"});
  }
}

bool fits(Standard standard, Powertrain powertrain) {
  const bool no_exhaust = powertrain == Powertrain::electric || powertrain == Powertrain::hydrogen;
  return no_exhaust == (standard == Standard::zero_exhaust);
}

template <class R>
void check_standards(const RawTable& table, const std::vector<ReadRow<R>>& rows, Decoder& decoder) {
  for (const ReadRow<R>& read : rows) {
    if (!read.sound || fits(read.row.standard, read.row.powertrain)) continue;
    decoder.problem(table.cell(*read.raw, "standard").place,
                    both("排放标准 standard 为 {}，动力 powertrain 为 {}", "standard is \"{}\" with powertrain \"{}\"",
                         word_words(read.row.standard), word_words(read.row.powertrain)),
                    {"纯电动和氢燃料车写 zero_exhaust（零排放），其他车写排放标准",
                     "electric and hydrogen trucks are zero_exhaust, all others have a standard"},
                    {"写 zero_exhaust，或改正 powertrain（动力）", "write zero_exhaust, or correct the powertrain"});
  }
}

void check_flows(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("flows");
  std::string previous;
  for (const ReadRow<FlowRow>& read : s.rows.flows) {
    const bool first = read.raw->id != previous;
    previous = read.raw->id;
    if (!read.sound) continue;
    if (read.row.rule != FlowRule::fixed && read.row.value > 1.0) {
      decoder.problem(table.cell(*read.raw, "share_or_t").place, shown(table, *read.raw, "share_or_t"),
                      {"比例为 0 至 1；只有规则为 fixed（固定）才写吨数", "a share is 0 to 1; only rule fixed has tonnes"},
                      {"写比例，85% 写 0.85", "write a share, for 85% write 0.85"});
    }
    if (first && s.period_is_known && read.row.valid_from > s.settings.start) {
      decoder.problem(table.cell(*read.raw, "valid_from").place,
                      both("“{}”的第一行从 {} 起", "the first row of \"{}\" starts {}", read.raw->id, to_string(read.row.valid_from)),
                      both("货流要从运行起始日 {} 起就有数", "a flow is known from the start of the run, {}", to_string(s.settings.start)),
                      {"把日期提前；以后才有的货流，先补一行比例 0", "start earlier; for a flow that begins later add a row with share 0"});
    }
  }
}

void check_places(const Sources& s, Decoder& decoder) {
  const auto gateway = [&](const RawTable& table, const RawRow& row, const char* column, Id<Node> node, const Words& rule) {
    if (node.index >= s.world.nodes.size() || s.world.nodes[node].type == NodeType::gateway) return;
    decoder.problem(table.cell(row, column).place, shown(table, row, column), rule,
                    {"写 node_type（类别）为 gateway（门户）的节点", "name a node of node_type gateway"});
  };
  for (const ReadRow<SiteRow>& read : s.rows.sites) {
    if (read.sound && read.row.outside())
      gateway(s.raw.at("sites"), *read.raw, "node_id", read.row.node, {"市外厂区要接在出入口上", "outside sites hang on a gateway"});
  }
  for (const ReadRow<ThroughRow>& read : s.rows.through) {
    if (!read.sound) continue;
    gateway(s.raw.at("through"), *read.raw, "gateway_in", read.row.gateway_in,
            {"过境交通从出入口进入", "through traffic enters at a gateway"});
    gateway(s.raw.at("through"), *read.raw, "gateway_out", read.row.gateway_out,
            {"过境交通从出入口离开", "through traffic leaves at a gateway"});
  }
  const RawTable& links = s.raw.at("link");
  for (const ReadRow<Link>& read : s.rows.links) {
    if (!read.sound || read.row.from != read.row.to) continue;
    decoder.problem(links.cell(*read.raw, "to_node_id").place, shown(links, *read.raw, "to_node_id"),
                    {"路段的两端是不同的节点", "a link has two different ends"}, {"改正其中一个节点", "correct one of the nodes"});
  }
}

void check_small(const Sources& s, Decoder& decoder) {
  const RawTable& io = s.raw.at("process_io");
  for (const ReadRow<IoRow>& read : s.rows.process_io) {
    if (!read.sound || read.row.role == IoRole::in || decoder.keys().rank("commodities", read.row.commodity)) continue;
    decoder.problem(io.cell(*read.raw, "commodity").place, shown(io, *read.raw, "commodity"),
                    {"need_group（需求组）只用于投入", "a need_group stands for inputs only"}, {"写货类代码", "name a commodity"});
  }
  const RawTable& mix = s.raw.at("outside_mix");
  for (const ReadRow<OutsideMix>& read : s.rows.outside_mix) {
    if (!read.sound || read.row.owner != Owner::local) continue;
    decoder.problem(mix.cell(*read.raw, "owner").place,
                    both("{}是 {}", "{} is \"{}\"", column_words(mix, "owner"), word_words(Owner::local)),
                    {"外来车辆是 hired（外雇）或 through（过境）", "outside trucks are hired or through"},
                    {"写 hired 或 through", "write hired or through"});
  }
  const RawTable& observed = s.raw.at("observed");
  for (const ReadRow<Observed>& read : s.rows.observed) {
    const std::string& p = read.row.period;
    const bool year = p.size() == 4 && parse_date(p + "-01-01");
    const bool month = p.size() == 7 && parse_date(p + "-01");
    if (!read.sound || year || month) continue;
    decoder.problem(observed.cell(*read.raw, "period").place, shown(observed, *read.raw, "period"), {"写年份或月份", "a year or a month"},
                    {"如 2024 或 2024-03", "write 2024 or 2024-03"});
  }
}

/// Rules of clean transport: of works alone, one for a kind and region, and an end only of a share that has one.
void check_clean_rules(const Sources& s, Decoder& decoder) {
  const RawTable& table = s.raw.at("clean_rules");
  std::set<std::pair<SiteKind, bool>> seen;
  for (const ReadRow<CleanRule>& read : s.rows.clean_rules) {
    if (!read.sound) continue;
    const CleanRule& rule = read.row;
    const auto place = [&](const char* column) { return table.cell(*read.raw, column).place; };
    if (!is_industrial(rule.site_kind))
      decoder.problem(place("site_kind"), shown(table, *read.raw, "site_kind"),
                      {"清洁运输只评判工矿企业的厂区", "clean transport is judged of industrial works alone"},
                      {"改正类型，或去掉这一行", "correct the kind, or leave the row out"});
    else if (!seen.insert({rule.site_kind, rule.key_region}).second)
      decoder.problem(place("site_kind"), shown(table, *read.raw, "site_kind"),
                      {"每种厂区在重点区域内外各一条规则", "one rule for a kind of works in key regions and one outside them"},
                      {"合并两行", "make one row of both"});
    if (rule.shortfall_until && !rule.shortfall_new_energy)
      decoder.problem(place("shortfall_until"), shown(table, *read.raw, "shortfall_until"),
                      {"截止日属于 shortfall_new_energy（不足部分新能源比例）", "the day ends the share shortfall_new_energy"},
                      {"补上该比例，或去掉日期", "add the share, or leave the day out"});
    if (rule.shortfall_new_energy && !rule.fallback)
      decoder.problem(place("shortfall_new_energy"), shown(table, *read.raw, "shortfall_new_energy"),
                      {"不可以清洁车辆代替（fallback 为 no）的规则没有这一比例", "a rule without a fallback has no such share"},
                      {"fallback 写 yes，或去掉该比例", "write fallback yes, or leave the share out"});
  }
}

}  // namespace

void check_rows(const Sources& s, Decoder& decoder) {
  for (const auto& [name, columns] : common_columns()) check_agreement(s.raw.at(name), columns, decoder);
  check_order(s.raw.at("sites"), s.rows.sites, &SiteRow::opens, &SiteRow::closes, "opens", "closes", decoder);
  check_order(s.raw.at("link"), s.rows.links, &Link::opens, &Link::closes, "opens", "closes", decoder);
  check_order(s.raw.at("sidings"), s.rows.sidings, &Siding::built, &Siding::in_service, "built", "in_service", decoder);
  check_standards(s.raw.at("register"), s.rows.register_rows, decoder);
  check_standards(s.raw.at("outside_mix"), s.rows.outside_mix, decoder);
  check_standards(s.raw.at("emission_factors"), s.rows.emission_factors, decoder);
  check_flows(s, decoder);
  check_places(s, decoder);
  check_small(s, decoder);
  check_clean_rules(s, decoder);
}

}  // namespace railshift::scenario
