#pragma once
/// What every table needs: the language, the unit of goods, the years.
#include <string>
#include <utility>

#include "analysis/look/flags/flag_text.hpp"
#include "analysis/look/flags/look.hpp"
#include "analysis/look/tables/sheet.hpp"
#include "sim/core/language.hpp"

namespace railshift::analysis::look {

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

}  // namespace railshift::analysis::look
