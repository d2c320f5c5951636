/// Five boxes, and which target is asked about first.
#include <catch2/catch.hpp>

#include "analysis/brief/status_boxes.hpp"
#include "analysis/metrics/tonnes.hpp"

namespace status_boxes_test {

using namespace railshift;
using namespace railshift::analysis;

namespace {

Verdict verdict(const std::string& id, Status status, MetricKind metric = MetricKind::rail_share) {
  Verdict v;
  v.target = id;
  v.metric = metric;
  v.status = status;
  v.outcome = status == Status::on_track       ? Outcome::met
              : status == Status::cannot_say   ? Outcome::cannot_say
              : status == Status::not_testable ? Outcome::not_testable
                                               : Outcome::missed;
  v.due = make_date(2025, 12, 31);
  return v;
}

}  // namespace

TEST_CASE("every status has its box", "[brief]") {
  using Row = std::pair<Status, StatusBox>;
  const auto row = GENERATE(values<Row>({{Status::on_track, StatusBox::on_track},
                                         {Status::if_executed, StatusBox::if_executed},
                                         {Status::late, StatusBox::late_or_missed},
                                         {Status::missed, StatusBox::late_or_missed},
                                         {Status::impossible_reading, StatusBox::impossible},
                                         {Status::impossible_capacity, StatusBox::impossible},
                                         {Status::cannot_say, StatusBox::undecided},
                                         {Status::not_testable, StatusBox::undecided}}));
  CHECK(box_of(verdict("t", row.first)) == row.second);
}

TEST_CASE("a run without an assessment has the boxes of its outcomes", "[brief]") {
  Verdict v = verdict("t", Status::on_track);
  v.status.reset();
  CHECK(box_of(v) == StatusBox::on_track);
  v.outcome = Outcome::missed;
  CHECK(box_of(v) == StatusBox::late_or_missed);
  v.outcome = Outcome::cannot_say;
  CHECK(box_of(v) == StatusBox::undecided);
}

TEST_CASE("asked first is what is not met, a rail share of the list before the rest, the latest due day", "[brief]") {
  std::vector<Verdict> all{verdict("register", Status::missed, MetricKind::register_stock), verdict("share-2024", Status::missed),
                           verdict("share-2025", Status::missed), verdict("tonnes", Status::missed, MetricKind::rail_tonnes),
                           verdict("share-of-a-firm", Status::missed)};
  for (std::size_t i : {std::size_t{1}, std::size_t{2}}) all[i].scope = {{"firm", kListedFirms}};
  all[1].due = make_date(2024, 12, 31);
  CHECK(first_question(all)->target == "share-2025");
  all[1].status = all[2].status = Status::on_track;
  CHECK(first_question(all)->target == "share-of-a-firm");
  all[4].status = Status::on_track;
  CHECK(first_question(all)->target == "tonnes");
  all[3].status = Status::on_track;
  CHECK(first_question(all)->target == "register");
  all[0].status = Status::on_track;
  CHECK(first_question(all)->target == "share-2025");
  CHECK(first_question({}) == nullptr);
}

TEST_CASE("other readings of a clause are neither counted nor asked about first", "[brief]") {
  std::vector<Verdict> all{verdict("main", Status::on_track), verdict("other", Status::missed)};
  all[1].reading_of = "main";
  CHECK(main_targets(all).size() == 1);
  CHECK(first_question(all)->target == "main");
  CHECK(readings_of(all, all[0]).size() == 2);
}

TEST_CASE("what needs a decision stands before what is on track", "[brief]") {
  const std::vector<Status> order{Status::impossible_capacity, Status::missed,       Status::late,    Status::if_executed,
                                  Status::cannot_say,          Status::not_testable, Status::on_track};
  for (std::size_t i = 1; i < order.size(); ++i) CHECK(urgency(verdict("a", order[i - 1])) < urgency(verdict("b", order[i])));
}

}  // namespace status_boxes_test
