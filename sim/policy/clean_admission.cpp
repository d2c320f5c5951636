#include "sim/policy/clean_admission.hpp"

#include <algorithm>

namespace railshift::policy {
namespace {

void check_projects(const Written& written, Contradictions& found) {
  const bool listed = written("sites");
  if (listed == written("sectors"))
    found.push_back({"",
                     listed ? Words{"sites（项目名单）和 sectors（行业）都写了", "both sites and sectors stand here"}
                            : Words{"sites（项目名单）和 sectors（行业）都没写", "neither sites nor sectors stands here"},
                     {"项目要写名单或行业", "projects are a list or sectors"},
                     {"两个中只写一个", "write one of the two"}});
  if (!written("sectors") && written("min_growth"))
    found.push_back({"min_growth",
                     {"写了 min_growth（扩能幅度），没有写 sectors（行业）", "min_growth stands here without sectors"},
                     {"名单上的项目不论扩能幅度", "projects of a list count whatever their growth"},
                     {"去掉 min_growth，或写 sectors", "drop min_growth, or write sectors"}});
}

void check_modes(const CleanAdmission& kind, const Written& written, Contradictions& found) {
  if (kind.modes.empty())
    found.push_back({"modes",
                     {"modes（认可的方式）是空列表", "modes is an empty list"},
                     {"至少要认可一种方式", "at least one mode is accepted"},
                     {"写 [\"rail\", \"belt\", \"pipe\"]", "write [\"rail\", \"belt\", \"pipe\"]"}});
  const bool trucks = std::find(kind.modes.begin(), kind.modes.end(), CleanMode::new_energy_truck) != kind.modes.end();
  if (written("new_energy_extra_yuan_per_t") && !trucks)
    found.push_back({"new_energy_extra_yuan_per_t",
                     {"写了 new_energy_extra_yuan_per_t（新能源车加价），modes（认可的方式）里没有 new_energy_truck",
                      "new_energy_extra_yuan_per_t stands here, and modes does not hold new_energy_truck"},
                     {"不认可的方式没有价格", "a mode that is not accepted has no price"},
                     {"去掉加价，或在 modes 里加上 new_energy_truck", "drop it, or add new_energy_truck to modes"}});
}

void check_exceptions(const CleanAdmission& kind, Contradictions& found) {
  for (const Id<Site> site : kind.exceptions) {
    if (std::find(kind.sites.begin(), kind.sites.end(), site) == kind.sites.end()) continue;
    found.push_back({"exceptions",
                     {"exceptions（例外）里有一个厂区也在 sites（项目名单）里", "a site of exceptions stands in sites too"},
                     {"一个厂区或受约束，或是例外", "a site is bound or an exception"},
                     {"从其中一个列表里去掉", "drop it from one of the lists"}});
    return;
  }
}

}  // namespace

void About<CleanAdmission>::check(const CleanAdmission& kind, const Written& written, Contradictions& found) {
  check_projects(written, found);
  check_modes(kind, written, found);
  check_exceptions(kind, found);
}

// It orders how the added tonnes of projects go. No metric asks for that part of the tonnes alone; shares of all tonnes only follow.
std::vector<Declared> About<CleanAdmission>::orders(const CleanAdmission&) { return {}; }

bool About<CleanAdmission>::orders_asked(const CleanAdmission&, const Asked&) { return true; }

std::optional<Knob> About<CleanAdmission>::knob(const CleanAdmission& kind) { return obedience_of(kind); }

Date About<CleanAdmission>::first_look(const CleanAdmission&, Date from, int) { return from; }

// Wishes change with the month.
std::optional<Date> About<CleanAdmission>::first_act(const CleanAdmission&, Date from, const RoadOpening&) {
  return next_month_start(from);
}

// In scope is what projects add: without it there is nobody to bind.
IdleReason About<CleanAdmission>::why_idle(const CleanAdmission& kind, const Seen& seen) {
  if (seen.first_day >= seen.run_end) return IdleReason::not_started;
  if (seen.in_scope == 0) return IdleReason::nothing_in_scope;
  if (kind.obedience <= 0.0 || seen.followed == Followed::nobody_obeys) return IdleReason::nobody_obeys;
  return seen.followed == Followed::no_way ? IdleReason::no_way : IdleReason::already_so;
}

}  // namespace railshift::policy
