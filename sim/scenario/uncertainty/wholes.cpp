#include "sim/scenario/uncertainty/wholes.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <set>

namespace railshift::scenario {
namespace {

constexpr double kTolerance = 1e-6;  // that of check: shares nearer to 1 make up 1

/// The English word for what a cell says; a text that is none of the words as it is.
template <class E>
std::string word_in(const RawTable& table, const RawRow& row, const char* column) {
  std::string text = table.cell(row, column).text;
  for (const Word& word : words_of<E>()) {
    if (word.text == text || std::find(word.zh.begin(), word.zh.end(), text) != word.zh.end()) return word.text;
  }
  return text;
}

struct WholeRow {
  const RawRow* row = nullptr;
  double value = 0.0;
  bool ranged = false;
};

/// A table's rows as parts of wholes.
class WholeTable {
 public:
  WholeTable(const RawTable& table, std::string column) : table_(table), column_(std::move(column)) {}

  [[nodiscard]] WholeRow row(const RawRow& r) const {
    const auto low = table_.number(r, "low"), high = table_.number(r, "high");
    return {&r, table_.number(r, column_).value_or(0.0), low && high && *low < *high};
  }

  /// Adds a whole of these rows, if one of them can move.
  void add(std::vector<Whole>& all, Whole::Keeps keeps, const std::vector<WholeRow>& rows) const {
    double sum = 0.0;
    for (const WholeRow& r : rows) sum += r.value;
    if (std::none_of(rows.begin(), rows.end(), [](const WholeRow& r) { return r.ranged; })) return;
    Whole whole{keeps, {}};
    for (const WholeRow& r : rows) {
      WholePart part{table_.spec.name + "." + r.row->key + "." + column_, r.value, 0.0, std::max(sum, r.value)};
      if (r.ranged) {
        part.low = std::min(r.value, *table_.number(*r.row, "low"));
        part.high = std::max(r.value, *table_.number(*r.row, "high"));
      }
      whole.parts.push_back(std::move(part));
    }
    all.push_back(std::move(whole));
  }

