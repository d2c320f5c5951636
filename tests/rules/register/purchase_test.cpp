/// What replaces a truck: new-energy trucks under a rule on new ones, and which of them.
#include "sim/rules/register/purchase.hpp"

#include <catch2/catch.hpp>
#include <utility>

#include "sim/core/draw.hpp"
#include "sim/policy/kinds.hpp"
#include "tests/rules/register_fixture.hpp"

namespace purchase_test {

using namespace railshift;
using namespace railshift::rules;
using namespace railshift::rules::fixture;

TEST_CASE("with new-only, trucks registered from its from on are new-energy if the owner obeys", "[rules]") {
  // Every truck goes within a year; National V before, electric or National V after.
  const auto electric_share = [](double obedience, Date from) {
    World w = fixture::world({row("s5", slag, Standard::china5, 2018, 1000), row("f5", freight, Standard::china5, 2018, 200)}, 0.0);
    RetireOrder all;
    all.up_to = Standard::china5;
    w.measures = Table<Measure>({measure("all", make_date(2022, 1, 1), make_date(2022, 12, 31), all),
                                 measure("new", from, from, NewOnly{{}, {slag}, obedience}), sells_china6()});
    Run run(w);
    run.until(make_date(2022, 7, 1));
    const int half = run.new_energy(slag);
    run.until(make_date(2023, 1, 1));
    CHECK(run.new_energy(freight) == 0);
    return std::pair{half, run.new_energy(slag)};
  };
  CHECK(electric_share(1.0, make_date(2022, 1, 1)).second == 1000);
  const auto [before, after] = electric_share(1.0, make_date(2022, 7, 1));
  CHECK(before == 0);
  CHECK(after == Approx(1000.0 * 184.0 / 365.0).margin(3.29 * 15.8));
  CHECK(electric_share(0.0, make_date(2022, 1, 1)).second == 0);
  CHECK(electric_share(0.5, make_date(2022, 1, 1)).second == Approx(500.0).margin(3.29 * 15.8));
  CHECK(electric_share(0.5, make_date(2022, 1, 1)).second <= electric_share(0.9, make_date(2022, 1, 1)).second);
}

TEST_CASE("an ordered buyer chooses among the new-energy powertrains of his segment", "[rules]") {
  World w = fixture::world({});
  w.purchase_shares =
      Table<PurchaseShare>({share("a", slag, 2022, Powertrain::methanol, 0.1), share("b", slag, 2022, Powertrain::electric, 0.3),
                            share("c", slag, 2022, Powertrain::gas, 0.5)});
  const Showroom showroom(w, 5);
  Buyer buyer;
  buyer.row_hash = hash_text("s5");
  buyer.segment = slag;
  buyer.delivery = make_date(2023, 5, 1);  // 2022 is the last year with a row
  int methanol = 0;
  int diesel = 0;
  for (buyer.ordinal = 0; buyer.ordinal < 4000; ++buyer.ordinal) {
    const Powertrain p = showroom.new_energy(buyer);
    CHECK(is_new_energy(p));
    methanol += p == Powertrain::methanol ? 1 : 0;
    diesel += showroom.natural(buyer) == Powertrain::diesel ? 1 : 0;
  }
  CHECK(methanol == Approx(1000.0).margin(3.29 * 27.4));  // 0.1 of 0.4; sqrt(4000 x 1/4 x 3/4) = 27.4
  CHECK(diesel == Approx(400.0).margin(3.29 * 19.0));     // the rest of 0.9; sqrt(4000 x 0.09) = 19.0
  buyer.segment = freight;
  CHECK(showroom.new_energy(buyer) == Powertrain::electric);
  CHECK(showroom.natural(buyer) == Powertrain::diesel);
  buyer.type = VehicleType::mini;
  CHECK(showroom.natural(buyer) == Powertrain::gasoline);
}

}  // namespace purchase_test
