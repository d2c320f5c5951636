#include "study/trace/act.hpp"

#include <array>

namespace railshift::study::trace {
namespace {

struct ActWords {
  std::string_view name;
  const char* zh;
  const char* en;
};

/// In the order of the enumeration.
constexpr std::array<ActWords, kActs> kWords{{
    {"moves", "直接进入计算，提高 10% 即改变该数", "stands in what is summed: 10 % more changes the figure"},
    {"enters", "进入计算，经过选择、整车整列和要求后才见效", "stands in what is summed, behind choices, whole loads and orders"},
    {"whole_loads", "10% 的变化小于一列车或一车，可能看不出", "10 % of it is less than a train or truck load and may not show"},
    {"alike", "分子分母同比例变化，比例不变", "numerator and denominator grow alike: the share stays"},
    {"full", "能力已用满：再多的货或意愿也上不了铁路", "a limit is full: more goods or wishes do not go by rail"},
    {"room", "能力没有用满，用满才起作用", "a limit with room: it acts only where it is reached"},
    {"choice", "改变货主或司机的选择；基准年份额已拟合，且以整车整列体现",
     "through choices; base shares are fitted and goods go in whole loads"},
    {"crossing", "门槛：跨过才起作用", "a threshold: only crossing it changes anything"},
    {"draws", "经逐车抽取和取整起作用", "through draws and rounding of single trucks"},
    {"book", "经里程账起作用：在册车的总里程由里程表定，货流多则其他作业少",
     "through the book of kilometres: registered trucks drive what the mileage table says, more for flows is less other work"},
    {"waits", "经等待、延误和共用车辆起作用", "through waits, delays and shared trucks"},
    {"earlier", "统计期之前的值：经基准年、常数和存量起作用", "a value before the period: through the base year, constants and stocks"},
    {"verdict", "目标的要求值：改变结论，不改变该数", "the threshold of the target: moves the verdict, not the figure"},
}};

}  // namespace

std::string_view to_text(Act act) { return kWords[static_cast<std::size_t>(act)].name; }

Words sentence(Act act) {
  const ActWords& words = kWords[static_cast<std::size_t>(act)];
  return {words.zh, words.en};
}

}  // namespace railshift::study::trace
