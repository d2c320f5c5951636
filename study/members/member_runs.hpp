#pragma once
/// Runs members as parts of a study: a part is a folder that gets its name when it is whole, and is not run again.
#include <cstdint>
#include <filesystem>
#include <map>
#include <vector>

#include "sim/ensemble/isolated.hpp"
#include "sim/ledger/tables.hpp"
#include "study/members/member.hpp"
#include "study/members/member_parts.hpp"
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
  /// `plan` is the request's scenario as it stands; parts lie in `root`, which exists. Both live as long as this. A run ends with
  /// `until` of the request, or else on the first day after the years in which targets are due.
  MemberRuns(const Request& request, const scenario::Loaded& plan, std::filesystem::path root, Kept kept = Kept::metrics);

  /// What comes of the members, in their order. Whole parts of these very members are read, the others run by `mover` on the request's
  /// jobs. A member whose scenario is refused or whose run breaks a promise (core/contract.hpp) says so and has no figures; none is left
  /// out. One that ended in any other way (its process killed, no memory, a file that could not be written) is `ended`, and run the next
  /// time. Throws Interrupted; whole parts then remain.
  [[nodiscard]] std::vector<MemberRun> run(const std::vector<Member>& members, Mover mover, const Watch& watch) const;
  /// The same of what is there, without a run; of other members `missing`.
  [[nodiscard]] std::vector<MemberRun> read(const std::vector<Member>& members, Mover mover) const;

  /// What stands against parts of these members in another root: of other inputs, another program or processor level, damaged. One sentence
  /// a reason, with the number of parts and the first of them; none if all of what is there can be taken over.
  [[nodiscard]] std::vector<Words> reasons_against(const std::vector<Member>& members, Mover mover,
                                                   const std::filesystem::path& from) const;
  /// Takes whole parts and notes of failed runs of these members over from another root, if they are there. Precondition: no reason
  /// against it.
  void adopt(const std::vector<Member>& members, Mover mover, const std::filesystem::path& from) const;

  /// The command that runs a member alone, in full or as an estimate, from any folder; can be pasted into a shell.
  [[nodiscard]] std::string command(const Member& member, Mover mover) const;
  /// The months of a member with figures. Throws std::runtime_error if they cannot be read. Precondition: Kept::months.
  [[nodiscard]] ledger::Ledger months_of(const Member& member, Mover mover) const;

 private:
  /// Members without an answer, by number, and how their processes ended.
  using Ended = std::map<int, Words>;
  /// Who hears of runs, and as what.
  struct Told {
    const Watch& watch;
    std::size_t kept;  ///< parts that are whole
    Mover mover;
    std::optional<Date> start;  ///< first month of the runs; none of a base year
  };
  [[nodiscard]] RunJob job_of(const Member& member, Mover mover) const;
  [[nodiscard]] PartKey key_of(const Member& member, Mover mover) const;
  [[nodiscard]] scenario::LoadRequest load_of(const Member& member) const;
  [[nodiscard]] scenario::LoadRequest base_load_of(const Member& member) const;
  void write_part(const Member& member, Mover mover, const World& world, const ledger::Ledger& ledger) const;
  void write_refusal(const Member& member, Mover mover, const Words& refused) const;
  template <class Work>
  void note_broken_promise(const Member& member, Mover mover, const Work& work) const;
  [[nodiscard]] bool has_answer(const Member& member, Mover mover) const;
  void make_twin(const Member& member, const std::function<void(double)>& report) const;
  void make_twins(const std::vector<const Member*>& its, ensemble::Self& self) const;
  void make_full(const Member& member, ensemble::Self& self) const;
  void settle_full(const Member& member, ensemble::Self& self) const;
  [[nodiscard]] std::vector<ensemble::TaskResult> perform(const std::vector<ensemble::Task>& tasks,
                                                          const std::vector<std::vector<const Member*>>& whose, const Told& told) const;
  [[nodiscard]] Ended run_twins(const std::vector<const Member*>& missing, const Told& told) const;
  [[nodiscard]] Ended run_full(std::vector<const Member*> missing, Told told) const;

  const Request& request_;
  const scenario::Loaded& plan_;
  std::filesystem::path root_;
  Kept kept_;
  MemberParts parts_;
  Date end_;
};

}  // namespace railshift::study
