#pragma once
/// Runs members as parts of a study: a part is a folder that gets its name when it is whole, and is not run again.
#include <cstdint>
#include <filesystem>
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "study/members/member.hpp"
#include "study/refused.hpp"
#include "study/request.hpp"
#include "study/run_job.hpp"
#include "study/watch.hpp"

namespace railshift::study {

/// What a part holds of a run.
enum class Kept : std::uint8_t {
  metrics,  ///< metrics.csv (kept_rows)
  months    ///< beside it months.gpkg: the months that counted ones can replace (analysis::kept_of_months)
};

/// The plan of a request, member by member. Twins share processes, since they need no SimGrid; every full run and its base year has one of
/// its own.
class MemberRuns {
 public:
  /// `plan` is the request's scenario as it stands; parts lie in `root`, which exists. Both live as long as this. A run ends on the first
  /// day after the years in which targets are due, or with `until` of the request.
  MemberRuns(const Request& request, const scenario::Loaded& plan, std::filesystem::path root, Kept kept = Kept::metrics);

  /// What comes of the members, in their order. Whole parts of these very members are read, the others run by `mover` on the request's
  /// jobs. A member whose scenario is refused or whose run breaks a promise says so and has no figures; none is left out. Throws
  /// Interrupted and, where a process was ended or a file could not be written, PartFailed; whole parts then remain.
  [[nodiscard]] std::vector<MemberRun> run(const std::vector<Member>& members, Mover mover, const Watch& watch) const;

  /// Takes whole parts of these members over from another root, if they are there. Throws Refused for a part that is of other inputs,
  /// another program or processor level, or damaged.
  void adopt(const std::vector<Member>& members, Mover mover, const std::filesystem::path& from) const;

  /// The command that runs a member alone, in full or as an estimate.
  [[nodiscard]] std::string command(const Member& member, Mover mover) const;
  /// The months of a member with figures. Throws std::runtime_error if they cannot be read. Precondition: Kept::months.
  [[nodiscard]] ledger::Ledger months_of(const Member& member, Mover mover) const;

 private:
  struct Work;
  [[nodiscard]] RunJob job_of(const Member& member, Mover mover) const;
  [[nodiscard]] scenario::LoadRequest load_of(const Member& member) const;
  [[nodiscard]] scenario::LoadRequest base_load_of(const Member& member) const;
  [[nodiscard]] std::filesystem::path part_of(const Member& member, Mover mover) const;
  [[nodiscard]] std::filesystem::path state_of(const Member& member) const;
  [[nodiscard]] bool is_whole(const Member& member, Mover mover, const std::filesystem::path& part) const;
  [[nodiscard]] PartFailed cut_off(const ensemble::TaskResult& result, const std::vector<Member>& members, Mover mover) const;
  void write_kept(const std::filesystem::path& folder, const World& world, const ledger::Ledger& ledger, const RunJob& job) const;
  void seal(const Member& member, Mover mover, const std::filesystem::path& folder) const;
  void write_refusal(const Member& member, Mover mover, const Words& refused) const;
  void make_twin(const Member& member, const std::function<void(double)>& report) const;
  void make_full(const Member& member, ensemble::Self& self) const;
  void settle_full(const Member& member, ensemble::Self& self) const;
  [[nodiscard]] std::vector<ensemble::Task> twin_tasks(const std::vector<const Member*>& missing) const;
  [[nodiscard]] std::vector<MemberRun> read(const std::vector<Member>& members, Mover mover) const;

  const Request& request_;
  const scenario::Loaded& plan_;
  std::filesystem::path root_;
  Kept kept_;
  Date end_;
};

}  // namespace railshift::study
