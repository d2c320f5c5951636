#include "sim/policy/firms/whom.hpp"

#include <algorithm>

namespace railshift::policy {
namespace {

/// By which a measure on firms may say whom it means, besides a threshold and a list.
constexpr std::array<std::string_view, 5> kConditions{"sectors", "firm_classes", "counties", "county_pm25_from", "county_last_ranks"};

}  // namespace

bool is_dated(const Whom& whom) { return !whom.firm_classes.empty() || whom.county_pm25_from || whom.county_last_ranks; }

bool asks_of_counties(const Whom& whom) { return !whom.counties.empty() || whom.county_pm25_from || whom.county_last_ranks; }

bool asks_of_sites(const Whom& whom) {
  return !whom.sites.empty() || !whom.sectors.empty() || asks_of_counties(whom) || !whom.exceptions.empty();
}

bool narrows(const Whom& whom) { return !whom.firm_classes.empty() || asks_of_sites(whom); }

void check_who(const Written& written, Contradictions& found) {
  const bool named = written("firms");
  if (named != written("threshold_t_per_year")) return;
  if (!named && std::any_of(kConditions.begin(), kConditions.end(), written)) return;
  found.push_back(
      {"",
       named ? Words{"threshold_t_per_year（吨数门槛）和 firms（企业名单）都写了", "both threshold_t_per_year and firms stand here"}
             : Words{"threshold_t_per_year（吨数门槛）和 firms（企业名单）都没写", "neither threshold_t_per_year nor firms stands here"},
       {"针对企业的措施要写门槛或名单", "a measure on firms names a threshold or a list"},
       named ? Words{"两个中只写一个", "write one of the two"}
             : Words{"两个中写一个，或写行业、绩效等级、县区条件",
                     "write one of the two, or sectors, firm_classes or a condition on counties"}});
}

}  // namespace railshift::policy
