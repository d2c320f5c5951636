/// Names are only names: what is called differently, or stands in two rows instead of one, gives the same town up to the noise of draws.
#include <catch2/catch.hpp>

#include <cmath>
#include <functional>
#include <set>

#include "tests/app/results.hpp"

namespace renaming_test {

using namespace railshift::cli;
namespace fs = std::filesystem;

namespace {

constexpr int kSeeds = 8;
constexpr double kStandardErrors = 3.29;  // one case in a thousand by chance

using Line = std::vector<std::string>;

/// The lines of a file of tiny: no cell has a comma or a line break inside.
std::vector<Line> cells_of(const fs::path& csv) {
  std::vector<Line> lines(1, Line(1));
  for (const char c : text_of(csv)) {
    if (c == '\n')
      lines.push_back(Line(1));
    else if (c == ',')
      lines.back().emplace_back();
    else
      lines.back().back() += c;
  }
  lines.pop_back();
  return lines;
}

void write_cells(const fs::path& csv, const std::vector<Line>& lines) {
  std::string text;
  for (const Line& line : lines) {
    for (std::size_t i = 0; i < line.size(); ++i) text += (i > 0 ? "," : "") + line[i];
    text += "\n";
  }
  write_to(csv, text);
}

std::vector<fs::path> tables_of(const fs::path& folder) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".csv") files.push_back(entry.path());
  }
  return files;
}

/// The ids of a town: first columns, lines of the railway and roads. What the program itself asks for (values.csv) and the words of closed
/// lists (a segment called heavy) are no ids.
std::set<std::string> ids_of(const fs::path& folder) {
  std::set<std::string> ids;
  for (const fs::path& csv : tables_of(folder)) {
    if (csv.filename() == "values.csv" || csv.filename() == "segments.csv") continue;
    const auto lines = cells_of(csv);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      if (lines[i].at(0) != "heavy") ids.insert(lines[i].at(0));
      for (std::size_t c = 0; c < lines[0].size(); ++c) {
        if ((lines[0][c] == "line_id" || lines[0][c] == "road") && !lines[i].at(c).empty()) ids.insert(lines[i][c]);
      }
    }
  }
  return ids;
}

/// Every id gets a name that sorts the other way round.
std::map<std::string, std::string> other_names(const std::set<std::string>& ids) {
  std::map<std::string, std::string> names;
  std::size_t rank = 900 + ids.size();
  for (const std::string& id : ids) names[id] = (id[0] >= 'A' && id[0] <= 'Z' ? "Z" : "z") + std::to_string(rank--);
  return names;
}

fs::path renamed_tiny(const Scratch& scratch) {
  const fs::path copy = copy_of_tiny(scratch, "renamed");
  const auto names = other_names(ids_of(copy));
  REQUIRE(names.size() > 60);
  for (const fs::path& csv : tables_of(copy)) {
    auto lines = cells_of(csv);
    for (std::size_t i = 1; i < lines.size(); ++i) {
      for (std::string& cell : lines[i]) {
        if (names.contains(cell)) cell = names.at(cell);
      }
    }
    write_cells(csv, lines);
  }
  std::string toml = text_of(copy / "scenario.toml");
  for (const auto& [id, name] : names) {
    const std::string word = "\"" + id + "\"";
    for (auto at = toml.find(word); at != std::string::npos; at = toml.find(word, at)) toml.replace(at, word.size(), "\"" + name + "\"");
  }
  write_to(copy / "scenario.toml", toml);
  return copy;
}

