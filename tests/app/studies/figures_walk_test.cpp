/// Every figure that report and terminal of an assessment state stands in a file of its result: in a table of a run, in a CSV file, or is
/// the sum over months of such rows. Numbers of three digits or more are asked; shorter ones would be found by chance.
#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>
#include <set>

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include "tests/app/results.hpp"

namespace figures_walk_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

/// A number as it is printed, and how many digits stand behind the point.
struct Printed {
  std::string text;
  double value = 0.0;
  int decimals = 0;
  std::string around;
};

bool digit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

/// Digits with commas between thousands and a point: 1,234.50. Numbers inside of names (ms-ty-11, sha256) and dates are none.
std::vector<Printed> printed_in(const std::string& text) {
  std::vector<Printed> found;
  for (std::size_t at = 0; at < text.size();) {
    if (!digit(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() &&
           (digit(text[end]) || ((text[end] == ',' || text[end] == '.') && end + 1 < text.size() && digit(text[end + 1]))))
      ++end;
    const auto glued = [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_' || c == ':' || c == '/';
    };
    const bool in_a_name = (at > 0 && glued(text[at - 1])) || (end < text.size() && glued(text[end]));
    std::string number = text.substr(at, end - at);
    const std::string around = text.substr(at > 60 ? at - 60 : 0, end - at + 90);
    at = end;
    number.erase(std::remove(number.begin(), number.end(), ','), number.end());
    const std::size_t point = number.find('.');
    const auto significant = std::count_if(
        number.begin() + static_cast<std::ptrdiff_t>(std::min(number.find_first_not_of("0."), number.size())), number.end(), digit);
    if (in_a_name || significant < 3 || number.find('.', point + 1) != std::string::npos) continue;
    found.push_back({number, std::stod(number), point == std::string::npos ? 0 : static_cast<int>(number.size() - point - 1), around});
  }
  return found;
}

/// Text of a page without marks, scripts and drawings.
std::string page_text(const std::string& html) {
  std::string text;
  for (std::size_t at = 0; at < html.size();) {
    if (html[at] != '<') {
      text += html[at++];
      continue;
    }
    std::size_t end = html.find('>', at);
    for (const std::string closed : {"style", "script", "svg"}) {
      if (html.compare(at + 1, closed.size(), closed) == 0) end = html.find("</" + closed + ">", at) + closed.size() + 2;
    }
    at = end + 1;
    text += ' ';
  }
  return text;
}

/// Numbers of the files of a result.
class Known {
 public:
  void add(double value) { values_.insert(std::abs(value)); }
  void add_text(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
      char* end = nullptr;
      if (!digit(text[at])) {
        ++at;
        continue;
      }
      add(std::strtod(text.c_str() + at, &end));
      at = static_cast<std::size_t>(end - text.c_str());
    }
  }
  void add_query(const fs::path& gpkg, const std::string& sql) {
    const SQLite::Database database(gpkg.string(), SQLite::OPEN_READONLY);
    SQLite::Statement rows(database, sql);
    while (rows.executeStep()) {
      for (int c = 0; c < rows.getColumnCount(); ++c) {
        if (!rows.getColumn(c).isText()) add(rows.getColumn(c).getDouble());
      }
    }
  }
  /// In the unit of the file or one that a page uses: per cent, kilogram to tonne, 10,000 tonnes.
  [[nodiscard]] bool has(const Printed& printed) const {
    const double half = 0.5000001 * std::pow(10.0, -printed.decimals);
    for (const double unit : {1.0, 100.0, 1e-3, 1e3, 1e-4, 1e-6, 1e-7, 1e-8}) {
      const auto near = values_.lower_bound((printed.value - half) / unit);
      if (near != values_.end() && *near <= (printed.value + half) / unit) return true;
    }
    return false;
  }

 private:
  std::set<double> values_;
};

Known known_of(const fs::path& result, const fs::path& scenario) {
  Known known;
  for (const fs::path& folder : {result, scenario}) {
    for (const auto& file : fs::recursive_directory_iterator(folder)) {
      const std::string ending = file.path().extension().string();
      if (ending == ".csv" || ending == ".toml" || ending == ".json") known.add_text(text_of(file.path()));
      if (file.path().filename() != "run.gpkg") continue;
      for (const std::string table : {"effects", "flows", "chains", "registers", "pools", "stations", "stocks", "rail", "waits", "reasons"})
        known.add_query(file.path(), "select * from " + table);
      known.add_query(file.path(), "select sum(in_scope), sum(acted), sum(changed) from effects group by measure, effect");
      known.add_query(file.path(), "select sum(offered_kg), sum(delivered_kg) from flows group by flow");
    }
  }
  return known;
}

/// Registered local trucks in the table of emissions: the three sources that stand below that line, and their kilometres.
void add_local_trucks(const fs::path& run, Known& known) {
  std::map<std::pair<std::string, std::string>, double> sums;
  for (const Row& row : rows_of(run / "metrics.csv")) {
    const std::string& of = row.at("basis");
    if (row.at("metric") != "exhaust" || (of != "modelled_exhaust" && of != "counted_exhaust" && of != "other_exhaust")) continue;
    sums[{row.at("numerator_kind"), row.at("period")}] += std::stod(row.at("value"));
  }
  for (const auto& [of, sum] : sums) known.add(sum);
}

void check_figures(const std::string& text, const Known& known, std::size_t at_least) {
  const std::vector<Printed> figures = printed_in(text);
  CHECK(figures.size() > at_least);
  for (const Printed& figure : figures) {
    INFO(figure.text << " in: " << figure.around);
    CHECK(known.has(figure));
  }
}

}  // namespace

TEST_CASE("every figure that the report and the terminal of an assessment state stands in a file of the result", "[app][repeats]") {
  const Scratch scratch;
  for (const std::string language : {"zh", "en"}) {
    const fs::path folder = scratch / language;
    const Answer answer =
        ask({"assess", scenario("tiny").string(), "--members", "4", "--full", "1", "--out", folder.string(), "--lang", language});
    REQUIRE(answer.code == 0);
    Known known = known_of(folder, scenario("tiny"));
    for (const char* run : {"plan", "baseline"}) add_local_trucks(folder / run, known);
    check_figures(page_text(text_of(folder / "report.html")), known, 200);
    check_figures(answer.out, known, 20);
  }
}

TEST_CASE("a figure that no file of a result holds is noticed", "[app]") {
  Known known;
  known.add_text("value\n0.51234\n1234500\n");
  const auto has = [&](const std::string& text) { return known.has(printed_in(text).at(0)); };
  CHECK(has("51.23%"));
  CHECK(has("1,234,500 t"));
  CHECK(has("123.45 万吨"));
  CHECK_FALSE(has("51.24%"));
  CHECK_FALSE(has("1,234,501 t"));
  CHECK(printed_in("ms-ty-114 in 2024-12, 12 trucks").empty());
}

}  // namespace figures_walk_test
