/// What a measure is called on pages: what it does, where, by which clause, and more only where two would be called alike.
#include "analysis/judge/measure_name.hpp"

#include <catch2/catch.hpp>

#include "sim/policy/kinds.hpp"

namespace measure_name_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

Measure of_kiln(const std::string& id, const SiteChange& change) {
  Measure measure;
  measure.id = id;
  measure.from = make_date(2024, 8, 23);
  measure.clause = Id<Clause>{0};
  measure.body = change;
  return measure;
}

SiteChange closing() {
  SiteChange change;
  change.site = Id<Site>{0};
  change.closes = make_date(2026, 1, 1);
  return change;
}

SiteChange in_part() {
  SiteChange change;
  change.site = Id<Site>{0};
  change.rates = {{make_date(2025, 1, 1), 0.5}};
  return change;
}

World with(const std::vector<Measure>& measures) {
  World w;
  Site site;
  site.id = "st";
  site.name_zh = "石灰窑";
  site.name_en = "kiln";
  w.sites = Table<Site>({site});
  Clause clause;
  clause.id = "TY-04";
  clause.item = "三-3";
  w.clauses = Table<Clause>({clause});
  w.measures = Table<Measure>(measures);
  return w;
}

}  // namespace

TEST_CASE("a site that closes and one that runs in part by one clause have two names, and no id in them", "[analysis]") {
  const World w = with({of_kiln("ms-a", in_part()), of_kiln("ms-b", closing())});
  CHECK(measure_name(w, w.measures[Id<Measure>{0}]) == Words{"厂区部分开工：石灰窑（三-3）", "site runs in part: kiln (三-3)"});
  CHECK(measure_name(w, w.measures[Id<Measure>{1}]) == Words{"厂区关停：石灰窑（三-3）", "site closes: kiln (三-3)"});
}

TEST_CASE("what opens a site is called so, what opens and closes one has the name of its kind", "[analysis]") {
  SiteChange opening = closing();
  opening.opens = make_date(2025, 1, 1);
  CHECK(measure_name(with({of_kiln("ms-a", opening)}), of_kiln("ms-a", opening)).zh == "厂区开停：石灰窑（三-3）");
  opening.closes.reset();
  CHECK(measure_name(with({of_kiln("ms-a", opening)}), of_kiln("ms-a", opening)).zh == "厂区投产：石灰窑（三-3）");
}

TEST_CASE("measures that nothing else tells apart have their ids behind their names", "[analysis]") {
  const World w = with({of_kiln("ms-a", closing()), of_kiln("ms-b", closing())});
  CHECK(measure_name(w, w.measures[Id<Measure>{1}]).en == "site closes: kiln (三-3, from 2024-08-23, ms-b)");
}

}  // namespace measure_name_test