/// fl-coal as two flows of half its share each, with the same chains.
fs::path split_tiny(const Scratch& scratch) {
  const fs::path copy = copy_of_tiny(scratch, "split");
  const auto twice = [&](const char* table, const std::function<bool(const Line&)>& concerned,
                         const std::function<void(Line&, const char*)>& change) {
    const fs::path csv = copy / "tables" / table;
    std::vector<Line> lines;
    for (const Line& line : cells_of(csv)) {
      if (!concerned(line)) {
        lines.push_back(line);
        continue;
      }
      for (const char* half : {"-a", "-b"}) {
        lines.push_back(line);
        change(lines.back(), half);
      }
    }
    write_cells(csv, lines);
  };
  twice(
      "flows.csv", [](const Line& l) { return l[0] == "fl-coal"; },
      [](Line& l, const char* half) { l[0] += half, l[6] = "0.5", l[10] = l[11] = "0.5"; });
  twice(
      "chains.csv", [](const Line& l) { return l[1] == "fl-coal"; }, [](Line& l, const char* half) { l[0] += half, l[1] += half; });
  twice(
      "legs.csv", [](const Line& l) { return l[0].starts_with("ch-coal-"); }, [](Line& l, const char* half) { l[0] += half; });
  return copy;
}

struct Sample {
  double mean = 0.0;
  double error = 0.0;  ///< standard error of the mean
};

Sample sample_of(const std::vector<double>& values) {
  Sample s;
  const double n = static_cast<double>(values.size());
  for (const double v : values) s.mean += v / n;
  double squares = 0.0;
  for (const double v : values) squares += (v - s.mean) * (v - s.mean);
  s.error = std::sqrt(squares / (n - 1.0) / n);
  return s;
}

/// What a planner reads first of a town, for the last year (through traffic for the first, when it has a choice).
const std::map<std::string, Row> kTotals = {
    {"tonnes by rail",
     {{"metric", "rail_tonnes"},
      {"numerator_kind", "rail"},
      {"basis", "main_haul"},
      {"direction", "both"},
      {"period", "2024"},
      {"unit", "t"}}},
    {"tonnes not chosen", {{"metric", "tonnes_by_reason"}, {"numerator_kind", "not_chosen"}, {"period", "2024"}, {"unit", "t"}}},
    {"exhaust NOx", {{"metric", "exhaust"}, {"numerator_kind", "NOx"}, {"period", "2024"}, {"unit", "t"}}},
    {"through kilometres", {{"metric", "through_km_inside"}, {"period", "2023"}, {"unit", "km"}}}};

std::map<std::string, Sample> samples(const Scratch& scratch, const fs::path& folder) {
  std::map<std::string, std::vector<double>> values;
  for (int seed = 1; seed <= kSeeds; ++seed) {
    const fs::path run =
        run_into(scratch, folder.filename().string() + "-" + std::to_string(seed), folder, {"--seed", std::to_string(seed)});
    for (const auto& [name, fields] : kTotals) {
      const auto value = metric(run, fields);
      INFO(name);
      REQUIRE(value.has_value());
      values[name].push_back(*value);
    }
  }
  std::map<std::string, Sample> all;
  for (const auto& [name, v] : values) all[name] = sample_of(v);
  return all;
}

/// `grain`: what whole loads and trains can move between the years, as a share of the total.
void check_like(const std::map<std::string, Sample>& a, const std::map<std::string, Sample>& b, double grain) {
  for (const auto& [name, one] : a) {
    const Sample& other = b.at(name);
    INFO(name << ": " << one.mean << " +- " << one.error << " and " << other.mean << " +- " << other.error);
    CHECK(std::abs(one.mean - other.mean) <= kStandardErrors * std::hypot(one.error, other.error) + grain * std::abs(one.mean));
  }
}

}  // namespace

TEST_CASE("other ids give the same town up to the noise of draws", "[app][repeats]") {
  const Scratch scratch;
  check_like(samples(scratch, scenario("tiny")), samples(scratch, renamed_tiny(scratch)), 1e-9);
}

TEST_CASE("a flow split in two is the same flow up to draws and whole loads", "[app][repeats]") {
  const Scratch scratch;
  // 42,000 t a year in loads of 30 t and trains of 1,400 t: two carried remainders instead of one move at most a train load.
  check_like(samples(scratch, scenario("tiny")), samples(scratch, split_tiny(scratch)), 0.04);
}

}  // namespace renaming_test
