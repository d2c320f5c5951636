#include "sim/scenario/check/check_report.hpp"
#include "sim/rules/goods/stated_sides.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/rules/goods/balance_names.hpp"
#include "sim/rules/goods/flow_rates.hpp"
#include "sim/rules/rail/bound_sums.hpp"
#include "sim/scenario/check/run_size.hpp"
#include "sim/scenario/check/standing_of_flow.hpp"
#include "sim/scenario/check/way_warnings.hpp"

namespace railshift::scenario {
namespace {

struct Phrase {
  const char* zh;
  const char* en;
};

/// 12345678 as 12,345,678.
std::string grouped(long long value) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) digits.insert(static_cast<std::size_t>(at), ",");
  return value < 0 ? "-" + digits : digits;
}
std::string whole_tonnes(Kilograms kg) { return grouped((kg.value + (kg.value < 0 ? -500 : 500)) / 1000); }

/// One site balance side in two years.
struct BalanceRow {
  std::optional<rules::BalanceLine> first;
  std::optional<rules::BalanceLine> second;
};

class Report {
 public:
  Report(const World& world, Language language) : world_(world), language_(language) {
    const int last = year_of(world.settings.end - 1);
    const int seen = world.settings.as_of ? year_of(*world.settings.as_of) : last;
    first_ = std::clamp(world.settings.base_year, year_of(world.settings.start), last);
    second_ = std::clamp(seen, first_, last);
  }

