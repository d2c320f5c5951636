#include "sim/scenario/records/reading/record_text.hpp"

#include "sim/core/text.hpp"

namespace railshift::scenario {
namespace {

/// An encoding and the bytes behind the mark that names it.
struct Encoded {
  std::string encoding;
  std::string_view bytes;
};

Encoded recognised(std::string_view bytes, const std::optional<std::string>& declared) {
  if (bytes.starts_with("\xFF\xFE")) return {"UTF-16LE", bytes.substr(2)};
  if (bytes.starts_with("\xFE\xFF")) return {"UTF-16BE", bytes.substr(2)};
  if (has_bom(bytes)) return {"UTF-8", without_bom(bytes)};
  if (declared) return {*declared, bytes};
  const auto bad_utf8 = first_bad_utf8(bytes);
  if (!bad_utf8) return {"UTF-8", bytes};
  // of two encodings that both fail, the one that came further is the one that was meant
  const auto bad_gb = decode_text(bytes, "GB18030").bad_byte;
  return {bad_gb && *bad_gb < *bad_utf8 ? "UTF-8" : "GB18030", bytes};
}

/// UTF-8 is only looked through: a converter would take several times the room of a long log.
DecodedText decoded_text(const Encoded& encoded) {
  if (encoded.encoding != "UTF-8" && encoded.encoding != "utf-8") return decode_text(encoded.bytes, encoded.encoding);
  const auto bad = first_bad_utf8(encoded.bytes);
  return {std::string(encoded.bytes.substr(0, bad.value_or(encoded.bytes.size()))), bad};
}

}  // namespace

std::optional<std::string> record_text(const std::string& file, std::string_view bytes, const std::optional<std::string>& encoding,
                                       Problems& problems) {
  const auto refuse = [&](TextPosition where, const Words& found, const Words& rule, const Words& accept) {
    problems.add({{file, where.line, where.column}, found, rule, accept});
    return std::nullopt;
  };
  const Encoded encoded = recognised(bytes, encoding);
  if (encoded.bytes.find_first_not_of("\r\n \t,") == std::string_view::npos)
    return refuse({}, {"文件为空", "the file is empty"}, {"记录要有表头和数据行", "a record has a header row and rows"},
                  {"重新导出", "export it again"});
  if (!encoded.encoding.starts_with("UTF-16") && encoded.bytes.find('\0') != std::string_view::npos) {
    return refuse({}, {"有值为零的字节", "zero bytes"},
                  {"文本中没有零字节；UTF-16 文件以字节顺序标记开头", "text has none; UTF-16 begins with a byte order mark"},
                  {"另存为 CSV UTF-8，或带字节顺序标记的 UTF-16", "save the file as CSV UTF-8, or as UTF-16 with its byte order mark"});
  }
  DecodedText decoded = decoded_text(encoded);
  if (decoded.bad_byte) {
    const auto byte = *decoded.bad_byte < encoded.bytes.size() ? static_cast<unsigned char>(encoded.bytes[*decoded.bad_byte]) : 0U;
    return refuse(
        position_at(decoded.text, decoded.text.size()), both("字节 0x{:02X}", "byte 0x{:02X}", byte),
        both("文件内容不是 {} 编码", "the bytes are not {}", encoded.encoding),
        {"另存为 CSV UTF-8，或在列名对照表中写明 encoding（编码）", "save the file as CSV UTF-8, or name its encoding in the column map"});
  }
  if (const auto control = first_control_character(decoded.text)) {
    return refuse(position_at(decoded.text, *control),
                  both("控制字符 0x{:02X}", "control character 0x{:02X}", static_cast<unsigned>(decoded.text[*control])),
                  {"文本中不能有控制字符", "text has no control characters"},
                  {"另存为 CSV UTF-8，或删去该字符", "save the file as CSV UTF-8, or remove the character"});
  }
  return std::move(decoded.text);
}

}  // namespace railshift::scenario
