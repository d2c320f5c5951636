#pragma once
/// Thirty names of sites and firms that mean something to a program that reads them as more than text.
#include <array>
#include <string>

namespace railshift::analysis::writers {

inline const std::array<std::string, 30>& hostile_names() {
  using namespace std::string_literals;
  static const std::array<std::string, 30> names{"<script>alert(1)</script>",
                                                 "</script><script>alert(2)</script>",
                                                 "<img src=x onerror=alert(3)>",
                                                 "\"onmouseover=\"alert(4)",
                                                 "'onfocus='alert(5)",
                                                 "<svg/onload=alert(6)>",
                                                 "</title><script>alert(7)</script>",
                                                 "<!--",
                                                 "-->",
                                                 "]]>",
                                                 "<![CDATA[x]]>",
                                                 "&lt;b&gt;",
                                                 "&amp;#60;",
                                                 "javascript:alert(8)",
                                                 "</style><style>*{display:none}</style>",
                                                 "</svg></figure></main>",
                                                 "=1+1",
                                                 "+SUM(A1)",
                                                 "-2+3",
                                                 "@SUM(1)",
                                                 "=HYPERLINK(\"http://example.invalid\")",
                                                 "\tTab",
                                                 "两行\n名字",
                                                 "NUL\0里"s,
                                                 "\x1b[31m红",
                                                 "右\u202E左",
                                                 "\u2066隔离\u200F",
                                                 "\xff\xfe坏字节",
                                                 "工厂🏭👨‍👩‍👧",
                                                 std::string(400, 'W')};
  return names;
}

}  // namespace railshift::analysis::writers
