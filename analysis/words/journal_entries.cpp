// Words of the journal. Kinds, effects and reasons of measures have theirs in sim/policy.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> journal_entries() {
  static constexpr std::array kEntries{
      Entry{"journal.acted", "全期起作用", "acted during the run"},
      Entry{"journal.day", "日期", "day"},
      Entry{"journal.firms", "企业", "firms"},
      Entry{"journal.from", "起始日", "from"},
      Entry{"journal.idle", "全期未起作用", "no effect in the whole run"},
      Entry{"journal.in_force", "生效", "in force"},
      Entry{"journal.in_service", "专用线投用", "in service"},
      Entry{"journal.kind", "类型", "kind"},
      Entry{"journal.reason", "原因", "reason"},
      Entry{"journal.register_short", "在册车辆不足", "register short"},
      Entry{"journal.road_opened", "道路通车", "road opened"},
      Entry{"journal.trucks", "车辆", "trucks"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
