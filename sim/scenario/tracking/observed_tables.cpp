#include "sim/scenario/tracking/observed_tables.hpp"

#include <algorithm>
#include <set>

#include "sim/core/files/file_bytes.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/files.hpp"

namespace railshift::scenario {
namespace fs = std::filesystem;

/// A node at which chains load or unload trains; only its rank among them is an id.
struct RailStop {};
template <>
inline const char* table_name<RailStop>() {
  return "stations";
}

namespace {

struct ObservedRow {
  std::optional<Month> month;
  std::optional<Id<RailStop>> stop;
  std::optional<Id<Siding>> siding;
  std::optional<Id<Site>> site;
  std::optional<Id<Firm>> firm;
  StockSide direction = StockSide::out;
  Mode mode = Mode::truck;
  std::optional<Id<Commodity>> commodity;
  Id<Segment> segment;
  std::optional<Standard> standard;
  std::optional<Powertrain> powertrain;
  double value = 0.0;
  std::string source;
};

Field<ObservedRow> month_field() {
  const auto put = [](ObservedRow& row, const Cell& cell, const FieldInfo&, Decoder& decoder) {
    const auto day = cell.text.size() == 7 ? parse_date(cell.text + "-01") : std::nullopt;
    if (day) {
      row.month = month_of(*day);
      return;
    }
    decoder.problem(cell.place, both("month（月份）写的是“{}”", "month is \"{}\"", cell.text),
                    {"某年某月，YYYY-MM", "a month of a year, YYYY-MM"}, {"写成 2024-03", "write 2024-03"});
  };
  return {text("month", "月份", "month that was counted, YYYY-MM"), put};
}

using T = ObservedRow;

Fields<T> ended(Fields<T> fields, FieldInfo value) {
  fields.push_back(field(&T::value, std::move(value)));
  fields.push_back(field(&T::source, text("source", "来源", "who counted").if_given()));
  return fields;
}

FieldInfo commodity_info() { return ref("commodity", "货类", "commodity; empty = all goods").if_given(); }

TableOf<T> rail_table() {
  return make_table<T>({"rail",
                        Folder::tables,
                        "铁路分月运量",
                        "tonnes that trains load (out) or unload (in), by station or by siding",
                        {"month", "station", "siding", "direction", "commodity"},
                        "",
                        {}},
                       ended({month_field(), field(&T::stop, ref("station", "车站", "station node; or a siding").if_given()),
                              field(&T::siding, ref("siding", "专用线", "siding; or a station").if_given()),
                              field(&T::direction, word("direction", "方向", "out = loaded (发送), in = unloaded (到达)")),
                              field(&T::commodity, commodity_info())},
                             number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9)));
}

TableOf<T> gate_table() {
  return make_table<T>({"gate",
                        Folder::tables,
                        "门禁分月台账",
                        "tonnes through the gate of a site, or of all sites of a firm, by one mode",
                        {"month", "site", "firm", "direction", "mode", "commodity"},
                        "",
                        {}},
                       ended({month_field(), field(&T::site, ref("site", "厂区", "site; or a firm").if_given()),
                              field(&T::firm, ref("firm", "企业", "firm, all of its sites; or a site").if_given()),
                              field(&T::direction, word("direction", "方向", "out = leaves the gate, in = enters it")),
                              field(&T::mode, word("mode", "方式", "what passes the gate; empty = truck").if_given()),
                              field(&T::commodity, commodity_info())},
                             number("t", "吨数", "tonnes of the month").in("t").between(0, 1e9)));
}

TableOf<T> trucks_table(const char* name, const char* zh, const char* en, const char* what) {
  return make_table<T>({name, Folder::tables, zh, en, {"month", "segment", "standard", "powertrain"}, "", {}},
                       ended({month_field(), field(&T::segment, ref("segment", "车队", "segment")),
                              field(&T::standard, word("standard", "排放标准", "emission standard; empty = all").if_given()),
                              field(&T::powertrain, word("powertrain", "动力", "powertrain; empty = all").if_given())},
                             number("trucks", "辆数", what).in("vehicles").between(0, 1e7)));
}

TableOf<T> table_of(ObservedKind kind) {
  switch (kind) {
    case ObservedKind::rail:
      return rail_table();
    case ObservedKind::gate:
      return gate_table();
    case ObservedKind::cancelled:
      return trucks_table("cancellations", "分月注销", "trucks that left the register in the month, scrapped or transferred out",
                          "trucks that left in the month");
    case ObservedKind::stock:
      return trucks_table("register", "月末在册", "trucks in the register at the end of the month", "trucks at the end of the month");
  }
  RAILSHIFT_EXPECTS(false, "a kind has a table");
}

constexpr std::array kKinds{ObservedKind::rail, ObservedKind::gate, ObservedKind::cancelled, ObservedKind::stock};

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

class Reader {
 public:
  Reader(const World& world, Problems& problems)
      : world_(world), problems_(problems), keys_(keys_of(world)), stops_(stops_of(world)), decoder_(keys_, problems) {}

  void read(ObservedKind kind, const std::string& file, const std::string& text) {
    const TableOf<T> table = table_of(kind);
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
    for (const ReadRow<T>& read : read_rows(table, raw, decoder_, unusual)) {
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
  bool is_placed(ObservedKind kind, const T& row, const Place& place) {
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

  void add(ObservedKind kind, const RawTable& raw, const ReadRow<T>& read) {
    const std::string id = id_of(kind, raw, *read.raw);
    Found& series = found_[id];
    const Place place = raw.cell(*read.raw, "month").place;
    if (series.what.months.empty()) series.what = described(kind, read.row, id, place);
    series.what.months[*read.row.month] = read.row.value;
    series.places[*read.row.month] = place;
  }

  /// Key columns but the month, behind the file.
  static std::string id_of(ObservedKind kind, const RawTable& raw, const RawRow& row) {
    std::string id(file_of(kind));
    for (const std::string& name : raw.spec.key) {
      const Cell cell = name == "month" ? Cell{} : raw.cell(row, name);
      if (!cell.text.empty()) id += "/" + cell.text;
    }
    return id;
  }

  [[nodiscard]] ObservedSeries described(ObservedKind kind, const T& row, const std::string& id, const Place& place) const {
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
                       both("{} 之前缺 {} 至 {}（{}）", "before {}, {} to {} are missing ({})", to_string(month), to_string(*last + 1),
                            to_string(month + -1), series.what.id),
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

/// Files that are none of the four.
void report_unknown(const fs::path& folder, Problems& problems) {
  std::vector<std::string> known;
  for (const ObservedKind kind : kKinds) known.push_back(file_name(kind));
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
  for (const ObservedKind kind : kKinds) specs.push_back(table_of(kind).spec);
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
  for (const ObservedKind kind : kKinds) {
    const std::string name = file_name(kind);
    if (!fs::is_regular_file(folder / name)) continue;
    ++tables;
    files.content[name] = read_file(folder / name);
    const std::string file = (folder / name).string();
    if (const auto text = text_of(files, name, "utf-8", problems)) reader.read(kind, file, *text);
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
