// Ceilings of targets.
#include <array>

#include "analysis/words/catalogue.hpp"

namespace railshift::analysis {

std::span<const Entry> ceiling_entries() {
  static constexpr std::array kEntries{
      Entry{"ceiling.belt", "{0} 至 {1} 皮带廊道", "belt from {0} to {1}"},
      Entry{"ceiling.binding", "用满的能力（每增加 1 吨能力可增加的吨数）", "what is full (tonnes for each tonne of capacity more)"},
      Entry{"ceiling.capacity", "能力上限", "ceiling with capacity"},
      Entry{"ceiling.chains", "运输链上限", "ceiling of the chains"},
      Entry{"ceiling.exclusive", " {} 与 {} 不能同时达到。", " {} and {} exclude each other."},
      Entry{"ceiling.failed", "求解器未给出可靠结果，没有上限：{}", "The solver gave no sound answer, so there is no ceiling: {}"},
      Entry{"ceiling.firms", "逐家判定：按此口径有货量的名单企业 {} 家中，按运输链 {} 家各自可达到；计入能力，同时可达到 {} 家。",
            "Firm by firm: of {} listed firms with goods in this reading {} can reach it by their chains, each alone; with capacity {} at "
            "the same time."},
      Entry{
          "ceiling.lead",
          "上限由规划求得，不是模拟：当年每一吨都走对目标最有利的运输链。运输链上限不计能力；能力上限逐月计入货量、专用线和货场、装卸线、线"
          "路剩余列车径路及其启用日期。价格、等待、合同和意愿均不计，企业能走即走。",
          "Ceilings are solved programmes, not runs: every tonne of the year takes the chain that suits the target best. The first counts "
          "no capacity; the second counts, month by month, what is offered, sidings and yards, loading tracks, free path slots and the "
          "days on "
          "which they open. Prices, waits, contracts and wishes are left out: whoever can, does."},
      Entry{"ceiling.none", "没有以货运量计的目标。", "No target is about tonnes."},
      Entry{"ceiling.not_carried", "全部货物中有 {} 当年没有任何运输链能运走。", "Of all goods, no chain can carry {} in the year."},
      Entry{"ceiling.own", "其中不计年初在途和待运", "without goods under way or waiting at New Year"},
      Entry{"ceiling.pipe", "{0} 至 {1} 管道", "pipe from {0} to {1}"},
      Entry{"ceiling.remark", "：", ": "},
      Entry{"ceiling.section.backward", "{} 反向径路", "path slots of {}, backward"},
      Entry{"ceiling.section.forward", "{} 正向径路", "path slots of {}, forward"},
      Entry{"ceiling.siding", "{}", "{}"},
      Entry{"ceiling.slot", "，每条径路 {}", ", {} a path slot"},
      Entry{"ceiling.together", "{} 年以货运量计的 {} 个目标（各条款按主口径计，清洁运输比例不计）中 {} 个可单独达到，同时最多达到 {} 个。",
            "{}: of {} targets of tonnes (clauses in their main reading, clean shares apart) {} can be met alone, at most {} at the same "
            "time."},
      Entry{"ceiling.tracks", "{} 装卸线", "tracks of {}"},
      Entry{"ceiling.wagons", "{} 配车", "wagons of {}"},
      Entry{"ceiling.unloading", "{} 卸车线", "unloading tracks of {}"},
      Entry{"ceiling.exchange", "{} 通过能力", "trains through {}"},
      Entry{"ceiling.trucks", "仅为铁路、皮带和管道所能承担的部分；其余可由清洁车辆承运，不受运输链限制。",
            "What rail, belts and pipes can carry alone; clean trucks can carry the rest, which no chain limits."},
      Entry{"ceiling.unproven", "（未证明：至多 {}，相差 {}）", " (not proven: {} at most, a gap of {})"},
      Entry{"ceiling.worth", "{} {}（{} 个月）", "{} {} ({} months)"},
      Entry{"section.ceilings", "目标的可达上限", "What targets can reach at most"},
  };
  return kEntries;
}

}  // namespace railshift::analysis
