#pragma once
/// The tables of a look in one language, before they become a page, a workbook or a terminal: headings with units, cells as text or number.
#include <optional>
#include <string>
#include <vector>

#include "analysis/look/flag_rules.hpp"
#include "analysis/report/html.hpp"

namespace railshift::analysis::look {

struct Cell {
  std::string text;
  std::optional<double> number;
  int decimals = 0;

  Cell(std::string words) : text(std::move(words)) {}  // NOLINT: a row is a list of words and numbers
  Cell(double value, int places) : number(value), decimals(places) {}
};
/// The number as a reader wants it, or the text.
[[nodiscard]] std::string written(const Cell& cell);

struct Sheet {
  std::string id;  ///< a word for anchors and tests
  std::string title;
  std::string lead;  ///< how to read it
  std::vector<std::string> columns;
  std::vector<std::vector<Cell>> rows;
};

/// What every table needs: the language, the unit of goods, the years.
class Scribe {
 public:
  Scribe(const World& world, const Look& look, Language language) : world_(world), look_(look), language_(language) {}
  [[nodiscard]] const World& world() const { return world_; }
  [[nodiscard]] const Look& look() const { return look_; }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::string say(std::string zh, std::string en) const { return language_ == Language::zh ? std::move(zh) : std::move(en); }
  [[nodiscard]] std::string say(const Name& name) const { return language_ == Language::zh ? name.zh : name.en; }
  [[nodiscard]] std::string year(When when) const { return std::to_string(look_.masses.year.at(when)); }
  /// 2020 万吨 | 2020, kt
  [[nodiscard]] std::string heading(When when, const std::string& zh, const std::string& en) const;
  [[nodiscard]] Cell mass(Tonnes tonnes) const;
  [[nodiscard]] std::string severity(Severity severity) const;

 private:
  const World& world_;
  const Look& look_;
  Language language_;
};

[[nodiscard]] Sheet flag_sheet(const Scribe& s);
[[nodiscard]] Sheet goods_sheet(const Scribe& s);
[[nodiscard]] Sheet balance_sheet(const Scribe& s);
[[nodiscard]] Sheet flow_sheet(const Scribe& s);
[[nodiscard]] Sheet haul_sheet(const Scribe& s);
[[nodiscard]] Sheet gate_sheet(const Scribe& s);
[[nodiscard]] Sheet station_sheet(const Scribe& s);
[[nodiscard]] Sheet pool_sheet(const Scribe& s);
[[nodiscard]] Sheet counted_sheet(const Scribe& s);
[[nodiscard]] Sheet section_sheet(const Scribe& s);
[[nodiscard]] Sheet siding_sheet(const Scribe& s);
/// The twenty assumed rows that carry most tonnes.
[[nodiscard]] Sheet assumed_sheet(const Scribe& s);

/// All of them, flags first.
[[nodiscard]] std::vector<Sheet> all_sheets(const Scribe& s);

}  // namespace railshift::analysis::look