 private:
  const RawTable& table_;
  std::string column_;
};

using Grouped = std::map<std::string, std::vector<WholeRow>>;

void add_named_wholes(const RawTables& tables, std::vector<Whole>& all) {
  const std::map<std::string, std::string> columns{{"chains", "base_share"}, {"flows", "share_or_t"}, {"outside_mix", "share"}};
  for (const auto& [name, column] : columns) {
    const RawTable& table = tables.at(name);
    const WholeTable rows(table, column);
    Grouped groups;
    for (const RawRow& row : table.rows) {
      if (const auto whole = whole_of(table, row)) groups[*whole].push_back(rows.row(row));
    }
    for (const auto& [id, group] : groups) rows.add(all, Whole::Keeps::sum, group);
  }
}

/// What a process makes of a tonne, where it makes a tonne of it.
void add_yields(const RawTable& table, std::vector<Whole>& all) {
  const WholeTable rows(table, "t_per_t");
  Grouped groups;
  for (const RawRow& row : table.rows) {
    if (word_in<IoRole>(table, row, "role") == "out")
      groups[table.cell(row, "process_id").text + "/" + table.cell(row, "valid_from").text].push_back(rows.row(row));
  }
  for (const auto& [id, group] : groups) {
    double sum = 0.0;
    for (const WholeRow& r : group) sum += r.value;
    if (std::abs(sum - 1.0) <= kTolerance) rows.add(all, Whole::Keeps::sum, group);
  }
}

void add_purchases(const RawTable& table, std::vector<Whole>& all) {
  const WholeTable rows(table, "share");
  Grouped groups;
  for (const RawRow& row : table.rows)
    groups[table.cell(row, "segment_id").text + "/" + table.cell(row, "year").text].push_back(rows.row(row));
  for (const auto& [id, group] : groups) rows.add(all, Whole::Keeps::at_most_one, group);
}

/// Pushes of an output, pulls of a need: rows by flow, in the order of their days.
using FlowDays = std::map<std::string, std::vector<const RawRow*>>;

/// The side that a push or pull takes its share of, as check_sums groups it.
std::optional<std::string> side_of(const RawTable& table, const RawRow& row, const World& world,
                                   const std::set<std::pair<std::string, std::string>>& named_needs) {
  const auto text = [&](const char* column) { return table.cell(row, column).text; };
  const std::string rule = word_in<FlowRule>(table, row, "rule");
  if (rule != "push" && rule != "pull") return std::nullopt;
  const std::string site = text(rule == "push" ? "origin" : "destination"), goods = text("commodity");
  const auto at = world.sites.find(site);
  const auto commodity = world.commodities.find(goods);
  if (!at || !commodity || world.sites[*at].outside()) return std::nullopt;
  const std::string& group = world.commodities[*commodity].need_group;
  const bool by_group = rule == "pull" && !group.empty() && named_needs.count({site, goods}) == 0;
  return rule + "/" + site + "/" + (by_group ? group : goods);
}

/// A row that holds from one day on over a day on which another changes is in two wholes: closing one sum would open the other.
void let_shared_sums_stand(std::vector<Whole>& of_side) {
  std::map<std::string, int> times;
  for (const Whole& whole : of_side) {
    for (const WholePart& part : whole.parts) ++times[part.path];
  }
  for (Whole& whole : of_side) {
    const bool shared = std::any_of(whole.parts.begin(), whole.parts.end(), [&](const WholePart& p) { return times.at(p.path) > 1; });
    if (whole.keeps != Whole::Keeps::sum || !shared) continue;
    for (WholePart& part : whole.parts) part.stands = true;
  }
}

void add_side(const RawTable& table, const FlowDays& flows, std::vector<Whole>& all) {
  const WholeTable rows(table, "share_or_t");
  std::set<std::string> days;
  for (const auto& [flow, dated] : flows) {
    for (const RawRow* row : dated) days.insert(table.cell(*row, "valid_from").text);
  }
  std::vector<Whole> of_side;
  for (const std::string& day : days) {
    std::vector<WholeRow> in_force;
    double sum = 0.0;
    for (const auto& [flow, dated] : flows) {
      const RawRow* latest = nullptr;
      for (const RawRow* row : dated) {
        if (table.cell(*row, "valid_from").text <= day) latest = row;
      }
      if (latest == nullptr) continue;
      in_force.push_back(rows.row(*latest));
      sum += in_force.back().value;
    }
    rows.add(of_side, sum >= 1.0 - kTolerance ? Whole::Keeps::sum : Whole::Keeps::at_most_one, in_force);
  }
  let_shared_sums_stand(of_side);
  std::move(of_side.begin(), of_side.end(), std::back_inserter(all));
}

void add_flow_sides(const RawTables& tables, const World& world, std::vector<Whole>& all) {
  std::set<std::pair<std::string, std::string>> named_needs;
  for (const Process& process : world.processes) {
    for (const ProcessIo& io : process.io) {
      if (io.role == IoRole::in) named_needs.insert({world.sites[process.site].id, io.commodity});
    }
  }
  const RawTable& table = tables.at("flows");
  std::map<std::string, FlowDays> sides;
  for (const RawRow& row : table.rows) {
    if (const auto side = side_of(table, row, world, named_needs)) sides[*side][row.id].push_back(&row);
  }
  for (const auto& [side, flows] : sides) add_side(table, flows, all);
}

/// A part of a whole with the number that it has now and the bounds that it must keep.
struct Moving {
  const WholePart* part = nullptr;
  double now = 0.0;
  double low = 0.0;
  double high = 0.0;
};

double sum_at(const std::vector<Moving>& parts, double factor) {
  double sum = 0.0;
  for (const Moving& m : parts) sum += std::clamp(factor * m.now, m.low, m.high);
  return sum;
}

/// Scales the parts inside of their bounds so that they sum to `sum`, or as near as bounds let them.
void scale_to(std::vector<Moving>& parts, double sum) {
  double below = 0.0, above = 1.0;
  while (sum_at(parts, above) < sum && above < 1e9) above *= 2.0;
  for (int halving = 0; halving < 200 && below < above; ++halving) {
    const double middle = 0.5 * (below + above);
    if (middle == below || middle == above) break;
    (sum_at(parts, middle) < sum ? below : above) = middle;
  }
  double reached = 0.0;
  for (Moving& m : parts) reached += m.now = std::clamp(above * m.now, m.low, m.high);
  // What rounding left goes to the first that has room, so that a balance closes to the kilogram.
  for (Moving& m : parts) {
    const double better = m.now + sum - reached;
    if (std::abs(sum - reached) > 1e-9 || better < m.low || better > m.high) continue;
    m.now = better;
    break;
  }
}

double sum_of(const std::vector<Moving>& parts) {
  double sum = 0.0;
  for (const Moving& m : parts) sum += m.now;
  return sum;
}

void close_sum(double given, std::vector<Moving>& moved, std::vector<Moving>& others) {
  if (!others.empty()) scale_to(others, given - sum_of(moved));
  if (std::abs(sum_of(moved) + sum_of(others) - given) > 1e-12) scale_to(moved, given - sum_of(others));
  if (std::abs(sum_of(moved) + sum_of(others) - given) <= 1e-9) return;
  for (auto* parts : {&moved, &others}) {
    for (Moving& m : *parts) m.now = m.part->value;
  }
}

}  // namespace

std::optional<std::string> whole_of(const RawTable& table, const RawRow& row) {
  const auto text = [&](const char* column) { return table.cell(row, column).text; };
  if (table.spec.name == "chains") return text("flow_id");
  if (table.spec.name == "outside_mix")
    return word_in<Owner>(table, row, "owner") + "/" + word_in<VehicleType>(table, row, "vehicle_type") + "/" + text("year");
  if (table.spec.name != "flows") return std::nullopt;
  const std::string rule = word_in<FlowRule>(table, row, "rule");
  if (rule == "rest_out") return "out/" + text("origin") + "/" + text("commodity") + "/" + text("valid_from");
  if (rule == "rest_in") return "in/" + text("destination") + "/" + text("commodity") + "/" + text("valid_from");
  return std::nullopt;
}

std::vector<Whole> wholes_of(const RawTables& tables, const World& world) {
  std::vector<Whole> all;
  add_named_wholes(tables, all);
  add_yields(tables.at("process_io"), all);
  add_purchases(tables.at("purchase_shares"), all);
  add_flow_sides(tables, world, all);
  std::stable_partition(all.begin(), all.end(), [](const Whole& w) { return w.keeps == Whole::Keeps::sum; });
  return all;
}

void close(const Whole& whole, Drawn& drawn) {
  std::vector<Moving> moved, others;
  double given = 0.0, sum = 0.0;
  for (const WholePart& part : whole.parts) given += part.value;
  const double most = whole.keeps == Whole::Keeps::sum ? given : std::max(1.0, given);
  for (const WholePart& part : whole.parts) {
    const auto found = drawn.find(part.path);
    if (found == drawn.end() || part.stands) {
      others.push_back({&part, part.value, part.stands ? part.value : part.low, part.stands ? part.value : part.high});
    } else {
      const double now = std::clamp(found->second, 0.0, most);
      moved.push_back({&part, now, std::min(part.low, now), std::min(most, std::max(part.high, now))});
    }
    sum += moved.empty() || moved.back().part != &part ? part.value : moved.back().now;
  }
  if (moved.empty()) {
    for (const WholePart& part : whole.parts) drawn.erase(part.path);  // those that stand
    return;
  }
  if (whole.keeps == Whole::Keeps::sum)
    close_sum(given, moved, others);
  else if (sum > 1.0)
    scale_to(moved, 1.0 - sum_of(others));
  for (const Moving& m : moved) drawn[m.part->path] = m.now;
  for (const Moving& m : others) {
    if (whole.keeps == Whole::Keeps::sum || drawn.count(m.part->path) > 0) drawn[m.part->path] = m.now;
  }
}

}  // namespace railshift::scenario
