#include "sim/scenario/tracking/observed_tables.hpp"

#include <algorithm>
#include <set>

#include "sim/core/files/file_bytes.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"
#include "sim/scenario/tracking/observed_row.hpp"

namespace railshift::scenario {
namespace fs = std::filesystem;

namespace {

std::string file_name(ObservedKind kind) { return std::string(file_of(kind)) + ".csv"; }

/// Nodes at which rail legs of chains begin and end, in text order.
std::vector<std::string> stops_of(const World& world) {
  std::set<std::string> ids;
  for (const Node& node : world.nodes) {
    if (node.type == NodeType::station) ids.insert(node.id);
  }
  return {ids.begin(), ids.end()};
}

template <class Row>
std::vector<std::string> ids_of(const Table<Row>& table) {
  std::vector<std::string> ids;
  for (const Row& row : table) ids.push_back(row.id);
  return ids;
}

KeyBook keys_of(const World& world) {
  KeyBook keys;
  keys.add("stations", stops_of(world));
  keys.add("sidings", ids_of(world.sidings));
  keys.add("sites", ids_of(world.sites));
  keys.add("firms", ids_of(world.firms));
  keys.add("commodities", ids_of(world.commodities));
  keys.add("segments", ids_of(world.segments));
  return keys;
}

Words missing_words(Month month, Month before, const std::string& id) {
  const std::string first = to_string(before + 1), last = to_string(month + -1);
  if (first == last) return both("{} 之前缺 {}（{}）", "before {}, {} is missing ({})", to_string(month), first, id);
  return both("{} 之前缺 {} 至 {}（{}）", "before {}, {} to {} are missing ({})", to_string(month), first, last, id);
}

class Reader {
 public:
  Reader(const World& world, Problems& problems)
      : world_(world), problems_(problems), keys_(keys_of(world)), stops_(stops_of(world)), decoder_(keys_, problems) {}

  void read(ObservedKind kind, const std::string& file, const std::string& text) {
    const TableOf<ObservedRow> table = table_of(kind);
    RawTable raw = read_table(table.spec, file, text, problems_);
    if (!raw.readable) return;
    if (raw.rows.empty())
      return problems_.add({{file, 1, 1},
                            {"没有行", "no rows"},
                            {"一行一个月的观测", "one row a counted month"},
                            {"填写观测，或删去这个文件", "write what was counted, or remove the file"},
                            Mistake::file});
    drop_duplicates(raw, problems_);
    std::vector<Unusual> unusual;
    for (const ReadRow<ObservedRow>& read : read_rows(table, raw, decoder_, unusual)) {
      if (read.sound && read.row.month && is_placed(kind, read.row, raw.cell(*read.raw, "month").place)) add(kind, raw, read);
    }
  }

  [[nodiscard]] std::vector<ObservedSeries> take() {
    std::vector<ObservedSeries> all;
    for (auto& [id, series] : found_) {
      look_for_gaps(series);
      all.push_back(std::move(series.what));
    }
    return all;
  }

 private:
  struct Found {
    ObservedSeries what;
    std::map<Month, Place> places;
  };

  /// One of station and siding, of site and firm; a month of the scenario.
  bool is_placed(ObservedKind kind, const ObservedRow& row, const Place& place) {
    const std::size_t before = problems_.size();
    const auto one_of = [&](bool first, bool second, const Words& names) {
      if (first != second) return;
      problems_.add({place,
                     first ? both("{}都写了", "both {}", names) : both("{}都是空的", "no {}", names),
                     both("一行说其中一个：{}", "a row is about one of them: {}", names),
                     {"只写一个", "write one of them"}});
    };
    if (kind == ObservedKind::rail)
      one_of(row.stop.has_value(), row.siding.has_value(), {"station（车站）、siding（专用线）", "station, siding"});
    if (kind == ObservedKind::gate) one_of(row.site.has_value(), row.firm.has_value(), {"site（厂区）、firm（企业）", "site, firm"});
    const Month first = month_of(world_.settings.start), end = month_of(world_.settings.end - 1) + 1;
    if (*row.month < first || !(*row.month < end))
      problems_.add({place,
                     both("month（月份）写的是“{0}”", "month is \"{0}\"", to_string(*row.month)),
                     both("情景的月份：{} 至 {}", "months of the scenario: {} to {}", to_string(first), to_string(end + -1)),
                     {"删去这一行，或改正月份", "remove the row, or mend the month"}});
    return problems_.size() == before;
  }

  void add(ObservedKind kind, const RawTable& raw, const ReadRow<ObservedRow>& read) {
    const std::string id = id_of(kind, read.row);
    Found& series = found_[id];
    const Place place = raw.cell(*read.raw, "month").place;
    // The same in other words: 出 and out, an empty mode and truck.
    if (const auto before = series.places.find(*read.row.month); before != series.places.end())
      return problems_.add({place,
                            both("{} 的 {} 又出现一次", "{} of {} again", to_string(*read.row.month), id),
                            both("一个月只写一次；首次出现在第 {} 行", "a month is counted once; first in line {}", before->second.line),
                            {"删去一行", "remove one of the rows"}});
    if (series.what.months.empty()) series.what = described(kind, read.row, id, place);
    series.what.months[*read.row.month] = read.row.value;
    series.places[*read.row.month] = place;
  }

