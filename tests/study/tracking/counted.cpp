#include "tests/study/tracking/counted.hpp"

#include <stdexcept>

#include "analysis/metrics/csv_text.hpp"
#include "analysis/tracking/counted_rows.hpp"
#include "study/results/text_file.hpp"

namespace railshift::studies {
namespace fs = std::filesystem;
namespace {

void change(const fs::path& file, const std::string& from, const std::string& to) {
  std::string text = study::read_text(file);
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::runtime_error(from + " is not in " + file.string());
  study::write_text(file, text.replace(at, from.size(), to));
}

/// What tells a series, as its file writes it, and the series itself.
struct Counted {
  ObservedSeries series;
  std::string cells;  ///< between month and number
};

Counted train(const World& world, const char* station, StockSide direction) {
  Counted c;
  c.series.kind = ObservedKind::rail;
  c.series.id = std::string("rail/") + station;
  c.series.station = world.nodes.find(station);
  c.series.direction = direction;
  c.cells = std::string(station) + ",," + (direction == StockSide::out ? "out" : "in") + ",";
  return c;
}

Counted gate(const World& world, const char* site, StockSide direction, const std::string& goods = {}) {
  Counted c;
  c.series.kind = ObservedKind::gate;
  c.series.id = std::string("gate/") + site + (direction == StockSide::out ? "/out" : "/in");
  c.series.site = world.sites.find(site);
  c.series.direction = direction;
  c.series.mode = Mode::truck;
  if (!goods.empty()) c.series.commodity = world.commodities.find(goods);
  c.cells = std::string(site) + ",," + (direction == StockSide::out ? "out" : "in") + ",truck," + goods;
  return c;
}

Counted trucks(const World& world, ObservedKind kind, const std::string& segment, std::optional<Standard> standard) {
  Counted c;
  c.series.kind = kind;
  c.series.id = segment;
  c.series.segment = *world.segments.find(segment);
  c.series.standard = standard;
  c.cells = segment + "," + (standard ? std::string(to_text(*standard)) : std::string{}) + ",";
  return c;
}

void write(const std::vector<Counted>& all, const std::string& header, const World& world, const ledger::Ledger& run, Month first,
           Month last, const fs::path& file) {
  std::vector<ObservedSeries> series;
  for (const Counted& c : all) series.push_back(c.series);
  Problems problems;
  const auto months = analysis::simulated_months(series, analysis::counted_rows(world, series, problems), run);
  if (!problems.empty()) throw std::runtime_error(to_string(problems.sorted().front()));
  std::string text = header;
  for (std::size_t s = 0; s < all.size(); ++s) {
    for (Month m = first; m <= last; m = m + 1)
      text += to_string(m) + "," + all[s].cells + "," + analysis::number_text(analysis::amount_in(months[s], m)) + "\n";
  }
  study::write_text(file, text);
}

}  // namespace

fs::path uncertain_tiny(const Scratch& scratch) {
  const fs::path copy = tiny_with_a_range(scratch);
  const fs::path processes = copy / "tables" / "processes.csv", values = copy / "parameters" / "values.csv";
  change(processes, "60000,60000,60000", "60000,54000,66000");
  change(processes, "36000,36000,36000", "36000,32400,39600");
  change(processes, "5400,5400,5400", "5400,4860,5940");
  change(values, "-0.1,1/(yuan/t),-0.1,-0.1", "-0.1,1/(yuan/t),-0.15,-0.05");
  change(values, "rail.price_factor,2000-01-01,1,1,1,1", "rail.price_factor,2000-01-01,1,1,0.8,1.2");
  change(values, "road.price_factor,2000-01-01,1,1,1,1", "road.price_factor,2000-01-01,1,1,0.8,1.2");
  change(copy / "scenario.toml", "low = 20\nhigh = 20", "low = 10\nhigh = 30");
  change(copy / "scenario.toml", "low = 0.05\nhigh = 0.05", "low = 0.02\nhigh = 0.1");
  return copy;
}

void write_counted(const World& world, const ledger::Ledger& run, Month first, Month last, const fs::path& folder) {
  fs::create_directories(folder);
  write({train(world, "rs-yard", StockSide::out), train(world, "rs-works", StockSide::in)}, "month,station,siding,direction,commodity,t\n",
        world, run, first, last, folder / "rail.csv");
  write({gate(world, "st-mine", StockSide::out), gate(world, "st-works", StockSide::in, "ore"),
         gate(world, "st-works", StockSide::in, "coking-coal"), gate(world, "st-works", StockSide::out)},
        "month,site,firm,direction,mode,commodity,t\n", world, run, first, last, folder / "gate.csv");
  const std::string header = "month,segment,standard,powertrain,trucks\n";
  write({trucks(world, ObservedKind::stock, "heavy", {}), trucks(world, ObservedKind::stock, "mixer", {}),
         trucks(world, ObservedKind::stock, "sanitation", {})},
        header, world, run, first, last, folder / "register.csv");
  write({trucks(world, ObservedKind::cancelled, "slag-truck", Standard::china4)}, header, world, run, first, last,
        folder / "cancellations.csv");
}

}  // namespace railshift::studies
