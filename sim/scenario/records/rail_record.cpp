#include "sim/scenario/records/rail_record.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "sim/core/text.hpp"
#include "sim/rules/rail/chain_service.hpp"
#include "sim/scenario/records/flow_amounts.hpp"
#include "sim/scenario/records/reading/plain_text.hpp"
#include "sim/scenario/records/reading/stamp.hpp"
#include "sim/scenario/records/reading/stated_unit.hpp"
#include "sim/scenario/records/reading/usual_stamps.hpp"
#include "sim/scenario/records/record_form.hpp"
#include "sim/scenario/records/record_numbers.hpp"
#include "sim/scenario/records/record_words.hpp"

namespace railshift::scenario {
namespace {

/// What of a row could be read.
struct RailRow {
  std::optional<Id<Siding>> siding;
  std::optional<Id<Commodity>> commodity;
  std::optional<Month> month;
  std::optional<int> year;
  std::optional<std::int64_t> kg;
  bool elsewhere = false;  ///< of a siding that the scenario has not, or left out by the column map
  bool not_there = false;  ///< a month without a figure beside others: not reported yet
};

class RailReader {
 public:
  RailReader(const World& world, const ColumnMap& map)
      : map_(map), sidings_(world.sidings), commodities_(world.commodities), siding_names_(sidings_.names()) {}

  /// Why the row cannot be taken. All that can be read of it is, whatever else cannot.
  [[nodiscard]] Trouble read(const RecordRow& row, RailRow& out) const {
    out = RailRow{};
    Trouble first;
    for (const auto part : {&RailReader::read_siding, &RailReader::read_commodity, &RailReader::read_month, &RailReader::read_mass}) {
      Trouble trouble = (this->*part)(row, out);
      if (first.none()) first = std::move(trouble);
    }
    return first;
  }

 private:
  Trouble read_siding(const RecordRow& row, RailRow& out) const {
    const std::string& word = row.meaning("siding");
    out.siding = sidings_.find(word);
    out.elsewhere = is_left_out(word);
    if (out.siding || out.elsewhere) return {};
    if (word.empty())
      return row.trouble("siding", {"siding（专用线）为空", "siding is empty"}, {"每行都写专用线", "write the siding in every row"});
    const Words near = near_miss(word, siding_names_);
    out.elsewhere = near.empty();
    return row.trouble("siding",
                       both("“{}”不是情景中的专用线{}", "siding \"{}\" is not a siding of the scenario{}", row.text("siding"), near),
                       {"写 sidings.csv 中的代码或名称，或在列名对照表的 [words.siding] 中写明",
                        "an id or name of sidings.csv, or [words.siding] in a column map"});
  }

  Trouble read_commodity(const RecordRow& row, RailRow& out) const {
    const std::string& word = row.meaning("commodity");
    out.commodity = commodities_.find(word);
    if (is_left_out(word)) out.elsewhere = true;
    if (out.commodity || out.elsewhere) return {};
    return row.trouble(
        "commodity", both("“{}”不是情景中的货类", "commodity \"{}\" is not a commodity of the scenario", row.text("commodity")),
        both("写 commodities.csv 中的代码或名称，或在列名对照表的 [words.commodity] 中写 \"{}\" = \"...\"（\"-\" 表示不采用）",
             "an id or name of commodities.csv, or [words.commodity] \"{}\" = \"...\" in a column map (\"-\" leaves it out)",
             row.text("commodity")));
  }

  /// The year that a column or the title states, for months without one.
  [[nodiscard]] static std::optional<int> stated_year(const RecordRow& row) {
    if (const auto year = usual_year(row.text("year"))) return year;
    return row.layout().year;
  }

