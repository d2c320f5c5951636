#include "sim/rules/goods/stated_sides.hpp"

namespace railshift::rules {

StatedSides::StatedSides(const GoodsWorld& world) {
  for (const Process& process : world.processes) {
    with_process_.insert(process.site.index);
    for (const ProcessIo& io : process.io) {
      if (io.role == IoRole::in) needs_.insert({process.site.index, io.commodity});
    }
  }
}

bool StatedSides::has(const BalanceLine& line) const {
  return line.output ? with_process_.count(line.site.index) > 0 : needs_.count({line.site.index, line.commodity}) > 0;
}

}  // namespace railshift::rules
