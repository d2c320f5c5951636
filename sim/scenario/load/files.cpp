#include "sim/scenario/load/files.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>
#include <system_error>

#include "sim/core/files/joint_replacement.hpp"
#include "sim/core/text.hpp"
#include "sim/scenario/load/no_scenario.hpp"
#include "sim/scenario/tables/all_tables.hpp"
#include "sim/scenario/toml/toml_reader.hpp"

namespace railshift::scenario {
namespace {

namespace fs = std::filesystem;

/// The bytes of a file, or why there are none; neither if nothing stands there.
struct Bytes {
  std::optional<std::string> text;
  Words why;
};

/// Of a system call that failed.
Words reason_of(int code) {
  const std::string en = std::generic_category().message(code);
  if (code == EACCES || code == EPERM) return {"没有权限", en};
  if (code == EIO) return {"磁盘读取出错", en};
  if (code == EMFILE || code == ENFILE) return {"打开的文件太多", en};
  return both("系统错误 {0}", "{1}", code, en);
}

Bytes bytes_of(const fs::path& path) {
  std::error_code error;
  const auto place = fs::symlink_status(path, error).type();
  if (place == fs::file_type::not_found) return {};
  const auto type = fs::status(path, error).type();
  if (type == fs::file_type::not_found) return {std::nullopt, {"它是一个链接，但所指的文件不存在", "it is a link that leads nowhere"}};
  if (type == fs::file_type::directory) return {std::nullopt, {"它是文件夹", "it is a folder"}};
  if (type != fs::file_type::regular) return {std::nullopt, {"它不是普通文件", "it is no ordinary file"}};
  std::ifstream in(path, std::ios::binary);
  if (!in) return {std::nullopt, both("打不开：{}", "it cannot be opened: {}", reason_of(errno))};
  try {
    return {std::string(std::istreambuf_iterator<char>(in), {}), {}};
  } catch (const std::ios_base::failure&) {
    return {std::nullopt, both("读不出：{}", "it cannot be read: {}", reason_of(errno))};
  }
}

/// Spreadsheet programs save "Unicode text" so, with a byte order mark or without (then every second byte of a header is 0).
bool begins_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF") || bytes.substr(0, 2).find('\0') != std::string_view::npos;
}

/// The folder of the parameters as scenario.toml names it; mistakes of the file are reported by `load`.
std::string parameters_folder(const std::string& scenario_toml) {
  std::string standard = "../parameters";
  if (first_bad_utf8(scenario_toml)) return standard;
  Problems ignored;
  const TomlNode root = read_toml(without_bom(scenario_toml), "", ignored);
  const TomlNode* section = root.find("scenario");
  const TomlNode* folder = section == nullptr ? nullptr : section->find("parameters");
  return folder == nullptr || folder->kind != TomlNode::Kind::text ? standard : folder->text;
}

std::string parameters_of(const Files& files) {
  const auto toml = files.content.find("scenario.toml");
  return parameters_folder(toml == files.content.end() ? "" : toml->second);
}

void read_into(Files& files, const fs::path& folder, const std::string& key) {
  Bytes bytes = bytes_of(folder / key);
  if (bytes.text) files.content[key] = std::move(*bytes.text);
  if (!bytes.why.empty()) files.unreadable[key] = bytes.why;
}

std::string lower_case(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

/// The table that a file was meant to be: its name in other letters or with a slip, or in Chinese.
const TableSpec* meant_by(const std::string& name, const std::vector<TableSpec>& absent) {
  std::vector<std::string> names;
  for (const TableSpec& spec : absent) {
    names.push_back(spec.name + ".csv");
    if (fs::path(name).stem() == spec.zh) return &spec;
  }
  const auto near = nearest(lower_case(name), names);
  const auto at = std::find(names.begin(), names.end(), near.value_or(""));
  return at == names.end() ? nullptr : &absent[static_cast<std::size_t>(at - names.begin())];
}

/// Files of one folder that no table has the name of, while one with nearly this name is not there.
void report_misnamed(const Files& files, const fs::path& folder, Folder kind, const std::string& parameters, Problems& problems) {
  std::vector<TableSpec> absent;
  std::vector<std::string> known;
  for (const TableSpec& spec : all_tables()) {
    if (spec.folder != kind) continue;
    const std::string key = spec.path(parameters);
    known.push_back(spec.name + ".csv");
    if (files.content.count(key) == 0 && files.unreadable.count(key) == 0) absent.push_back(spec);
  }
  if (absent.empty()) return;
  std::vector<std::string> names;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(folder / fs::path(absent.front().path(parameters)).parent_path(), ignored))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    const TableSpec* meant = meant_by(name, absent);
    if (meant == nullptr) continue;
    const fs::path place = fs::path(meant->path(parameters)).parent_path() / name;
    problems.add({{display_name(files, place.generic_string()), 0, 0},
                  both("没有名为“{}”的表", "no table has the name \"{}\"", name),
                  {"表只按规定的文件名读取，用小写字母", "a table is read under its own name only, in lower-case letters"},
                  both("是否指“{}.csv”（{}）？请改名，或移出该文件夹", "did you mean \"{0}.csv\"? Rename it, or move it out of the folder",
                       meant->name, meant->zh),
                  Mistake::file});
  }
}

