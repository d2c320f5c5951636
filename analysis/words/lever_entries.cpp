// What it takes: levers, sets of them, ways of firms.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> lever_entries() {
  static constexpr std::array kEntries{
      Entry{"lever", "杠杆", "lever"},
      Entry{"lever.best", "{}：范围内达不到，最好 {}（{}）", "{}: not within the range, best {} (at {})"},
      Entry{"lever.between", "{}：{} → {}，值 {}（{} 时 {}，两者之间未再试）", "{}: {} → {}, figure {} (at {}: {}; not tried in between)"},
      Entry{
          "lever.ceiling", "能力上限按执行到位的方案计；杠杆可提高专用线能力、提前投用，此时的值可以高于它",
          "the ceiling with capacity is that of the plan as executed; levers enlarge sidings and open them earlier, and may lead above it"},
      Entry{"lever.enough", "要做到", "what is enough"},
      Entry{"lever.figure", "此时的值", "figure then"},
      Entry{"lever.file", "全部杠杆见 {}", "all levers in {}"},
      Entry{"lever.first_share", "首月可用铁路的货量份额", "share of tonnes given the rail chain in the first month"},
      Entry{"lever.in_service", "投用日", "in service"},
      Entry{
          "lever.lead",
          "只列未按期达到的目标。每个杠杆从方案的取值向其范围的较优端移动，由模拟逐次二分；所列每个值都是一次模拟（第一个种子），没有"
          "内插。一次模拟达到目标且离目标不足 0.5 个百分点（非比例为目标的 0.5%）即为够用；结果成级变化时，列出相邻两次。",
          "Only targets that are not on track. Every lever moves from the number of the plan to the better end of its range, halved run by "
          "run; every figure is one run on the first seed, none is read off between two. A run that meets the target within half a point "
          "(half a per cent of a threshold that is no share) is enough; where the figure moves in steps, both neighbours stand."},
      Entry{"lever.left_out", "超出模拟次数上限、未试的杠杆：{}", "levers beyond the limit on runs, not tried: {}"},
      Entry{"lever.no_effect", "{}：在其范围内没有使其接近目标", "{}: over its range it brings the target no nearer"},
      Entry{"lever.no_figure", "{}：较优端没有结果", "{}: no figure at the better end"},
      Entry{"lever.none", "没有可动的杠杆：方案中没有带范围、且未到较优端的数",
            "no lever: no number of the plan has a range with a better end left"},
      Entry{"lever.obedience", "执行率", "compliance"},
      Entry{"lever.on_track", "没有未按期达到、可由模拟回答的目标。", "No target that a run can answer is off its track."},
      Entry{"lever.others", "另有 {} 个杠杆在其范围内没有使其接近目标", "{} other levers bring it no nearer over their ranges"},
      Entry{"lever.per_unit", "每单位作用", "per unit"},
      Entry{"lever.price_yuan_per_t", "公路每吨代价", "price on a tonne by road"},
      Entry{"lever.quick", "未试杠杆（--quick）。", "No lever was tried (--quick)."},
      Entry{"lever.rail.price_factor", "铁路运价系数", "factor on rail prices"},
      Entry{"lever.ramp_months", "爬坡月数", "months of the ramp"},
      Entry{"lever.readings", "另有 {} 个其他口径的目标，杠杆同样逐个试过", "targets in other readings, tried with every lever too: {}"},
      Entry{"lever.reached", "{}：{} → {}，值 {}（{} 时 {}）", "{}: {} → {}, figure {} (at {}: {})"},
      Entry{"lever.refused", "{}：情景不接受较优端（{}）", "{}: the scenario refuses the better end ({})"},
      Entry{"lever.road.price_factor", "公路运价系数", "factor on road prices"},
      Entry{"lever.runs", "{} 个杠杆，{} 次模拟", "levers: {}, runs: {}"},
      Entry{"lever.set.found", "没有单个杠杆够用；这一组够用，一次模拟值 {}：{}",
            "no lever alone is enough; this set is, one run gives {}: {}"},
      Entry{"lever.set.none", "没有找到够用的一组：全部 {} 个杠杆都到较优端，一次模拟值 {}",
            "no set is enough: with every lever ({}) at its better end one run gives {}"},
      Entry{"lever.status", "状态", "status"},
      Entry{"lever.step", "{}：{} → {}，值 {}（差一格，{} 时 {}）", "{}: {} → {}, figure {} (one step less, {}: {})"},
      Entry{"lever.t_per_day", "每日能力", "tonnes a day"},
      Entry{"lever.turned", "{} {}", "{} {}"},
      Entry{"lever.unfinished", "{} 处二分用完了轮数，够用的取值在所列两次模拟之间",
            "{} searches used up their rounds: what is enough lies between the two runs"},
      Entry{"lever_unit.1000 t/day", "每千吨/日", "per 1,000 t a day"},
      Entry{"lever_unit.month", "每月", "per month"},
      Entry{"lever_unit.point", "每个百分点", "per point"},
      Entry{"lever_unit.yuan/t", "每元/吨", "per yuan a tonne"},
      Entry{"section.levers", "要做到什么", "What it takes"},
      Entry{"lever.weaker", "另有 {} 个杠杆单独也不够，作用更小，见 levers.csv",
            "{} other levers are not enough alone either and do less: levers.csv"},
      Entry{"way.belt", "皮带或管道", "belt or pipe"},
      Entry{"way.box", "经货场或货运站的集装箱", "boxes over a goods station"},
      Entry{"way.file", "各途径见 {}", "all ways in {}"},
      Entry{"way.from", "起始日", "from"},
      Entry{
          "way.lead",
          "各名单企业 {} 年由公路运送的大宗货物能走的途径。加价 = "
          "最便宜的此类运输链的广义成本减公路链的（运价、收费、时间价值，基准年的等待，不计任何代价措施）；NOx "
          "与现有车队之差，含企业自己的空驶"
          "和铁路牵引。途径更省而现在仍走公路的，原因（批量、时效、合同）在基准年标定的选择常数里，不在加价里。"
          "模型的公路运价不分排放标准和动力：新能源、国六货车的加价缺，不作假设。",
          "What the bulk goods that each listed firm moved by road in {} can do. Extra cost = generalised cost of the cheapest such chain "
          "- of the road chain (haul, charges, value of time, waits of the base year, no duty); NOx beside the trucks of now, with the "
          "firm's empty runs and rail traction. Why tonnes with a cheaper way go by road today (lots, time, contracts) stands in the "
          "choice "
          "constants of the base year, not in the extra cost. Road rates of the model know no standard and no powertrain: what new-energy "
          "and National "
          "VI trucks cost more is missing, and is not assumed."},
      Entry{"way.limit.base_share", "保持基准年份额，不能多运", "keeps its share of the base year: no more can go"},
      Entry{"way.limit.refuses", "铁路已拒绝部分请求", "the railway already refuses part of what is asked"},
      Entry{"way.main", "主要途径", "mainly by"},
      Entry{"way.missing", "缺价格", "price missing"},
      Entry{"way.national_vi", "国六货车", "National VI trucks"},
      Entry{"way.new_energy", "新能源货车", "new-energy trucks"},
      Entry{"way.no_chain", "其中 {} 没有铁路运输链", "{} of them have no rail chain"},
      Entry{"way.none", "没有名单企业，或当年没有公路货物。", "No listed firm, or none that moved goods by road."},
      Entry{"way.nox", "NOx 变化", "NOx change"},
      Entry{"way.rail", "其中有铁路可走", "of them with a rail chain"},
      Entry{
          "way.reading", "国六一栏按“有专用线的企业看铁路比例、没有的看清洁运输”的口径；加价逐货流取较省的铁路途径，不含建专用线的投资。",
          "National VI in the reading in which firms with a siding are judged by rail share, others by clean transport; extra cost by each "
          "flow's cheaper way, without what a siding costs to build."},
      Entry{"way.road", "公路货量", "road tonnes"},
      Entry{"way.siding", "专用线到厂", "siding"},
      Entry{"way.title", "企业可用途径", "Ways open to firms"},
      Entry{"way.tonnes", "可用货量", "tonnes that have it"},
      Entry{"way.vi.does_not_comply", "已建专用线，按铁路比例判定：换国六货车不算达标",
            "its siding stands, so that the rail share is asked: National VI trucks do not comply"},
      Entry{"way.vi.needs_new_energy", "清洁方式不足的部分须用新能源货车：换国六货车不算达标",
            "what clean modes leave short must go by new-energy trucks: National VI trucks do not comply"},
      Entry{"way.vi.no_rule", "清洁运输没有这类企业的规则：换国六货车是否达标无从判断",
            "clean transport has no rule for its works: whether National VI trucks comply cannot be said"},
      Entry{"way.vi.only_way", "没有铁路可走，换国六或新能源货车即达标：铁路目标对它没有意义",
            "no rail chain is open, National VI or new-energy trucks comply: the rail target has no point"},
      Entry{"way.vi.pays_below", "国六货车加价低于 {} 时，换车达标比上铁路省：铁路目标对它没有意义",
            "as long as National VI trucks cost less than {} more, they comply for less than rail: the rail target has no "
            "point"},
      Entry{"way.vi.rail_no_dearer", "有铁路可走的货，铁路不比公路贵：换国六货车不更省",
            "where there is a rail chain it is no dearer than the road: National VI trucks do not beat it"},
      Entry{"way.vi.share_alone", "清洁运输规则只看清洁方式的比例：换国六货车不算达标",
            "its rule of clean transport knows the share of clean modes alone: National VI trucks do not comply"},
      Entry{"way.yuan", "加价", "extra cost"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
