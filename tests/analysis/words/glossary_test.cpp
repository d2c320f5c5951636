/// One word per thing: catalogue, headings of result files and words of scenarios use the word of docs/glossary.md.
#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "analysis/metrics/metric_columns.hpp"
#include "analysis/operations/operations_columns.hpp"
#include "analysis/report/verdict_csv.hpp"
#include "analysis/words/catalogue.hpp"
#include "sim/scenario/fields/words.hpp"

namespace glossary_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

std::string trimmed(const std::string& text) {
  const std::size_t first = text.find_first_not_of(' ');
  return first == std::string::npos ? std::string{} : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

std::vector<std::string> split(const std::string& text, const std::string& at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    parts.push_back(trimmed(text.substr(from, end - from)));
    from = end + at.size();
  }
  return parts;
}

/// Without what stands in brackets: (working) pool.
std::string bare(std::string text) {
  for (const auto& [open, close] : {std::pair<std::string, std::string>{"(", ")"}, {"（", "）"}}) {
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open)) {
      const std::size_t end = text.find(close, at);
      text.erase(at, end == std::string::npos ? end : end + close.size() - at);
    }
  }
  return trimmed(text);
}

/// As keys are written: clean_share, with_order.
std::string as_key(std::string text) {
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == ' ' || c == '-'; }, '_');
  return text == "derived_from_assumed" ? "derived(assumed)" : text;
}

/// What the glossary calls a thing: the Chinese words that are right for a key.
using Glossary = std::map<std::string, std::set<std::string>>;

/// `title: a, b` and `名:甲、乙` name a thing and its values one by one; where the counts differ, any of the words will do.
void add_row(Glossary& glossary, const std::string& zh, const std::string& en, const std::string& code) {
  const auto zh_parts = split(bare(zh), ":");
  const auto en_parts = split(bare(en), ":");
  const auto zh_words = split(zh_parts.back(), "、");
  const auto en_words = split(en_parts.back(), ",");
  const std::set<std::string> any(zh_words.begin(), zh_words.end());
  const bool titled = zh_parts.size() == 2 && en_parts.size() == 2;
  if (titled) glossary[as_key(en_parts.front())].insert(zh_parts.front());
  for (std::size_t i = 0; i < en_words.size(); ++i) {
    // A value is looked for under its title first: basis.observed is not the heading "observed".
    const std::string key = (titled ? as_key(en_parts.front()) + "." : std::string{}) + as_key(en_words[i]);
    if (zh_words.size() == en_words.size())
      glossary[key].insert(zh_words[i]);
    else
      glossary[key].insert(any.begin(), any.end());
  }
  // The type or enumerator that stands first: `ShareBasis::gate`.
  const auto pieces = split(code, "`");
  if (titled || en_words.size() != 1 || pieces.size() < 2) return;
  std::string name = pieces[1].substr(pieces[1].rfind(':') + 1);
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  glossary[name].insert(any.begin(), any.end());
}

Glossary glossary() {
  Glossary all;
  std::ifstream in(std::string(RAILSHIFT_SOURCE_DIR) + "/docs/glossary.md");
  for (std::string line; std::getline(in, line);) {
    const auto cells = split(line, "|");
    if (cells.size() < 5 || cells[1] == "中文" || cells[1].starts_with("---")) continue;
    add_row(all, cells[1], cells[2], cells[3]);
  }
  return all;
}

const Entry* entry(const std::string& key) {
  const auto found = std::find_if(catalogue().begin(), catalogue().end(), [&](const Entry& e) { return e.key == key; });
  return found == catalogue().end() ? nullptr : &*found;
}

/// The entry of a thing; without one of its own subject, that of one of these, then the plain word.
const Entry* entry_of(const std::string& key) {
  if (const Entry* own = entry(key)) return own;
  const std::string last = key.substr(key.find('.') + 1);
  for (const char* subject : {"metric.", "outcome.", "knob.", ""}) {
    if (const Entry* found = entry(subject + last)) return found;
  }
  return nullptr;
}

template <class Columns>
int check_headings(const Columns& columns, const Glossary& words) {
  int seen = 0;
  for (const auto& column : columns) {
    const auto found = words.find(std::string(column.name));
    if (found == words.end()) continue;
    ++seen;
    INFO("column " << column.name << " is called " << column.heading.zh);
    CHECK(found->second.contains(column.heading.zh));
  }
  return seen;
}

/// Whether scenarios and catalogue call every value of a closed list the same; how many have a word in both.
int check_list(const std::vector<scenario::Word>& list, const std::string& subject) {
  int seen = 0;
  for (const scenario::Word& word : list) {
    const Entry* said = entry(subject + as_key(word.text));
    if (said == nullptr || word.zh.empty()) continue;
    ++seen;
    INFO(word.text);
    CHECK(bare(std::string(said->zh)) == word.zh.front());
  }
  return seen;
}

}  // namespace

TEST_CASE("a thing of the glossary is called by its word of the glossary on terminal and page", "[analysis]") {
  int seen = 0;
  for (const auto& [key, words] : glossary()) {
    const Entry* said = entry_of(key);
    if (said == nullptr) continue;
    ++seen;
    INFO(key << " is called " << said->zh << ", the glossary says " << *words.begin());
    CHECK(words.contains(bare(std::string(said->zh))));
  }
  CHECK(seen >= 30);
}

TEST_CASE("headings of sections use the words of the glossary", "[analysis]") {
  const Glossary words = glossary();
  for (const std::string thing : {"journal", "register"}) {
    const std::string title(entry("section." + thing)->zh);
    INFO(title);
    CHECK(title.find(*words.at(thing).begin()) != std::string::npos);
  }
}

TEST_CASE("columns of result files are headed by the words of the glossary", "[analysis]") {
  const Glossary words = glossary();
  std::vector<MetricColumn> metrics = metric_columns();
  std::erase_if(metrics, [](const MetricColumn& c) { return c.name == "basis"; });  // of a share: seen from where; not that of a verdict
  int seen = check_headings(metrics, words) + check_headings(verdict_columns(), words);
  for (const OperationsTable& table : operations_tables()) seen += check_headings(table.columns, words);
  CHECK(seen >= 30);
}

TEST_CASE("a scenario and its results call the values of a closed list the same", "[analysis]") {
  using namespace railshift::scenario;
  CHECK(check_list(words_of<Standing>(), "") == 4);
  CHECK(check_list(words_of<Standard>(), "") == 8);
  CHECK(check_list(words_of<Powertrain>(), "") == 6);
  CHECK(check_list(words_of<VehicleType>(), "") == 4);
  CHECK(check_list(words_of<Mode>(), "") == 4);
  CHECK(check_list(words_of<Layer>(), "") == 3);
  CHECK(check_list(words_of<Force>(), "force.") == 7);
  CHECK(check_list(words_of<MetricKind>(), "metric.") == 15);
  CHECK(check_list(pollutant_words(), "") == 2);
}

}  // namespace glossary_test