  Trouble read_month(const RecordRow& row, RailRow& out) const {
    out.year = stated_year(row);
    if (const MonthColumn* column = row.month()) {
      if (column->year) out.year = column->year;
      if (out.year) out.month = make_month(*out.year, column->number);
      if (out.month) return {};
      return {both("“{}”没有写明是哪一年", "{} is a month of no year", row.layout().headings[static_cast<std::size_t>(column->column)]),
              {"加一列 年份，或把年份写进表头（2023年1月）或上方的标题",
               "a column 年份, a year in the heading (2023年1月) or in the title above"},
              row.place_of(column->column)};
    }
    const std::string& text = row.text("month");
    if (!map_.times.empty()) {
      if (const auto day = read_stamp(text, map_.times)) out.month = month_of(*day);
    } else {
      out.month = usual_month(text);
      const auto number = out.month || !out.year ? std::nullopt : month_number(text);
      if (number) out.month = make_month(*out.year, *number);
    }
    if (!out.month)
      return row.trouble("month", both("月份“{}”读不出", "month \"{}\" cannot be read", text),
                         {"写 2023-01、2023年1月 或 202301", "2023-01, 2023年1月, 202301"});
    out.year = out.month->year();
    return {};
  }

  /// Kilograms by the unit of the column, of its heading or of the title.
  Trouble read_mass(const RecordRow& row, RailRow& out) const {
    if (const MonthColumn* column = row.month()) {
      if (is_blank(row.month_amount())) {
        out.not_there = true;
        return {};
      }
      return weigh(row.month_amount(), column->unit, row.place_of(column->column), out);
    }
    for (const char* field : {"tonnes", "tonnes_10k", "amount"}) {
      if (!row.text(field).empty()) return weigh(row.text(field), row.unit(field), row.trouble(field, {}).column, out);
    }
    for (const char* field : {"tonnes", "tonnes_10k", "amount"}) {
      if (row.has_column(field))
        return row.trouble(field, {"吨数为空", "tonnes are empty"}, {"写数；没有运量写 0", "a number; 0 for nothing"});
    }
    return {{"没有 tonnes（吨）或 tonnes_10k（万吨）列", "there is no column for tonnes or tonnes_10k"},
            {"在列名对照表中指明：[columns] tonnes = \"...\"", "name it in a column map: [columns] tonnes = \"...\""}};
  }

  static Trouble weigh(const std::string& text, const std::string& unit, int column, RailRow& out) {
    if (unit.empty())
      return {{"吨数没有单位", "the tonnes have no unit"},
              {"表头写 运量(吨) 或 运量(万吨)，或在表头上方写 单位：吨，或在列名对照表中写 unit = \"t\"",
               "运量(吨) or 运量(万吨) as heading, 单位：吨 above it, or unit = \"t\" in a column map"},
              column};
    const auto known = mass_unit(unit);
    if (!known)
      return {both("吨数的单位写的是“{}”，不是重量单位", "the tonnes are in \"{}\", which is no unit of mass", unit),
              both("在表头中、“单位”后或列名对照表的 unit 写 {}（吨公里是周转量的单位）",
                   "{} in the heading, behind 单位 or as unit of a column map (吨公里 are haulage)", mass_units()),
              column};
    const auto value = plain_number(text);
    constexpr double kMost = 1e12;  // 1,000 Mt a month: more than the whole railway carries
    if (!value || *value < 0.0 || known->in_tables(*value) * 1e3 > kMost)
      return {both("吨数“{}”不是不小于 0 的数", "tonnes \"{}\" are not 0 or more", text),
              {"写数，如 1250、1,250 或 12.5", "a number such as 1250, 1,250 or 12.5"},
              column};
    out.kg = std::llround(known->in_tables(*value) * 1e3);
    return {};
  }

