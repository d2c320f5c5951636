#include "sim/scenario/measures/origin.hpp"

namespace railshift::scenario {

void check_origin(const TomlNode& entry, const Provenance& origin, Decoder& decoder) {
  if (origin.standing == Standing::published && origin.source.empty())
    decoder.problem(entry.place, {"缺少 source（来源）", "source is missing"}, {"公布的数要有来源", "a published number has a source"},
                    {"补上 source = \"...\"", "add source = \"...\""});
  if (origin.standing != Standing::published && origin.reason.empty())
    decoder.problem(entry.place, {"缺少 reason（理由）", "reason is missing"},
                    {"推算的数要有算式，假设的数要有理由", "a derived number has its formula, an assumed one its reason"},
                    {"补上 reason = \"...\"", "add reason = \"...\""});
}

}  // namespace railshift::scenario
