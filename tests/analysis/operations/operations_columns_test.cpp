/// The one description of the columns of stations.csv, pools.csv, stocks.csv, funnel.csv and boxes.csv.
#include <catch2/catch.hpp>

#include "analysis/operations/box_figures.hpp"
#include "analysis/operations/funnel.hpp"
#include "analysis/operations/operations.hpp"
#include "analysis/operations/operations_columns.hpp"
#include "analysis/operations/replicated_operations.hpp"
#include "analysis/operations/stock_figures.hpp"

namespace operations_columns_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

World depot() {
  World w;
  w.commodities = Table<Commodity>({{"coal", "", "", "power_fuel", true, false, ""}});
  Site plant;
  plant.id = "plant";
  w.sites = Table<Site>(std::vector<Site>{plant});
  Station bay;
  bay.id = "bay";
  bay.servers = 2;
  w.stations = Table<Station>(std::vector<Station>{bay});
  Siding siding;
  siding.id = "siding";
  w.sidings = Table<Siding>(std::vector<Siding>{siding});
  Pool pool;
  pool.id = "pool";
  w.pools = Table<Pool>(std::vector<Pool>{pool});
  Flow flow;
  flow.id = "ore";
  w.flows = Table<Flow>(std::vector<Flow>{flow});
  Node east, west;
  east.id = "east";
  west.id = "west";
  w.nodes = Table<Node>(std::vector<Node>{east, west});
  return w;
}

/// Every figure has a value that no other figure of its row has.
const StationFigures kStation{Id<Station>{0}, "2023", 31, 310, 300, 10, 0.5, 0.25, 1.25, 1.5, 4.5, 0.125, 7};
const PoolFigures kPool{Id<Pool>{0}, std::nullopt, "all", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14.5, 15.5};
const StockFigures kStock{ledger::StockKind::site_in, 0, Id<Commodity>{0}, "2023-01", 31, 1, 2, 3, 4, 5, 6, 7.5};

const FunnelFigures kFunnelRow{Id<Flow>{0}, "not_chosen", "2023", 8.5};
const BoxFigures kBoxes{Id<Node>{0}, Id<Node>{1}, "2023", 30, 20};

std::size_t lines(const std::string& text, const std::string& start) {
  std::size_t n = 0;
  for (std::size_t at = text.find("\n" + start); at != std::string::npos; at = text.find("\n" + start, at + 1)) ++n;
  return n;
}

}  // namespace

TEST_CASE("each figure of a station stands under its own heading", "[analysis]") {
  CHECK(
      to_csv(depot(), std::vector{kStation}, 3) ==
      "\xEF\xBB\xBFreplication,station,site,kind,period,servers,days,arrived,left,throughput_per_day,utilisation,mean_waiting,mean_present,"
      "mean_wait_min,p95_wait_min,full_share,turned_away\n"
      "3,bay,plant," +
          std::string(to_text(depot().stations[Id<Station>{0}].kind)) + ",2023,2,31,310,300,10,0.5,0.25,1.25,1.5,4.5,0.125,7\n");
}

TEST_CASE("each figure of a pool stands under its own heading", "[analysis]") {
  CHECK(to_csv(depot(), std::vector{kPool}, 1) ==
        "\xEF\xBB\xBFreplication,pool,owner,period,trucks,idle_trucks,loads_waiting,loads,empty_h,origin_wait_h,load_h,loaded_h,"
        "destination_wait_h,unload_h,repair_h,loaded_km,empty_km,p95_load_wait_h,least_empty_km\n"
        "1,pool,all,all,1,2,3,4,5,6,7,8,9,10,11,12,13,14.5,15.5\n");
  PoolFigures local = kPool;
  local.owner = Owner::local;
  local.p95_load_wait_h.reset();
  local.least_empty_km.reset();
  CHECK(to_csv(depot(), std::vector{local}, 1).ends_with("1,pool,local,all,1,2,3,4,5,6,7,8,9,10,11,12,13,,\n"));
}

