/// 责任单位 as plans close their clauses.
#include <catch2/catch.hpp>

#include "analysis/judge/offices.hpp"

namespace offices_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

std::string said(const std::string& text) {
  std::string out;
  for (const Office& office : offices_of(text)) {
    const char* role = office.role == OfficeRole::leads ? "牵头" : office.role == OfficeRole::joins ? "参加" : "考核";
    out += (out.empty() ? "" : " ") + office.name + ":" + role;
  }
  return out;
}

Clause clause(const std::string& id, const std::string& offices) { return {id, "plan", id, "quote", Force::must, offices}; }

Target target(const World& world, const std::string& id, const std::string& of, const std::string& reading_of = {}) {
  Target t;
  t.id = id;
  t.clause = *world.clauses.find(of);
  t.due = make_date(2025, 12, 31);
  t.reading_of = reading_of;
  return t;
}

}  // namespace

TEST_CASE("of a plain list the first office leads and the others join", "[brief]") {
  CHECK(said("市发展改革委、市交通局、市工信局") == "市发展改革委:牵头 市交通局:参加 市工信局:参加");
  CHECK(said("市生态环境局") == "市生态环境局:牵头");
  CHECK(said("") == "");
}

TEST_CASE("behind a semicolon offices join, and what begins with 考核 examines", "[brief]") {
  CHECK(said("市住建局、市城管局；市公安局") == "市住建局:牵头 市城管局:牵头 市公安局:参加");
  CHECK(said("市工信局；市生态环境局") == "市工信局:牵头 市生态环境局:参加");
  CHECK(said("各县(市、区)、综改示范区(方案二-2)；考核：市生态环境局牵头(方案三-36)") ==
        "各县(市、区):牵头 综改示范区:参加 市生态环境局:考核");
}

TEST_CASE("a role in brackets holds for its whole part, 牵头 behind a name for that one alone", "[brief]") {
  CHECK(said("区发改局、区科工局(牵头)；区生态环境分局(配合)") == "区发改局:牵头 区科工局:牵头 区生态环境分局:参加");
  CHECK(said("市生态环境局牵头，各有关部门") == "市生态环境局:牵头 各有关部门:参加");
  CHECK(said("各有关部门，市生态环境局牵头") == "各有关部门:参加 市生态环境局:牵头");
}

TEST_CASE("a comma inside brackets parts nothing, 等 at the end goes, and a name stands once", "[brief]") {
  CHECK(said("各县（市、区）人民政府") == "各县（市、区）人民政府:牵头");
  CHECK(said("市工信局、市邮政管理局等") == "市工信局:牵头 市邮政管理局:参加");
  CHECK(said("市工信局、市工信局；市工信局") == "市工信局:牵头");
}

TEST_CASE("every office has its clauses and main targets, and clauses without an office stand last", "[brief]") {
  World world;
  world.clauses = Table<Clause>({clause("a", "甲局、乙局"), clause("b", "乙局"), clause("c", "")});
  world.targets =
      Table<Target>({target(world, "t1", "a"), target(world, "t1-other", "a", "t1"), target(world, "t2", "b"), target(world, "t3", "b")});
  const std::vector<OfficeDuties> all = duties_of_offices(world);
  REQUIRE(all.size() == 3);
  // 乙局 leads two targets, 甲局 one.
  CHECK(all[0].name == "乙局");
  CHECK(all[0].leads.size() == 1);
  CHECK(all[0].joins.size() == 1);
  CHECK(all[0].targets.size() == 3);  // t1 as one that joins, t2, t3; another reading is no target of its own
  CHECK(all[1].name == "甲局");
  CHECK(all[1].targets.size() == 1);
  CHECK(all[2].name == "");
  CHECK(all[2].clauses() == 1);
}

}  // namespace offices_test