/// A variant belongs to one folder; it is told so that it cannot be laid over another by mistake.
void check_extends(const Files& files, const std::string& key, const fs::path& folder, const fs::path& variant, Problems& problems) {
  if (first_bad_utf8(files.content.at(key)) || first_control_character(files.content.at(key))) return;
  Problems ignored;
  const TomlNode root = read_toml(without_bom(files.content.at(key)), "", ignored);
  const TomlNode* extends = root.find("extends");
  if (extends == nullptr || extends->kind != TomlNode::Kind::text) return;
  std::error_code error;
  if (fs::equivalent(variant.parent_path() / extends->text, folder, error) && !error) return;
  problems.add({{display_name(files, key), extends->place.line, extends->place.column},
                both("extends 写的是“{}”", "extends is \"{}\"", extends->text),
                both("该变体用于 {}", "the variant is used with {}", files.display_root),
                {"写情景文件夹，路径从变体文件所在处算起", "name the scenario folder, relative to the variant file"}});
}

}  // namespace

std::string display_name(const Files& files, const std::string& key) {
  return (fs::path(files.display_root) / key).lexically_normal().generic_string();
}

Files read_files(const fs::path& folder, const std::optional<fs::path>& variant, Problems& problems) {
  Files files;
  files.display_root = folder.generic_string();
  files.no_scenario = no_scenario(folder);
  if (files.no_scenario) return files;
  finish_change(folder);
  read_into(files, folder, "scenario.toml");
  const std::string parameters = parameters_of(files);
  finish_change(folder / parameters);
  for (const TableSpec& spec : all_tables()) read_into(files, folder, spec.path(parameters));
  for (const Folder kind : {Folder::parameters, Folder::tables, Folder::network})
    report_misnamed(files, folder, kind, parameters, problems);
  if (!variant) return files;
  const std::string key = variant->lexically_proximate(folder).generic_string();
  if (auto bytes = bytes_of(*variant); bytes.text) {
    files.content[key] = std::move(*bytes.text);
    check_extends(files, key, folder, *variant, problems);
  }
  return files;
}

std::vector<fs::path> input_paths(const fs::path& folder, const std::optional<fs::path>& variant) {
  Files files;
  read_into(files, folder, "scenario.toml");
  std::vector<fs::path> paths = {folder / "scenario.toml"};
  for (const TableSpec& spec : all_tables()) paths.push_back(folder / spec.path(parameters_of(files)));
  if (variant) paths.push_back(*variant);
  return paths;
}

std::optional<std::string> text_of(const Files& files, const std::string& key, const std::string& encoding, Problems& problems) {
  const std::string name = display_name(files, key);
  const auto at = files.content.find(key);
  if (const auto other = files.unreadable.find(key); other != files.unreadable.end()) {
    problems.add({{name, 0, 0},
                  other->second,
                  {"各表和 scenario.toml 都是读得出的文件", "a table and scenario.toml are files that can be read"},
                  {"把文件放到此处，或移走它", "put the file there, or remove it"}});
    return std::nullopt;
  }
  if (at == files.content.end()) {
    problems.add({{name, 0, 0},
                  {"缺少该文件", "the file is missing"},
                  {"情景要有格式说明中的全部文件", "a scenario has all files of the schema"},
                  {"补上该文件；没有行的表只写表头", "add the file; a table without rows has its header only"},
                  Mistake::file});
    return std::nullopt;
  }
  if (begins_like_utf16(at->second)) {
    problems.add({{name, 1, 1},
                  {"文件开头像是 UTF-16 编码", "the file begins like UTF-16"},
                  {"文本文件用 UTF-8 编码；表也可用 GB18030 或 GBK，但要在 scenario.toml 中写明",
                   "text files are UTF-8, tables also GB18030 or GBK if scenario.toml says so"},
                  {"把文件另存为 UTF-8（在表格软件中选 CSV UTF-8）", "save the file as UTF-8 (in a spreadsheet program: CSV UTF-8)"},
                  Mistake::file});
    return std::nullopt;
  }
  const std::string_view bytes = without_bom(at->second);
  const bool as_utf8 = encoding == "utf-8" || has_bom(at->second);
  DecodedText decoded = as_utf8 ? DecodedText{std::string(bytes), first_bad_utf8(bytes)} : decode_text(bytes, encoding);
  if (decoded.bad_byte) {
    const std::string_view before = as_utf8 ? bytes.substr(0, *decoded.bad_byte) : std::string_view(decoded.text);
    const TextPosition where = position_at(before, before.size());
    problems.add({{name, where.line, where.column},
                  both("字节 0x{:02X}", "byte 0x{:02X}", static_cast<unsigned char>(bytes[*decoded.bad_byte])),
                  both("文件不是 {} 编码", "the bytes are not {}", as_utf8 ? "UTF-8" : encoding),
                  key == "scenario.toml" ? Words{"把文件另存为 UTF-8", "save the file as UTF-8"}
                                         : Words{"把文件另存为 UTF-8，或在 scenario.toml 中写 encoding = \"GB18030\"",
                                                 "save the file as UTF-8, or declare encoding = \"GB18030\" in scenario.toml"},
                  Mistake::file});
    return std::nullopt;
  }
  if (const auto control = first_control_character(decoded.text)) {
    const TextPosition where = position_at(decoded.text, *control);
    problems.add({{name, where.line, where.column},
                  both("控制字符 0x{:02X}", "control character 0x{:02X}", static_cast<unsigned>(decoded.text[*control])),
                  {"文字中不能有控制字符", "text has no control characters"},
                  {"删去它", "remove it"},
                  Mistake::file});
    return std::nullopt;
  }
  return std::move(decoded.text);
}

}  // namespace railshift::scenario