  const ColumnMap& map_;
  NameBook<Siding> sidings_;
  NameBook<Commodity> commodities_;
  std::vector<std::string> siding_names_;
};

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

void tell(const World& world, Id<Chain> id, const ToldChain& told, std::map<Id<Chain>, ToldChain>& out, std::vector<Words>& notes) {
  const auto [at, fresh] = out.emplace(id, told);
  if (fresh) return;
  const Chain& chain = world.chains[id];
  const ToldChain other = at->second;
  if (rules::loading_siding(world, chain) == told.siding) at->second = told;
  notes.push_back(both("{0}：{2}为 {1:.0f} 吨，{4}为 {3:.0f} 吨；以装车的专用线为准",
                       "{0}: {1:.0f} t at {2}, {3:.0f} t at {4}; the siding where it loads is taken", chain.id, other.tonnes,
                       called(world.sidings[other.siding]), told.tonnes, called(world.sidings[told.siding])));
}

}  // namespace

Words words_of_goods(const World& world, const SidingGoods& goods) {
  return both("{1}的 {0}", "{0} of {1}", called(world.commodities[goods.second]), called(world.sidings[goods.first]));
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

bool RailTonnes::in(int year) const {
  return std::any_of(kg.begin(), kg.end(), [&](const auto& month) { return month.first.year() == year; });
}

Words RailRecord::gap(const SidingGoods& key, int year) const {
  Words out = unread.of(key.first, year);
  const auto at = goods.find(key);
  if (at == goods.end() || !at->second.in(year)) return out;
  std::vector<Month> missing;
  for (int m = 1; m <= 12; ++m) {
    if (at->second.kg.count(make_month(year, m)) == 0) missing.push_back(make_month(year, m));
  }
  if (!missing.empty()) add_gap(out, both("{} 没有行", "no row in {}", list_of(missing)));
  return out;
}

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
  const RailReader reader(world, form->columns);
  Misfits misfits;
  RailRow cells;
  const auto take = [&](const RecordRow& row) {
    Trouble trouble = reader.read(row, cells);
    trouble.blocks = !cells.elsewhere;
    if (!trouble.none()) misfits.add(trouble, row.line());
    if (cells.elsewhere || cells.not_there) return;
    if (!trouble.none()) return record.unread.add(cells.siding, cells.year, row.line());
    RailTonnes& goods = record.goods[{*cells.siding, *cells.commodity}];
    if (goods.kg.count(*cells.month) != 0) goods.repeated.add(row.line());
    goods.kg[*cells.month] += *cells.kg;
    goods.lines.add(row.line());
  };
  ReadRecord read = read_record(form->source, form->columns, request.answers.repeats, problems, take,
                                [&](int line) { record.unread.add(std::nullopt, std::nullopt, line); });
  note_reading(std::move(read), misfits, out);
  return record;
}

std::map<Id<Chain>, ToldChain> told_chains(const World& world, const RailRecord& record, int year, RecordImport& out) {
  std::map<Id<Chain>, ToldChain> told;
  const std::vector<double> flow_t = flow_tonnes(world, year);
  for (const auto& [key, goods] : record.goods) {
    double tonnes = 0.0;
    for (const auto& [month, kg] : goods.kg) tonnes += month.year() == year ? static_cast<double>(kg) / 1000.0 : 0.0;
    const auto chains = chains_at(world, key);
    const Words where = words_of_goods(world, key);
    if (chains.empty()) {
      out.misfits.add(both("{}：情景中没有运输链用该专用线运它", "{}: no chain of the scenario uses the siding for it", where),
                      goods.lines);
      continue;
    }
    if (!goods.in(year)) {
      out.notes.push_back(
          both("{}：没有基准年 {} 的行；其基年比例不变", "{}: no row in the base year {}; its base shares stay", where, year));
      continue;
    }
    const auto weights = weights_of(world, chains, flow_t);
    double all = 0.0;
    for (const double weight : weights) all += weight;
    if (all <= 0.0) {
      out.misfits.add(both("{}：其货流 {} 年没有运量", "{}: its flows carry nothing in {}", where, year), goods.lines);
      continue;
    }
    for (std::size_t i = 0; i < chains.size(); ++i)
      tell(world, chains[i], {tonnes * weights[i] / all, key.first, chains.size() == 1, goods.lines, record.gap(key, year)}, told,
           out.notes);
  }
  return told;
}

}  // namespace railshift::scenario
