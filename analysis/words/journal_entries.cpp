// Words of the journal and of kinds of measures. Sentences of the journal stand under themselves.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> journal_entries() {
  static constexpr std::array kEntries{
      Entry{"journal.bound", "起作用", "bound"},
      Entry{"journal.day", "日期", "day"},
      Entry{"journal.every listed firm was at the required share, or no firm is listed", "名单企业都达到规定比例，或名单为空",
            "every listed firm was at the required share, or no firm is listed"},
      Entry{"journal.firms", "企业", "firms"},
      Entry{"journal.from", "起始日", "from"},
      Entry{"journal.in_force", "生效", "in force"},
      Entry{"journal.in_service", "专用线开通", "in service"},
      Entry{"journal.kind", "类型", "kind"},
      Entry{"journal.loads under a floor", "受门禁约束的车次", "loads under a floor"},
      Entry{"journal.months with a price", "付出代价的月数", "months with a price"},
      Entry{"journal.never_bound", "从未起作用", "never bound"},
      Entry{"journal.new trucks", "新登记车辆", "new trucks"},
      Entry{"journal.no eligible truck was left, or no owner obeyed", "没有符合条件的车辆，或没有车主执行",
            "no eligible truck was left, or no owner obeyed"},
      Entry{"journal.no listed firm received or sent a truck while it was in force", "生效期间名单企业没有车辆进出",
            "no listed firm received or sent a truck while it was in force"},
      Entry{"journal.no train was loaded or unloaded there: not in service in the run, not chosen or not accepted",
            "没有列车在那里装卸：模拟期内未开通、未被选择或未被承认",
            "no train was loaded or unloaded there: not in service in the run, not chosen or not accepted"},
      Entry{"journal.nothing was registered", "没有新登记车辆", "nothing was registered"},
      Entry{"journal.nothing was registered, or all of it was new-energy by choice", "没有新登记车辆，或全部自愿选择新能源",
            "nothing was registered, or all of it was new-energy by choice"},
      Entry{"journal.reason", "原因", "reason"},
      Entry{"journal.register_short", "登记车辆不足", "register short"},
      Entry{"journal.road open", "道路已通车", "road open"},
      Entry{"journal.road_opened", "道路通车", "road opened"},
      Entry{"journal.t", "吨", "t"},
      Entry{"journal.the base stock had already left by itself, or no owner obeyed", "冻结基数已自行退出，或没有车主执行",
            "the base stock had already left by itself, or no owner obeyed"},
      Entry{"journal.the road never opened in the run, or there is no through traffic", "道路在模拟期内没有通车，或没有过境交通",
            "the road never opened in the run, or there is no through traffic"},
      Entry{"journal.the run ends before it starts", "模拟在其起始日前结束", "the run ends before it starts"},
      Entry{"journal.the stock had reached the quota by itself", "存量已自行达到配额", "the stock had reached the quota by itself"},
      Entry{"journal.trucks", "车辆", "trucks"},
      Entry{"journal.trucks_refused", "被拒车辆", "trucks refused"},
      Entry{"measure.frozen_base_order", "冻结基数淘汰", "frozen base order"},
      Entry{"measure.gate_floor", "门禁", "gate floor"},
      Entry{"measure.new_only", "新增全部新能源", "new only"},
      Entry{"measure.rail_duty", "铁路比例责任", "rail duty"},
      Entry{"measure.retire_order", "淘汰令", "retire order"},
      Entry{"measure.sales_standard", "销售标准", "sales standard"},
      Entry{"measure.siding_opens", "专用线投用", "siding opens"},
      Entry{"measure.stock_quota", "存量配额", "stock quota"},
      Entry{"measure.through_diversion", "过境分流", "through diversion"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
