#include "analysis/emissions/truck_book.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

#include "sim/rules/capacity/acceptance.hpp"
#include "sim/rules/work/pool_of_flow.hpp"

namespace railshift::analysis {
namespace {

constexpr int kBaseMonths = 12;

using SegmentIndex = std::uint32_t;
using ClassKey = std::tuple<int, SegmentIndex, VehicleType, AccessClass>;
using Rows = std::map<ClassKey, TruckBookRow>;

std::set<Month> booked_months(const World& world, const ledger::Ledger& ledger) {
  std::set<Month> months;
  for (const ledger::RegisterFoldRow& row : ledger.registers) {
    if (row.month >= month_of(world.settings.start)) months.insert(row.month);
  }
  return months;
}

/// Collects rows by class and what the table leaves in the months that other work is taken from.
class Collector {
 public:
  /// `booked`: all months that were run; `months`: those of them that the book tells of.
  Collector(const World& world, const std::set<Month>& booked, const std::set<Month>& months)
      : world_(&world), booked_(&booked), months_(&months) {
    base_end_ = booked.empty() ? Month{} : *booked.begin() + kBaseMonths;
    for (const Segment& segment : world.segments) stated_.push_back(rules::stated_trucks(world, world.segments.id_of(segment)));
  }

  void add_stock(const ledger::RegisterFoldRow& row) { trucks_[{row.month, row.tally.segment.index}] += row.tally.open; }

  /// Precondition: the stock of the month stands.
  void add_table(const ledger::RegisterFoldRow& row) {
    if (!booked_->contains(row.month)) return;
    const SegmentIndex segment = row.tally.segment.index;
    const std::int64_t given = rules::given_beside_stated(row.tally.mileage_metres, trucks_.at({row.month, segment}), stated_[segment]);
    if (row.month < base_end_) left_[segment] += given;
    if (months_->contains(row.month)) at(row.month, row.tally.segment, row.tally.vehicle_type, row.tally.access).table += given;
  }

  void add_service(const ledger::ServiceRow& row) {
    if (row.owner != Owner::local || !booked_->contains(row.month)) return;
    const Id<Segment> segment = rules::segment_of_flow(*world_, row.flow);
    const bool stated = rules::has_stated_pool(*world_, row.flow);
    if (row.month < base_end_ && !stated) left_[segment.index] -= row.metres;
    if (!months_->contains(row.month)) return;
    const EmissionClass vehicle = EmissionClass::from_index(row.vehicle);
    TruckBookRow& of_class = at(row.month, segment, vehicle.type, vehicle.access);
    const bool counted = world_->truck_classes[world_->flows[row.flow].truck_class].simulate == Simulate::count;
    (stated ? of_class.stated : counted ? of_class.counted : of_class.modelled) += row.metres;
  }

  Rows& rows() { return rows_; }
  /// What the table leaves to a segment in the base months.
  [[nodiscard]] std::int64_t left(SegmentIndex segment) const {
    const auto found = left_.find(segment);
    return found == left_.end() ? 0 : std::max<std::int64_t>(0, found->second);
  }
  [[nodiscard]] std::int64_t base_months() const {
    return std::count_if(booked_->begin(), booked_->end(), [&](Month m) { return m < base_end_; });
  }
  [[nodiscard]] std::int64_t months_of(int year) const {
    return std::count_if(months_->begin(), months_->end(), [&](Month m) { return m.year() == year; });
  }

 private:
  TruckBookRow& at(Month month, Id<Segment> segment, VehicleType type, AccessClass access) {
    TruckBookRow& row = rows_[{month.year(), segment.index, type, access}];
    row.year = month.year();
    row.segment = segment;
    row.vehicle_type = type;
    row.access = access;
    return row;
  }

