/// The one catalogue of words, and the sentences that are made of it.
#include <catch2/catch.hpp>

#include <algorithm>
#include <cctype>
#include <optional>
#include <string>
#include <vector>

#include "analysis/words/verdict_words.hpp"
#include "sim/core/contract.hpp"
#include "sim/model/reason.hpp"
#include "sim/policy/kinds.hpp"
#include "sim/scenario/tables/required_values.hpp"

namespace words_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

/// Every value of a closed list: `to_text` has a word for each and breaks its promise behind the last one, so none can be forgotten here.
template <class E>
std::vector<E> all() {
  std::vector<E> values;
  try {
    for (int i = 0;; ++i) {
      static_cast<void>(to_text(static_cast<E>(i)));
      values.push_back(static_cast<E>(i));
    }
  } catch (const BrokenPromise&) {
    return values;
  }
}

constexpr Language zh = Language::zh, en = Language::en;

bool chinese(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}
bool has_letters(const std::string& text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

}  // namespace

TEST_CASE("every word of the catalogue stands once and in both languages", "[analysis]") {
  const auto& entries = catalogue();
  CHECK(entries.size() == verdict_entries().size() + metric_entries().size() + journal_entries().size() + page_entries().size() +
                              section_entries().size() + ceiling_entries().size() + contribution_entries().size() + cost_entries().size() +
                              lever_entries().size() + chance_entries().size() + brief_entries().size() + plan_entries().size());
  for (std::size_t i = 0; i < entries.size(); ++i) {
    INFO(entries[i].key);
    if (i > 0) CHECK(entries[i - 1].key < entries[i].key);
    CHECK_FALSE(entries[i].zh.empty());
    CHECK_FALSE(entries[i].en.empty());
  }
}

TEST_CASE("a key without an entry stands for itself", "[analysis]") {
  CHECK(word("a-firm-of-the-user", zh) == "a-firm-of-the-user");
  CHECK(metric_name("rail_sharre", zh) == "rail_sharre");
  CHECK(unit_word("mm/hour", zh) == "mm/hour");
}

TEST_CASE("a closed list is walked to its end", "[analysis]") {
  CHECK(all<Reason>().size() == kReasons);
  CHECK(all<Standard>().size() == kStandards);
  const auto reasons = all<PlainReason>();
  CHECK(std::find(reasons.begin(), reasons.end(), PlainReason::orders_idle) != reasons.end());
}

TEST_CASE("each value of a closed list has a Chinese word", "[analysis]") {
  for (const auto o : all<Outcome>()) CHECK(chinese(word(o, zh)));
  for (const auto b : all<Basis>()) CHECK(chinese(word(b, zh)));
  for (const auto f : all<Force>()) CHECK(chinese(word(f, zh)));
  for (const auto m : all<MetricKind>()) CHECK(chinese(word(m, zh)));
  for (const auto m : all<Match>()) CHECK(chinese(word(m, zh)));
  for (const auto r : all<Reason>()) CHECK(chinese(word(to_text(r), zh)));
  for (const auto s : all<Standard>()) CHECK(chinese(word(to_text(s), zh)));
  for (const auto v : all<VehicleType>()) CHECK(chinese(word(to_text(v), zh)));
}

TEST_CASE("a basis is called the same on terminal and page", "[analysis]") {
  CHECK(word(Basis::emergent, zh) == "模拟得出");
  CHECK(word(Basis::ordered, zh) == "措施规定");
  CHECK(word(Basis::by_definition, zh) == "由定义决定");
  CHECK(word(Basis::observed, zh) == "实测");
  CHECK(word(Basis::by_definition, en) == "by definition");
  CHECK(word(Outcome::not_testable, en) == "not testable");
}

TEST_CASE("a metric, a unit and an operator are said as people say them", "[analysis]") {
  CHECK(word(MetricKind::rail_share, zh) == "铁路运输比例");
  CHECK(word(MetricKind::rail_share, en) == "rail share");
  CHECK(unit_word("trucks", zh) == "辆");
  CHECK(unit_word("trucks", en) == "trucks");
  CHECK(unit_word("t", zh) == "吨");
  CHECK(sign(Operator::at_least) == "≥");
  CHECK(sign(Operator::at_most) == "≤");
  CHECK(sign(Operator::equals) == "=");
}

