/// What a status of a clause promises.
#include "tests/scenario/errors.hpp"

namespace check_clauses_test {

using namespace railshift;
using namespace railshift::test;

namespace {

constexpr const char* kClauses = "tables/clauses.csv";

/// The small scenario (measure `gate` and target `share` name T-1) with a status for T-1 and further clauses.
scenario::Files with_clauses(const std::string& t1, const std::string& others = "") {
  scenario::Files files = small_scenario();
  files.content[kClauses] =
      "clause_id,document,item,quote,force,offices,status,status_reason,carried_by\nT-1,plan,1,words,must,office," + t1 + "\n" + others;
  return files;
}

std::string clause(const std::string& id, const std::string& rest) { return id + ",plan,2,words,must,office," + rest + "\n"; }

std::string error_of(const std::string& others) { return only_error(with_clauses("simulated,why,", others)); }

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a clause with a measure is simulated or in part, and every other status contradicts the measure", "[scenario]") {
  CHECK(errors_of(with_clauses("simulated,why,")).empty());
  CHECK(errors_of(with_clauses("部分模拟,why,")).empty());
  for (const std::string status : {"data", "judged_only", "context", "not_simulated"}) {
    INFO(status);
    const std::string said = only_error(with_clauses(status + ",why,"));
    CHECK(says(said, "small/tables/clauses.csv:2:30: clause T-1 has status " + status + ", but measure gate carries it out"));
    CHECK(says(said, "write simulated or in_part"));
  }
}

TEST_CASE("without the columns, or with nothing in them, nobody asks for a status", "[scenario]") {
  CHECK(errors_of(small_scenario()).empty());
  CHECK(errors_of(with_clauses(",,")).empty());
}

TEST_CASE("a status without a reason is one line, and so is a clause without a status beside one that has one", "[scenario]") {
  CHECK(says(only_error(with_clauses("simulated,,")), "small/tables/clauses.csv:2:40: status_reason is empty (a status has its reason)"));
  CHECK(says(error_of(clause("T-2", ",,")),
             "small/tables/clauses.csv:3:30: status is empty (where one clause has a status, every clause has one)"));
}

TEST_CASE("a simulated clause has a measure or a row, data has a row", "[scenario]") {
  for (const std::string status : {"simulated", "in_part", "data"})
    CHECK(says(error_of(clause("T-2", status + ",why,")), "clause T-2 has status " + status + ", but no measure and no row carries it"));
  for (const std::string status : {"simulated", "in_part", "data"})
    CHECK(errors_of(with_clauses("simulated,why,", clause("T-2", status + ",why,sites:mine"))).empty());
  CHECK(errors_of(with_clauses("simulated,why,", clause("T-2", "in_part,why,measure:gate;sites:mine"))).empty());
}

TEST_CASE("a clause that is only judged has a target and nothing that acts, and a target needs such a clause", "[scenario]") {
  CHECK(says(error_of(clause("T-2", "judged_only,why,")), "clause T-2 has status judged_only, but no target is judged by it"));
  const auto of_t2 = [](const std::string& rest) {
    scenario::Files files = with_clauses("simulated,why,", clause("T-2", rest));
    replace(files, "scenario.toml", "id = \"share\"\nclause = \"T-1\"", "id = \"share\"\nclause = \"T-2\"");
    return files;
  };
  CHECK(errors_of(of_t2("judged_only,why,")).empty());
  CHECK(says(only_error(of_t2("context,why,")), "but target share is judged by it"));
  CHECK(says(only_error(of_t2("not_simulated,why,")), "but target share is judged by it"));
  CHECK(says(only_error(of_t2("judged_only,why,sites:mine")), "but sites:mine carries it"));
}

TEST_CASE("what carries a clause is there: a table, a row of it, a measure that is no question of the user", "[scenario]") {
  CHECK(says(error_of(clause("T-2", "data,why,sites:mina")), "carried_by names \"sites:mina\", which is not there"));
  CHECK(says(error_of(clause("T-2", "data,why,sites:mina")), "did you mean \"mine\""));
  CHECK(says(error_of(clause("T-2", "data,why,site:mine")), "did you mean \"sites\""));
  CHECK(says(error_of(clause("T-2", "data,why,mine")), "carried_by names \":mine\", which is not there"));
  CHECK(says(error_of(clause("T-2", "in_part,why,measure:gete")), "did you mean \"gate\""));
  CHECK(says(error_of(clause("T-2", "in_part,why,measure:trial")), "carried_by names \"measure:trial\""));
  CHECK(says(error_of(clause("T-2", "data,why,clauses:T-1")), "carried_by names \"clauses:T-1\""));
}

TEST_CASE("a measure that is switched off or left out still carries its clause", "[scenario]") {
  scenario::Files files = with_clauses("simulated,why,");
  replace(files, "scenario.toml", "id = \"gate\"\n", "id = \"gate\"\nenabled = false\n");
  CHECK(errors_of(files).empty());
  scenario::LoadRequest without;
  without.removed_measures = {"gate"};
  CHECK(errors_of(with_clauses("simulated,why,"), without).empty());
  scenario::LoadRequest baseline;
  baseline.layer = Layer::baseline;
  CHECK(errors_of(with_clauses("simulated,why,"), baseline).empty());
}

}  // namespace check_clauses_test