  std::string text() {
    head();
    balances();
    commodities();
    trucks();
    standings();
    sums();
    out_ += way_warnings(world_, language_);
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::string say(Phrase p) const { return language_ == Language::zh ? p.zh : p.en; }
  [[nodiscard]] std::string name(const std::string& zh, const std::string& en) const {
    return language_ == Language::zh || en.empty() ? zh : en;
  }
  void heading(Phrase p) { out_ += "\n" + say(p) + "\n"; }

  void head() {
    const Settings& s = world_.settings;
    out_ += fmt::format("{} ({})\n", name(s.title_zh, s.title_en), s.id);
    out_ += fmt::format(fmt::runtime(say({"{} 至 {}，基年 {}\n", "{} to {}, base year {}\n"})), to_string(s.start), to_string(s.end - 1),
                        s.base_year);
    out_ += fmt::format(fmt::runtime(say({"企业 {}，厂区 {}，货流 {}，运输链 {}，专用线和货场 {}，措施 {}，目标 {}\n",
                                          "{} firms, {} sites, {} flows, {} chains, {} sidings and yards, {} measures, {} targets\n"})),
                        world_.firms.size(), world_.sites.size(), world_.flows.size(), world_.chains.size(), world_.sidings.size(),
                        world_.measures.size(), world_.targets.size());
    size();
  }

  /// What a run will ask of the machine; more than there can be was refused before.
  void size() {
    const RunSize run = run_size(world_);
    const auto number = [](double value) { return grouped(static_cast<long long>(std::llround(value))); };
    out_ += fmt::format(fmt::runtime(say({"一次模拟至多 {} 车次、{} 列车，{} 秒、{} MiB 以内完成\n",
                                          "a run has at most {} truckloads and {} trains, and ends within {} s and {} MiB\n"})),
                        number(run.loads), number(run.trains), number(run.seconds()), number(run.mebibytes()));
  }

  /// The month whose yearly rates stand for a year.
  [[nodiscard]] Month month_for(int year) const { return std::max(make_month(year, 1), month_of(world_.settings.start)); }

  void balances() {
    std::map<std::tuple<std::string, std::string, int>, BalanceRow> rows;
    const auto key = [this](const rules::BalanceLine& l) { return std::tuple{world_.sites[l.site].id, l.commodity, l.output ? 1 : 0}; };
    for (const auto& line : rules::balances(world_, month_for(first_))) rows[key(line)].first = line;
    for (const auto& line : rules::balances(world_, month_for(second_))) rows[key(line)].second = line;
    const rules::StatedSides stated(world_);
    heading({"各厂区平衡(吨/年；差额为千克)", "Site balances (t/year; residual in kg)"});
    out_ += fmt::format("{:<32}{:<10}{:>14}{:>14}{:>8}{:>14}{:>14}{:>8}\n", say({"厂区、货类", "site, goods"}), say({"方向", "side"}),
                        fmt::format("{}", first_), say({"运出/运入", "moved"}), say({"差额", "resid."}), fmt::format("{}", second_),
                        say({"运出/运入", "moved"}), say({"差额", "resid."}));
    std::string shown;
    for (const auto& [id, row] : rows) {
      const auto& line = row.first ? *row.first : *row.second;
      if (world_.sites[line.site].outside()) continue;
      const std::string site = rules::site_name(world_, line.site).in(language_);
      if (std::exchange(shown, std::get<0>(id)) != std::get<0>(id)) out_ += fmt::format("{} ({})\n", site, std::get<0>(id));
      out_ += fmt::format("  {:<30}{:<10}{}{}\n", rules::goods_name(world_, std::get<1>(id)).in(language_),
                          line.output ? say({"产出", "output"}) : say({"需求", "need"}), half(row.first, stated), half(row.second, stated));
    }
  }

  static std::string half(const std::optional<rules::BalanceLine>& line, const rules::StatedSides& stated) {
    if (!line) return fmt::format("{:>14}{:>14}{:>8}", "-", "-", "-");
    const bool open = !stated.has(*line);  // nothing to balance against
    return fmt::format("{:>14}{:>14}{:>8}", open ? "-" : whole_tonnes(line->made_or_needed), whole_tonnes(line->sent_or_received),
                       open ? "-" : grouped(line->residual().value));
  }

  /// Tonnes of every flow in a calendar year, months outside the run left out.
  [[nodiscard]] std::vector<Kilograms> year_mass(int year) const {
    std::vector<Kilograms> out(world_.flows.size());
    for (int number = 1; number <= 12; ++number) {
      const Month month = make_month(year, number);
      if (month < month_of(world_.settings.start) || month > month_of(world_.settings.end - 1)) continue;
      const rules::FlowRates rates = rules::flow_rates(world_, month);
      for (std::uint32_t f = 0; f < out.size(); ++f) out[f] += rules::month_mass(world_, rates, Id<Flow>{f}, month);
    }
    return out;
  }

  void commodities() {
    mass_first_ = year_mass(first_);
    mass_second_ = year_mass(second_);
    std::map<std::string, std::pair<Kilograms, Kilograms>> rows;
    std::pair<Kilograms, Kilograms> all;
    for (const Flow& flow : world_.flows) {
      const std::uint32_t f = world_.flows.id_of(flow).index;
      auto& row = rows[world_.commodities[flow.commodity].id];
      for (auto* sum : {&row, &all}) {
        sum->first += mass_first_[f];
        sum->second += mass_second_[f];
      }
    }
    heading({"模拟货运量(吨)", "Modelled tonnes"});
    const auto line = [this](const std::string& label, const std::string& a, const std::string& b) {
      out_ += fmt::format("{:<34}{:>16}{:>16}\n", label, a, b);
    };
    line(say({"货类", "commodity"}), fmt::format("{}", first_), fmt::format("{}", second_));
    for (const auto& [id, row] : rows) {
      const Commodity& c = world_.commodities[*world_.commodities.find(id)];
      line(name(c.name_zh, c.name_en), whole_tonnes(row.first), whole_tonnes(row.second));
    }
    line(say({"合计", "total"}), whole_tonnes(all.first), whole_tonnes(all.second));
  }

  void trucks() {
    std::map<std::pair<Standard, Powertrain>, long long> counts;
    long long all = 0;
    for (const RegisterRow& row : world_.register_rows) {
      counts[{row.standard, row.powertrain}] += row.count;
      all += row.count;
    }
    heading({"在册货车(辆)", "Registered trucks"});
    const auto line = [this](const std::string& a, const std::string& b, const std::string& n) {
      out_ += fmt::format("{:<16}{:<18}{:>16}\n", a, b, n);
    };
    line(say({"排放标准", "standard"}), say({"动力", "powertrain"}), say({"辆", "trucks"}));
    for (const auto& [key, count] : counts)
      line(word(words_of<Standard>(), static_cast<int>(key.first)), word(words_of<Powertrain>(), static_cast<int>(key.second)),
           grouped(count));
    line(say({"合计", "total"}), "", grouped(all));
  }

  [[nodiscard]] std::string word(const std::vector<Word>& words, int value) const {
    const Word& w = words.at(static_cast<std::size_t>(value));
    return language_ == Language::zh ? w.zh.front() : w.text;
  }

  void standings() {
    std::map<Standing, std::pair<Kilograms, Kilograms>> rows;
    std::pair<Kilograms, Kilograms> all;
    for (const Flow& flow : world_.flows) {
      const std::uint32_t f = world_.flows.id_of(flow).index;
      auto& row = rows[standing_of(world_, flow)];
      for (auto* sum : {&row, &all}) {
        sum->first += mass_first_[f];
        sum->second += mass_second_[f];
      }
    }
    heading({"货运量的数据性质(吨)", "What the tonnes rest on (t)"});
    const auto line = [this](const std::string& a, const std::pair<Kilograms, Kilograms>& sum,
                             const std::pair<Kilograms, Kilograms>& whole) {
      const auto percent = [](Kilograms part, Kilograms of) {
        return of.value == 0 ? std::string("-")
                             : fmt::format("{:.1f}%", 100.0 * static_cast<double>(part.value) / static_cast<double>(of.value));
      };
      out_ += fmt::format("{:<34}{:>16}{:>8}{:>16}{:>8}\n", a, whole_tonnes(sum.first), percent(sum.first, whole.first),
                          whole_tonnes(sum.second), percent(sum.second, whole.second));
    };
    out_ += fmt::format("{:<34}{:>16}{:>24}\n", say({"数据性质", "standing"}), fmt::format("{}", first_), fmt::format("{}", second_));
    for (const Standing s : {Standing::published, Standing::derived, Standing::derived_from_assumed, Standing::assumed}) {
      line(language_ == Language::zh ? words_of<Standing>()[static_cast<std::size_t>(s)].zh.front() : english(s), rows[s], all);
    }
  }

  /// Rows of several firms that a threshold per firm binds as one.
  void sums() {
    const std::vector<rules::BoundSum> found = rules::bound_sums(world_);
    if (found.empty()) return;
    heading({"多家企业合计的行，按单个企业的门槛被整行约束", "Rows of several firms, bound as one by a threshold that holds per firm"});
    for (const rules::BoundSum& sum : found) {
      std::vector<std::string> measures;
      for (const Id<Measure> measure : sum.measures) measures.push_back(world_.measures[measure].id);
      const Firm& firm = world_.firms[sum.firm];
      out_ += fmt::format("{} ({}): {}\n", name(firm.name_zh, firm.name_en), firm.id, fmt::join(measures, ", "));
    }
  }

  static std::string english(Standing s) {
    return s == Standing::derived_from_assumed ? "derived(assumed)" : words_of<Standing>()[static_cast<std::size_t>(s)].text;
  }

  const World& world_;
  Language language_;
  int first_ = 0;
  int second_ = 0;
  std::vector<Kilograms> mass_first_;
  std::vector<Kilograms> mass_second_;
  std::string out_;
};

}  // namespace

std::string check_report(const World& world, Language language) { return Report(world, language).text(); }

}  // namespace railshift::scenario
