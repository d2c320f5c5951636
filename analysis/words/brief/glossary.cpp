#include "analysis/words/brief/glossary.hpp"

#include <array>

namespace railshift::analysis {

std::span<const Term> glossary_terms() {
  static constexpr std::array kTerms{
      Term{"基准", "baseline", "没有本方案时会怎样：已有的法规、已建成的设施和历史照旧",
           "what would be without the plan: law, facilities and history as they are"},
      Term{"方案", "plan", "本方案的措施按写明的日期、力度和执行率执行",
           "the measures of the plan on their days, with their stated obedience"},
      Term{"执行到位", "if executed", "所有单位和车主都执行，项目都在写明的日期投用",
           "everybody obeys and every project opens on its stated day"},
      Term{"口径", "reading", "同一条款的目标按哪些企业、哪些货物、哪种方式来计算",
           "which firms, goods and modes a target of one clause counts"},
      Term{"主口径", "main reading", "最接近方案原文字面的口径", "the reading nearest to the words of the plan"},
      Term{"名单企业", "listed firms", "年货运量达到门槛的工矿企业，名单由各企业的货量得出",
           "industrial firms whose yearly tonnes reach the threshold, by their balances"},
      Term{"门口口径", "gate basis", "按货物进出企业大门时的运输方式计", "by the mode at the gate of the firm"},
      Term{"主运距口径", "main-haul basis", "全程只要有铁路段就计为铁路", "rail if any leg of the way is by rail"},
      Term{"运输链", "chain", "一批货物从起点到终点依次经过的运输段（公路、铁路、皮带、管道）",
           "the legs by road, rail, belt or pipe that goods take one after another"},
      Term{"专用线", "siding", "通到企业或货场、供装卸列车的铁路线", "a track that leads to a firm or a yard where trains are loaded"},
      Term{"清洁运输", "clean transport", "大宗货物以铁路、皮带、管道为主，其余由新能源或国六货车运输；按行业规则判定",
           "bulk goods by rail, belt or pipe, the rest by new-energy or National VI trucks, by the rule of the sector"},
      Term{"运行图", "path", "铁路区段每日每方向可以开行的列车数", "trains a day and direction for which a section has room"},
      Term{"锁定基数", "frozen base", "某日在册的一批车，淘汰比例以它为分母",
           "the trucks registered on a day, by which a retired share is counted"},
      Term{"新能源", "new-energy", "纯电动、氢燃料和甲醇货车", "electric, hydrogen and methanol trucks"},
      Term{"过境", "through truck", "起讫点都不在本市的货车", "trucks that neither begin nor end in the city"},
      Term{"上限", "bound", "不看费用和意愿，只看有没有运输链和能力，最多能达到多少",
           "the most that chains and capacities allow, whatever it costs"},
      Term{"执行率", "obedience", "实际执行要求的企业、车主或车次的比例", "the share of firms, owners or trips that do as they are told"},
      Term{"单项贡献", "one-in", "只加这一条时，基准变化多少", "what the baseline gains by this clause alone"},
      Term{"共同作用", "together", "几条一起才有、或几条重复的那一部分", "what clauses bring only together, or bring twice"},
      Term{"序时进度", "by quarter", "到每个季末应完成的数和实际的数", "what should be reached by the end of each quarter, and what is"},
      Term{"推算", "derived", "由公布的数按公式得出", "computed from published numbers"},
      Term{"假设", "assumed", "没有公布来源，给出理由和范围", "without a published source: with a reason and a range"},
      Term{"未运", "not carried", "被拒绝或到年底仍在等待的货物，不在任何运量和比例之内",
           "goods that were refused or still wait at the end of the year: in no tonnes and no share"},
      Term{"空驶", "empty", "没有载货的行驶里程", "kilometres without a load"},
      Term{"机会", "chance", "不确定的输入在其范围内变动时，目标达到的可能性", "how likely a target is met where uncertain inputs vary"},
      Term{"未经实测校核", "not checked against counts", "没有可比的实测值，结果只能作相对比较",
           "no count stands beside the results: differences say more than levels"},
  };
  return kTerms;
}

}  // namespace railshift::analysis