  /// What tells the rows of a series from others, behind the file.
  [[nodiscard]] std::string id_of(ObservedKind kind, const ObservedRow& row) const {
    std::string id(file_of(kind));
    const auto put = [&](std::string_view text) { id.append("/").append(text); };
    if (row.stop) put(stops_[row.stop->index]);
    if (row.siding) put(world_.sidings[*row.siding].id);
    if (row.site) put(world_.sites[*row.site].id);
    if (row.firm) put(world_.firms[*row.firm].id);
    if (counts_tonnes(kind)) put(row.direction == StockSide::out ? "out" : "in");
    if (kind == ObservedKind::gate) put(to_text(row.mode));
    if (row.commodity) put(world_.commodities[*row.commodity].id);
    if (!counts_tonnes(kind)) put(world_.segments[row.segment].id);
    if (row.standard) put(to_text(*row.standard));
    if (row.powertrain) put(to_text(*row.powertrain));
    return id;
  }

  [[nodiscard]] ObservedSeries described(ObservedKind kind, const ObservedRow& row, const std::string& id, const Place& place) const {
    ObservedSeries series;
    series.kind = kind;
    series.id = id;
    if (row.stop) series.station = world_.nodes.find(stops_[row.stop->index]);
    series.siding = row.siding;
    series.site = row.site;
    series.firm = row.firm;
    series.direction = row.direction;
    series.mode = row.mode;
    series.commodity = row.commodity;
    series.segment = row.segment;
    series.standard = row.standard;
    series.powertrain = row.powertrain;
    series.place = place;
    return series;
  }

  void look_for_gaps(const Found& series) {
    std::optional<Month> last;
    for (const auto& [month, place] : series.places) {
      if (last && month - *last > 1)
        problems_.add({place,
                       missing_words(month, *last, series.what.id),
                       {"一个观测的各月不能中断", "the months of a series have no gap"},
                       {"补上缺的月份，或从缺口之后开始", "add the months that are missing, or begin behind them"}});
      last = month;
    }
  }

  const World& world_;
  Problems& problems_;
  KeyBook keys_;
  std::vector<std::string> stops_;
  Decoder decoder_;
  std::map<std::string, Found> found_;
};

/// Text of a table: UTF-8, or what spreadsheet programs of Chinese offices save, GB18030 (GBK), as the imports of records take it.
std::optional<std::string> observed_text(const Files& files, const std::string& name, Problems& problems) {
  const std::string& bytes = files.content.at(name);
  Problems found;
  auto text = text_of(files, name, has_bom(bytes) || !first_bad_utf8(bytes) ? "utf-8" : "gb18030", found);
  for (Problem problem : found.as_added()) {
    // Nothing can be declared for this folder.
    if (problem.mistake == Mistake::file) {
      problem.rule = {"观测表用 UTF-8 或 GB18030（GBK）编码", "tables of counted months are UTF-8 or GB18030 (GBK)"};
      problem.accept = {"把文件另存为 UTF-8（在表格软件中选 CSV UTF-8）", "save the file as UTF-8 (in a spreadsheet program: CSV UTF-8)"};
    }
    problems.add(std::move(problem));
  }
  return text;
}

/// Files that are none of the four.
void report_unknown(const fs::path& folder, Problems& problems) {
  std::vector<std::string> known;
  for (const ObservedKind kind : kObservedKinds) known.push_back(file_name(kind));
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".csv") names.insert(entry.path().filename().string());
  }
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    problems.add({{(folder / name).string(), 0, 0},
                  {"不是调度观测表", "no table of counted months"},
                  both("可用的文件：{}", "files that are read: {}", fmt::format("{}", fmt::join(known, ", "))),
                  hint(name, known, {"改名，或移到别处", "rename it, or move it away"}),
                  Mistake::file});
  }
}

}  // namespace

std::vector<TableSpec> observed_table_specs() {
  std::vector<TableSpec> specs;
  for (const ObservedKind kind : kObservedKinds) specs.push_back(table_of(kind).spec);
  return specs;
}

std::vector<ObservedSeries> read_observed(const fs::path& folder, const World& world, Problems& problems) {
  Files files;
  files.display_root = folder.string();
  if (!fs::is_directory(folder)) {
    problems.add({{folder.string(), 0, 0},
                  {"没有这个文件夹", "no such folder"},
                  {"放观测分月表的文件夹", "a folder of counted months"},
                  {"写 rail.csv、gate.csv、cancellations.csv、register.csv 所在的文件夹",
                   "name the folder of rail.csv, gate.csv, cancellations.csv, register.csv"},
                  Mistake::file});
    return {};
  }
  Reader reader(world, problems);
  std::size_t tables = 0;
  for (const ObservedKind kind : kObservedKinds) {
    const std::string name = file_name(kind);
    if (!fs::is_regular_file(folder / name)) continue;
    ++tables;
    files.content[name] = read_file(folder / name);
    const std::string file = (folder / name).string();
    if (const auto text = observed_text(files, name, problems)) reader.read(kind, file, *text);
  }
  report_unknown(folder, problems);
  if (tables == 0 && problems.empty())
    problems.add({{folder.string(), 0, 0},
                  {"没有一张观测表", "no table of counted months"},
                  {"rail.csv、gate.csv、cancellations.csv、register.csv 至少一张",
                   "at least one of rail.csv, gate.csv, cancellations.csv, register.csv"},
                  {"见 docs/tracking.md", "see docs/tracking.md"},
                  Mistake::file});
  return reader.take();
}

}  // namespace railshift::scenario