TEST_CASE("a percentile of waits is taken in each replication and then averaged, never over the waits of all", "[analysis]") {
  // 4 minutes and 8 minutes: 6, with a deviation of 2 root 2 = 2.83
  StationFigures second = kStation;
  second.p95_wait_min = 8;
  StationFigures first = kStation;
  first.p95_wait_min = 4;
  const std::string text = over_replications(
      {{"stations", to_csv(depot(), std::vector{first}, 1) +
                        to_csv(depot(), std::vector{second}, 2).substr(to_csv(depot(), std::vector<StationFigures>{}, 2).size())}});
  CHECK(text.find("p95_wait_min,2,6,2.828") != std::string::npos);
}

TEST_CASE("each figure of a stock stands under its own heading, a place is a site or a siding, no cover is an empty cell", "[analysis]") {
  StockFigures on_rails = kStock;
  on_rails.kind = ledger::StockKind::siding;
  on_rails.cover_days.reset();
  CHECK(to_csv(depot(), std::vector{kStock, on_rails}, 1) ==
        "\xEF\xBB\xBFreplication,kind,place,commodity,period,days,open_t,in_t,out_t,close_t,short_t,short_days,cover_days\n"
        "1,site_in,plant,coal,2023-01,31,1,2,3,4,5,6,7.5\n"
        "1,siding,siding,coal,2023-01,31,1,2,3,4,5,6,\n");
}

TEST_CASE("every figure that a table writes has a mean over replications, under its key", "[analysis]") {
  const World w = depot();
  const std::string text = over_replications({{"stations", to_csv(w, std::vector{kStation, kStation}, 1)},
                                              {"pools", to_csv(w, std::vector{kPool, kPool}, 1)},
                                              {"stocks", to_csv(w, std::vector{kStock, kStock}, 1)},
                                              {"funnel", to_csv(w, std::vector{kFunnelRow, kFunnelRow}, 1)},
                                              {"boxes", to_csv(w, std::vector{kBoxes, kBoxes}, 1)}});
  CHECK(text.starts_with("\xEF\xBB\xBFtable,subject,kind,owner,commodity,period,figure,n,mean,sd,low,high\n"));
  std::size_t figures = 0;
  for (const OperationsTable& table : operations_tables()) {
    for (const OperationsColumn& column : table.columns) {
      INFO(table.name << "." << column.name);
      const bool figure = column.role == OperationsRole::figure;
      CHECK((text.find("," + std::string(column.name) + ",2,") != std::string::npos) == figure);
      figures += figure ? 1 : 0;
    }
  }
  CHECK(lines(text, "") == figures + 1);  // the last line end opens an empty one
  CHECK(lines(text, "pools,pool,,all,,all,") == 15);
  CHECK(lines(text, "stocks,plant,site_in,,coal,2023-01,") == 8);
  CHECK(lines(text, "stations,bay,") == 12);
  CHECK(lines(text, "funnel,ore,not_chosen,,coal,2023,t,2,8.5,") == 1);
  CHECK(lines(text, "boxes,east,west,,,2023,") == 2);
  CHECK(text.find("stocks,plant,site_in,,coal,2023-01,cover_days,2,7.5,0,7.5,7.5\n") != std::string::npos);
}

TEST_CASE("a table or a column that nobody writes has no mean", "[analysis]") {
  CHECK_THROWS_WITH(over_replications({{"trucks", "replication,period\n1,all\n"}}),
                    "trucks.csv: no table of stations, pools, stocks, the funnel or boxes");
  CHECK_THROWS_WITH(over_replications({{"pools", "replication,colour\n1,red\n"}}), "pools.csv: no such column: colour");
  CHECK_THROWS_WITH(over_replications({{"pools", "replication,pool,owner\n1,p\n"}}), "pools.csv: a row is not as long as the header");
}

}  // namespace operations_columns_test