TEST_CASE("a reason is a sentence with its measures, metric or period in it", "[analysis]") {
  CHECK(sentence(OrderedBy{{"ms-1", "ms-2"}}, zh) == "规定该指标的措施：ms-1、ms-2");
  CHECK(sentence(OrderedBy{{"ms-1", "ms-2"}}, en) == "declared by: ms-1, ms-2");
  CHECK(sentence(NoMeasure{MetricKind::exhaust}, zh) == "截止日前没有生效的措施规定“排放量”");
  CHECK(sentence(NoValue{{2024, 3}}, zh) == "没有符合范围、统计期（2024-03）和单位的结果");
  CHECK(sentence(NotServed{{2024, 0}, 0.94}, zh) == "2024 年应运货物有 94.00% 未运；未运的不在任何运量、比例和排放之内，不作判定");
  CHECK(sentence(NotServed{{2024, 0}, 0.94}, en) ==
        "in 2024 94.00% of the goods were not carried; what was never carried is in no tonnes, share or exhaust, so no verdict");
  CHECK(sentence(BeganInYear{"ms-a", make_date(2024, 8, 23)}, zh) == "ms-a 自 2024-08-23 起执行，判定的是全年");
  CHECK(sentence(BeganInYear{"ms-a", make_date(2024, 8, 23)}, en) == "ms-a holds from 2024-08-23 on, the whole year is judged");
  CHECK(sentence(PartOfYear{{2024, 0}, {1, 6}}, zh) == "2024 年只运行了 1–6 月，不按全年判定");
  CHECK(sentence(PartOfYear{{2024, 0}, {1, 6}}, en) == "of 2024 only months 1 to 6 were run, which is not the year");
  CHECK(sentence(NoValue{{2024, 3}}, en) == "no result fits scope, period (2024-03) and unit");
  CHECK(sentence(WithoutAlone{"ms-1", 5.0}, zh) == "仅撤去 ms-1");
}

TEST_CASE("no plain reason in Chinese has an English letter in it, and each has English words", "[analysis]") {
  for (const auto reason : all<PlainReason>()) {
    INFO(to_text(reason));
    CHECK_FALSE(has_letters(sentence(reason, zh)));
    CHECK(has_letters(sentence(reason, en)));
    CHECK_FALSE(chinese(sentence(reason, en)));
    CHECK(sentence(reason, en) != to_text(reason));
  }
}

TEST_CASE("how far a run was checked is one sentence: tests, repeats, no counterpart, no observation", "[analysis]") {
  CHECK(sentence(Checked{5, 4, 3}, zh) == "实测值 3 项与模拟值并列；没有实测值的结果仍未经实测校核");
  CHECK(sentence(Checked{5, 4, 0}, zh) == "有对应模拟值的 4 项观测值都属于输入或措施规定的量，不能检验模型");
  CHECK(sentence(Checked{5, 0, 0}, zh) == "5 项观测值都没有对应的模拟值");
  CHECK(sentence(Checked{0, 0, 0}, zh) == "tables/observed.csv 没有任何观测值");
  CHECK(sentence(Checked{5, 0, 0}, en) == "observations: 5, none with a simulated counterpart");
}

TEST_CASE("that a measure acted is said of the whole run, since its entry stands at the end of it", "[analysis]") {
  CHECK(word_of("journal", "acted", zh) == "全期起作用");
  CHECK(word_of("journal", "idle", zh) == "全期未起作用");
  CHECK(word_of("journal", "acted", en) == "acted during the run");
  CHECK(word_of("journal", "idle", en) == "no effect in the whole run");
}

TEST_CASE("a parameter has its unit in words of both languages", "[analysis]") {
  for (const scenario::RequiredValue& value : scenario::required_values()) {
    INFO(value.name << " in " << value.unit);
    CHECK((value.unit == "1" || chinese(unit_word(value.unit, zh))));
    CHECK_FALSE(chinese(unit_word(value.unit, en)));
  }
}

TEST_CASE("the detail of a journal entry is said in words, its numbers and days stay", "[analysis]") {
  CHECK(journal_detail("kind=new_only;from=2023-07-01", zh) == "类型：新增车辆新能源化；起始日：2023-07-01");
  CHECK(journal_detail("kind=new_only;from=2023-07-01", en) == "kind: new trucks new-energy; from: 2023-07-01");
  CHECK(journal_detail("trucks_removed=12 trucks;siding_used=3000 t", zh) == "令其退出的车辆：12 辆；经其投用的专用线的货量：3,000 吨");
  CHECK(journal_detail("brought_forward=5 truck-months", en) == "truck-months brought forward: 5 truck-months");
  CHECK(journal_detail("reason=nobody_obeys", zh) == "原因：执行率为零，或其约束对象中无人抽中执行");
  CHECK(journal_detail("reason=not_started", en) == "reason: the run ends before it starts");
  CHECK(journal_detail("reason=something new", zh) == "原因：something new");  // no word for it: as it stands
  CHECK(journal_detail("free text", zh) == "free text");
  CHECK(journal_detail("", zh).empty());
}

TEST_CASE("the period of several runs has the months of each, once where all have the same, none where all ran the year", "[analysis]") {
  using Months = std::optional<MonthsRun>;
  const Months whole = MonthsRun{}, half = MonthsRun{1, 6};
  const auto text = [](const std::vector<Months>& runs, Language language) { return period_text("2024", runs, language); };
  CHECK(text({whole, whole, whole}, zh) == "2024");
  CHECK(text({std::nullopt, whole}, en) == "2024");
  CHECK(text({half, half}, en) == "2024 (months 1 to 6)");
  CHECK(text({half, std::nullopt}, zh) == "2024（1–6 月）");
  CHECK(text({half, whole, std::nullopt}, zh) == "2024（1–6 月 / 1–12 月 / —）");
  CHECK(text({half, whole}, en) == "2024 (months 1 to 6 / 1 to 12)");
  CHECK(period_text("2024", half, zh) == "2024（1–6 月）");
}

}  // namespace words_test
