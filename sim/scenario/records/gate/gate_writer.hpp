#pragma once
/// What a gate record tells, as rows of profiles, flows, observed and outside_mix.
#include <string>
#include <vector>

#include "sim/scenario/records/gate/gate_flows.hpp"
#include "sim/scenario/records/record_import.hpp"

namespace railshift::scenario {

class GateWriter {
 public:
  GateWriter(const World& world, const GateTally& tally, const RecordRequest& request, TableEdits& edits, RecordImport& out)
      : world_(world), tally_(tally), request_(request), edits_(edits), out_(out) {}

  /// Months and tonnes of the years that the record covers, where the gate sees all of the flow. Asks about tonnes and loads that are
  /// another unit than the scenario's.
  void write_flow(const SeenFlow& seen, Problems& problems);
  /// Standards of hired trucks.
  void write_mix();

 private:
  using Year = std::map<Month, GateCount>;
  /// A flow's year, and what the record lacks of it.
  struct FlowYear {
    const SeenFlow& seen;
    int year = 0;
    Year months;
    GateCount sum;
    Words gap;
  };
  /// False if it must not be written, which is said.
  bool may_write(FlowYear& of, Problems& problems);
  void write_profile(const FlowYear& of);
  void write_tonnes(const FlowYear& of, Problems& problems);
  void put_flow_value(const FlowYear& of, const std::string& value, const std::string& reason);
  /// Rows of any site that could not be read, or whose truck could not.
  [[nodiscard]] Words gap_of_mix(int year) const;
  /// A row with source, reason and standing: published, or derived if something of it is not told by the record alone.
  [[nodiscard]] NewRow stated(NewRow row, const std::string& reason, const FlowYear& of) const;

  const World& world_;
  const GateTally& tally_;
  const RecordRequest& request_;
  TableEdits& edits_;
  RecordImport& out_;
};

}  // namespace railshift::scenario
