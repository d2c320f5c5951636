#include "sim/scenario/toml/toml_refusals.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace railshift::scenario {
namespace {

struct Refusal {
  std::string_view part;  ///< of the parser's description
  const char* zh;
};

/// The first one whose part stands in the description; what was being read stands in it too ("while parsing string").
constexpr std::array<Refusal, 34> kRefusals{{
    {"string: unescaped control character", "引号没有关闭"},  // the line ends inside the string
    {"literal string: control character", "引号没有关闭"},
    {"vertical tabs", "有不能用的换行符"},
    {"control character", "有控制字符"},
    {"surrogates", "有无效的字符"},
    {"escape", "引号内反斜杠的写法不对：反斜杠写成 \\\\，或改用单引号"},
    {"backslashes", "行尾的反斜杠后面不能再有内容"},
    {"unicode scalar sequence", "引号内 \\u 的写法不对"},
    {"U+10FFFF", "引号内 \\u 的写法不对"},
    {"parsing string: encountered end-of-file", "引号没有关闭"},
    {"literal string: encountered end-of-file", "引号没有关闭"},
    {"parsing inline table: encountered end-of-file", "花括号没有关闭"},
    {"parsing array: encountered end-of-file", "方括号没有关闭"},
    {"table header: encountered end-of-file", "节名要以 ] 结束"},
    {"encountered end-of-file", "没有写完就到了行尾或文件末尾"},
    {"cannot redefine existing", "同一个键或节写了两次"},
    {"cannot insert", "节与已有的键冲突"},
    {"tables with blank bare keys", "节名为空"},
    {"expected ']'", "节名要以 ] 结束"},
    {"expected '='", "键后面要有等号"},
    {"could not determine value type", "看不出是哪种值：文字要加引号"},
    {"expected value or closing", "列表中多了逗号"},
    {"expected value, saw", "等号后面没有值"},
    {"expected value-terminator", "值后面还有别的内容"},
    {"a comment or whitespace", "值或节名后面还有别的内容"},
    {"closing ']'", "列表各项之间要有逗号，最后要有 ]"},
    {"closing '}'", "花括号内各项之间要有逗号，最后要有 }"},
    {"multi-line strings", "键不能跨行"},
    {"bare key", "此处要写键"},
    {"expected keys, tables", "此处要写键或节"},
    {"leading zeroes", "数的前面不能有多余的 0"},
    {"underscores", "数中的下划线要夹在数字之间"},
    {"parsing boolean", "是、否写成 true 或 false"},
    {"64 bits", "数太大"},
}};
constexpr std::array<Refusal, 7> kOfWhat{{
    {"parsing date", "日期不存在或写法不对"},
    {"parsing time", "时刻写法不对"},
    {"integer", "数或日期的写法不对"},
    {"floating-point", "数的写法不对"},
    {"array", "列表的写法不对"},
    {"table header", "节名的写法不对"},
    {"value", "值的写法不对：文字要加引号"},
}};

template <std::size_t N>
const char* zh_of(const std::array<Refusal, N>& all, std::string_view description, const char* otherwise) {
  const auto at =
      std::find_if(all.begin(), all.end(), [&](const Refusal& r) { return description.find(r.part) != std::string_view::npos; });
  return at == all.end() ? otherwise : at->zh;
}

}  // namespace

Words refusal_words(std::string_view description) {
  return {zh_of(kRefusals, description, zh_of(kOfWhat, description, "该行的写法不对")), std::string(description)};
}

}  // namespace railshift::scenario
