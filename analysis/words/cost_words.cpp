#include "analysis/words/cost_words.hpp"

#include <array>

#include <fmt/format.h>

#include "analysis/words/catalogue.hpp"
#include "analysis/words/figures.hpp"
#include "analysis/words/text_table.hpp"

namespace railshift::analysis {
namespace {

struct Headline {
  CostItem item;
  std::string_view kind;
};
constexpr std::array kHeadlines{Headline{CostItem::bill, ""},
                                Headline{CostItem::bill, "truck"},
                                Headline{CostItem::bill, "rail"},
                                Headline{CostItem::bill, "belt_pipe"},
                                Headline{CostItem::same_goods, ""},
                                Headline{CostItem::hires, "hire_premium"},
                                Headline{CostItem::hires, "outside_trucks"},
                                Headline{CostItem::delivered, ""},
                                Headline{CostItem::rail_tonnes, ""},
                                Headline{CostItem::nox, ""},
                                Headline{CostItem::per_tonne, "bill"},
                                Headline{CostItem::per_tonne, "bill_and_public"},
                                Headline{CostItem::per_kg_nox, "bill"},
                                Headline{CostItem::per_kg_nox, "bill_and_public"},
                                Headline{CostItem::gain, "firms"},
                                Headline{CostItem::gain, "railway"},
                                Headline{CostItem::gain, "hauliers"},
                                Headline{CostItem::gain, "hired_hauliers"},
                                Headline{CostItem::gain, "belt_pipe"},
                                Headline{CostItem::gain, "public"},
                                Headline{CostItem::public_cost, ""}};

bool is_rate(CostItem item) { return item == CostItem::per_tonne || item == CostItem::per_kg_nox; }

/// Rates are no differences; public money is spent, not more or less than in the baseline.
bool is_signed(CostItem item) { return !is_rate(item) && item != CostItem::public_cost; }

std::string remark_text(CostRemark remark, Language language) { return word_of("cost.remark", to_text(remark), language); }

std::string joined(const std::vector<std::string>& ids, Language language) {
  return fmt::format("{}", fmt::join(ids, language == Language::zh ? "、" : ", "));
}

}  // namespace

std::string cost_name(const CostRow& row, const Names& names, Language language) {
  if (row.item == CostItem::bill_firm) return name_in(names.firms, row.id, language);
  if (row.item == CostItem::bill_goods) return name_in(names.commodities, row.id, language);
  if (!row.id.empty()) return row.id;
  const std::string item{to_text(row.item)};
  return word_of("cost", row.kind.empty() ? item : item + "." + row.kind, language);
}

std::string cost_figure(const CostRow& row, Language language) {
  if (!row.difference) return remark_text(row.remark, language);
  std::string text =
      is_signed(row.item) ? difference_text(row.difference, row.unit, language) : figure_text(row.difference, row.unit, language);
  if (row.low && row.high && *row.low < *row.high)
    text += fmt::format(fmt::runtime(word("cost.range", language)), figure_text(row.low, row.unit, language),
                        figure_text(row.high, row.unit, language));
  if (row.remark != CostRemark::none) text += fmt::format(fmt::runtime(word("cost.remark", language)), remark_text(row.remark, language));
  return text;
}

std::vector<const CostRow*> cost_headlines(const CostTable& costs) {
  std::vector<const CostRow*> rows;
  const std::string whole = whole_period(costs);
  for (const Headline& headline : kHeadlines) {
    if (const CostRow* row = find_cost(costs, headline.item, headline.kind, whole)) rows.push_back(row);
  }
  return rows;
}

std::vector<std::string> cost_gaps(const CostTable& costs, Language language) {
  std::vector<std::string> gaps;
  if (const auto ids = not_stated(costs); !ids.empty())
    gaps.push_back(fmt::format(fmt::runtime(word("cost.silent", language)), joined(ids, language)));
  const CostRow* unpriced = find_cost(costs, CostItem::unpriced, "", whole_period(costs));
  if (unpriced != nullptr && unpriced->remark == CostRemark::not_stated)
    gaps.push_back(fmt::format(fmt::runtime(word("cost.unpriced_ways", language)), figure_text(unpriced->baseline, "t", language),
                               figure_text(unpriced->plan, "t", language)));
  return gaps;
}

std::string cost_period(const CostTable& costs) {
  std::string period = whole_period(costs);
  if (const std::size_t dots = period.find(".."); dots != std::string::npos) period.replace(dots, 2, "–");
  return period;
}

std::string cost_text(const CostTable& costs, const Names& names, Language language) {
  if (costs.empty()) return {};
  TextTable table({Align::left, Align::right, Align::right, Align::right});
  std::vector<TextCell> headings{fmt::format(fmt::runtime(word("cost.heading", language)), cost_period(costs))};
  for (const char* key : {"baseline", "plan", "cost.difference"}) headings.emplace_back(word(key, language));
  table.row(std::move(headings));
  for (const CostRow* row : cost_headlines(costs)) {
    const auto side = [&](const std::optional<double>& value) {
      return value && row->item != CostItem::gain ? figure_text(value, row->unit, language) : std::string{};
    };
    table.row({cost_name(*row, names, language), side(row->baseline), side(row->plan), cost_figure(*row, language)});
  }
  std::string out = table.text() + word("cost.how", language) + '\n' + word("cost.beware", language) + '\n';
  for (const std::string& gap : cost_gaps(costs, language)) out += gap + '\n';
  return out;
}

}  // namespace railshift::analysis