  const World* world_;
  const std::set<Month>* booked_;
  const std::set<Month>* months_;
  Month base_end_;
  std::vector<std::int64_t> stated_;  ///< trucks of pools of stated size, by segment
  std::map<std::pair<Month, SegmentIndex>, std::int64_t> trucks_;
  Rows rows_;
  std::map<SegmentIndex, std::int64_t> left_;
};

using Members = std::vector<TruckBookRow*>;

/// Part of its table that every class of a segment drives in all if flows and other work are spread evenly: classes whose flows alone take
/// more of their table keep them, so the others drive less.
double even_use(const Members& members, std::int64_t metres) {
  Members by_use = members;
  std::erase_if(by_use, [](const TruckBookRow* row) { return row->table == 0; });
  const auto uses_less = [](const TruckBookRow* a, const TruckBookRow* b) {
    return static_cast<double>(a->of_flows()) * static_cast<double>(b->table) <
           static_cast<double>(b->of_flows()) * static_cast<double>(a->table);
  };
  std::stable_sort(by_use.begin(), by_use.end(), uses_less);
  double use = 0.0, driven = static_cast<double>(metres), table = 0.0;
  for (const TruckBookRow* row : by_use) {
    if (table > 0.0 && static_cast<double>(row->of_flows()) >= use * static_cast<double>(row->table)) break;
    driven += static_cast<double>(row->of_flows());
    table += static_cast<double>(row->table);
    use = driven / table;
  }
  return use;
}

/// What is left of that part for other work.
double free_of(const TruckBookRow& row, double use) {
  return std::max(0.0, use * static_cast<double>(row.table) - static_cast<double>(row.of_flows()));
}

/// Splits the other work of one segment and year over its classes.
void share_out(const Members& members, std::int64_t metres) {
  if (std::all_of(members.begin(), members.end(), [](const TruckBookRow* row) { return row->table == 0; })) return;
  const double use = even_use(members, metres);
  std::vector<double> weights;
  for (const TruckBookRow* row : members) weights.push_back(free_of(*row, use));
  const std::vector<std::int64_t> parts = rules::split_kg(metres, weights);  // whole metres split as whole kilograms do
  for (std::size_t i = 0; i < members.size(); ++i) members[i]->other = parts[i];
}

}  // namespace

std::vector<TruckBookRow> truck_book(const World& world, const ledger::Ledger& ledger) {
  return truck_book(world, ledger, booked_months(world, ledger));
}

std::vector<TruckBookRow> truck_book(const World& world, const ledger::Ledger& ledger, const std::set<Month>& months) {
  const std::set<Month> booked = booked_months(world, ledger);
  Collector book(world, booked, months);
  for (const ledger::RegisterFoldRow& row : ledger.registers) book.add_stock(row);
  for (const ledger::RegisterFoldRow& row : ledger.registers) book.add_table(row);
  for (const ledger::ServiceRow& row : ledger.service) book.add_service(row);
  std::map<std::pair<int, SegmentIndex>, Members> groups;
  for (auto& [key, row] : book.rows()) groups[{row.year, row.segment.index}].push_back(&row);
  for (const auto& [key, members] : groups) {
    // Metres of a year stay below 2^53 / 12 for any fleet, so that the product is exact.
    const std::int64_t metres = (book.left(key.second) * book.months_of(key.first) + book.base_months() / 2) / book.base_months();
    share_out(members, metres);
  }
  std::vector<TruckBookRow> rows;
  for (const auto& [key, row] : book.rows()) rows.push_back(row);
  return rows;
}

std::vector<TruckBookRow> by_segment(const std::vector<TruckBookRow>& book) {
  std::vector<TruckBookRow> sums;
  for (const TruckBookRow& row : book) {
    if (sums.empty() || sums.back().year != row.year || sums.back().segment != row.segment) {
      sums.push_back(row);
      continue;
    }
    sums.back().table += row.table;
    sums.back().modelled += row.modelled;
    sums.back().counted += row.counted;
    sums.back().other += row.other;
    sums.back().stated += row.stated;
  }
  return sums;
}

std::vector<Month> months_in_book(const World& world, const ledger::Ledger& ledger, int year) {
  std::vector<Month> months;
  for (const Month m : booked_months(world, ledger)) {
    if (m.year() == year) months.push_back(m);
  }
  return months;
}

}  // namespace railshift::analysis
