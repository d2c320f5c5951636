/// Figures of stations and stocks, worked by hand, and their means over replications.
#include <catch2/catch.hpp>

#include "analysis/operations/operations.hpp"
#include "analysis/operations/replicated_operations.hpp"
#include "analysis/operations/stock_figures.hpp"

namespace operations_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

constexpr Tick kDay = kTicksPerDay;
const Month kJanuary = make_month(2023, 1), kFebruary = make_month(2023, 2);

/// A bay with two servers at a plant that burns coal from a yard, and a mine with a stock known by the month.
World plant_world() {
  World w;
  w.commodities = Table<Commodity>({{"coal", "", "", "power_fuel", true, false, ""}});
  Site mine, plant;
  mine.id = "mine";
  plant.id = "plant";
  w.sites = Table<Site>({mine, plant});
  Station bay;
  bay.id = "bay";
  bay.site = Id<Site>{1};
  bay.servers = 2;
  w.stations = Table<Station>({bay});
  Stockyard pile;
  pile.id = "pile";
  pile.site = Id<Site>{1};
  pile.side = StockSide::in;
  w.stockyards = Table<Stockyard>({pile});
  return w;
}

const StockFigures& stock_of(const std::vector<StockFigures>& figures, std::uint32_t site, const std::string& period) {
  for (const StockFigures& f : figures) {
    if (f.place == site && f.period == period) return f;
  }
  throw std::runtime_error("no such stock");
}

ledger::StockRow stock(Month month, ledger::StockKind kind, std::uint32_t site, std::int64_t open, std::int64_t in, std::int64_t out,
                       std::int64_t lacking, Tick stopped) {
  return {month, kind, site, Id<Commodity>{0}, open, in, out, open + in - out, lacking, stopped};
}

}  // namespace

TEST_CASE("utilisation, queue, wait and throughput of a bay with two servers", "[analysis]") {
  ledger::Ledger ledger;
  ledger::StationRow row;
  row.month = kJanuary;
  row.station = Id<Station>{0};
  row.arrived = 310;
  row.left = 310;
  row.busy_ticks = 31 * kDay;              // one of the two servers all the time
  row.presence_ticks = 31 * kDay * 5 / 4;  // one in service, a quarter of a truck waiting
  row.wait_ticks = 310 * 60 * kTicksPerSecond;
  row.found_full = 31;
  ledger.stations.push_back(row);
  ledger.waits.push_back({kJanuary, Id<Station>{0}, ledger::wait_bucket(60 * kTicksPerSecond), 310});
  const auto figures = station_figures(plant_world(), ledger);
  REQUIRE(figures.size() == 3);  // 2023, 2023-01, all
  for (const StationFigures& f : figures) {
    CHECK(f.utilisation == Approx(0.5));
    CHECK(f.mean_present == Approx(1.25));
    CHECK(f.mean_waiting == Approx(0.25));
    CHECK(f.mean_wait_min == Approx(1.0));
    CHECK(f.throughput_per_day == Approx(10.0));
    CHECK(f.full_share == Approx(0.1));
    // The bucket of 61,440 ticks ends within 4.5 % above it.
    CHECK(f.p95_wait_min >= 1.0);
    CHECK(f.p95_wait_min <= 1.045);
  }
}

TEST_CASE("days of cover are the closing stock over a day's use, shortage counts as use", "[analysis]") {
  using ledger::StockKind;
  ledger::Ledger ledger;
  // January: 3,100 t are wanted, 100 a day; 200 t were lacking, during two days. 450 t are left: 4.5 days.
  ledger.stocks.push_back(stock(kJanuary, StockKind::site_in, 1, 0, 3'350'000, 2'900'000, 200'000, 2 * kDay));
  // February: 100 t a day again, nothing lacking; 150 t are left: 1.5 days.
  ledger.stocks.push_back(stock(kFebruary, StockKind::site_in, 1, 450'000, 2'500'000, 2'800'000, 0, 0));
  const auto figures = stock_figures(plant_world(), ledger);
  const StockFigures& january = stock_of(figures, 1, "2023-01");
  CHECK(january.close_t == Approx(450.0));
  CHECK(january.cover_days.value() == Approx(4.5));
  CHECK(january.short_days == Approx(2.0));
  CHECK(stock_of(figures, 1, "2023-02").cover_days.value() == Approx(1.5));
  const StockFigures& all = stock_of(figures, 1, "all");
  CHECK(all.open_t == 0.0);
  CHECK(all.close_t == Approx(150.0));
  CHECK(all.short_t == Approx(200.0));
  CHECK(all.cover_days.value() == Approx(150.0 / (5'900.0 / 59.0)));
}

TEST_CASE("a stock known by the month was short for as many days as it lacked days of use, and without use there is no cover",
          "[analysis]") {
  using ledger::StockKind;
  ledger::Ledger ledger;
  // 310 t wanted, 10 a day, 31 t of it lacking: 3.1 days.
  ledger.stocks.push_back(stock(kJanuary, StockKind::site_out, 0, 0, 279'000, 279'000, 31'000, 0));
  ledger.stocks.push_back(stock(kFebruary, StockKind::site_out, 0, 0, 50'000, 0, 0, 0));
  const auto figures = stock_figures(plant_world(), ledger);
  CHECK(stock_of(figures, 0, "2023-01").short_days == Approx(3.1));
  CHECK(stock_of(figures, 0, "2023-01").cover_days.value() == 0.0);
  CHECK_FALSE(stock_of(figures, 0, "2023-02").cover_days.has_value());
}

TEST_CASE("a site that makes nothing of what it sends has no stock to tell of", "[analysis]") {
  using ledger::StockKind;
  ledger::Ledger ledger;
  ledger.stocks.push_back(stock(kJanuary, StockKind::site_out, 0, 500'000, 0, 400'000, 0, 0));
  ledger.stocks.push_back(stock(kFebruary, StockKind::site_out, 0, 100'000, 0, 100'000, 300'000, 0));
  CHECK(stock_figures(plant_world(), ledger).empty());
  // One that begins to make in February has one from the start.
  ledger.stocks.push_back(stock(make_month(2023, 3), StockKind::site_out, 0, 0, 1'000, 1'000, 0, 0));
  CHECK(stock_of(stock_figures(plant_world(), ledger), 0, "2023-01").open_t == Approx(500.0));
}

TEST_CASE("figures of stations, pools and stocks have a mean and an interval over the replications", "[analysis]") {
  const std::string text = over_replications(
      {{"stations", "replication,station,site,kind,period,utilisation\n1,bay,plant,load,all,0.4\n2,bay,plant,load,all,0.6\n"},
       {"stocks", "replication,kind,place,commodity,period,cover_days\n1,site_in,plant,coal,all,3\n2,site_in,plant,coal,all,\n"}});
  // 0.4, 0.6: mean 0.5, sd = sqrt(0.02) = 0.141421, t(1) = 12.7062, half width 12.7062 x 0.141421 / sqrt(2) = 1.27062
  CHECK(text.find("stations,bay,load,,,all,utilisation,2,0.5,0.14142135623730") != std::string::npos);
  CHECK(text.find(",-0.7706204736") != std::string::npos);
  CHECK(text.find(",1.7706204736") != std::string::npos);
  // A cell without a figure does not count.
  CHECK(text.find("stocks,plant,site_in,,coal,all,cover_days,1,3,,,") != std::string::npos);
  CHECK_THROWS_AS(over_replications({{"pools", "replication,pool,owner,period,trucks\n1,p,local,all,many\n"}}), std::runtime_error);
}

}  // namespace operations_test
