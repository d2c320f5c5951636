#include "sim/ledger/trains_csv.hpp"

#include <fmt/format.h>

#include "sim/core/contract.hpp"
#include "sim/core/csv.hpp"

namespace railshift::ledger {
namespace {

std::string time_text(Date day_zero, Tick tick) {
  const Tick seconds = tick / kTicksPerSecond % 86'400;
  return fmt::format("{} {:02}:{:02}:{:02}", to_string(day_zero + static_cast<int>(tick / kTicksPerDay)), seconds / 3600, seconds / 60 % 60,
                     seconds % 60);
}

}  // namespace

std::string_view to_text(TrainStep step) {
  switch (step) {
    case TrainStep::formed:
      return "formed";
    case TrainStep::loading:
      return "loading";
    case TrainStep::loaded:
      return "loaded";
    case TrainStep::enters_section:
      return "enters_section";
    case TrainStep::arrives:
      return "arrives";
    case TrainStep::unloading:
      return "unloading";
    case TrainStep::unloaded:
      return "unloaded";
  }
  RAILSHIFT_EXPECTS(false, "a step of a train has a word");
}

TrainsCsv::TrainsCsv(const std::filesystem::path& path, const World& world) : world_(world), file_(path) {
  file_.write("\xEF\xBB\xBFtrain,chain,flow,commodity,t,step,siding,section,direction,time,tick\n");
}

void TrainsCsv::append(const TrainEvent& e) {
  const Chain& chain = world_.chains[e.chain];
  const Flow& flow = world_.flows[chain.flow];
  file_.write(fmt::format("{},{},{},{},{},{},{},{},{},{},{}\n", e.train, csv_result_cell(chain.id), csv_result_cell(flow.id),
                          csv_result_cell(world_.commodities[flow.commodity].id), static_cast<double>(e.kg) / 1000.0, to_text(e.step),
                          e.siding ? csv_result_cell(world_.sidings[*e.siding].id) : "",
                          e.section ? csv_result_cell(world_.rail_sections[*e.section].id) : "",
                          !e.section  ? ""
                          : e.forward ? "forward"
                                      : "backward",
                          time_text(world_.settings.day_zero(), e.tick), e.tick));
}

void TrainsCsv::close() { file_.close(); }

}  // namespace railshift::ledger
