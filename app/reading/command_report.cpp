#include <algorithm>

#include <fmt/format.h>

#include "app/commands.hpp"
#include "app/options.hpp"
#include "study/reports/written_report.hpp"

namespace railshift::app {
namespace po = boost::program_options;
namespace {

using analysis::document::kTemplateNames;

po::options_description report_options() {
  po::options_description options;
  options.add_options()(
      "template", po::value<std::string>()->default_value("full")->value_name("brief|full|annex"),
      say({"brief 一页简报，full 正文，annex 附件", "brief: one page; full: the report; annex: what stands behind it"}).c_str())(
      "to", po::value<std::string>()->default_value("html")->value_name("FORMATS"),
      say({"html、docx、xlsx、pdf、csv，以逗号相隔", "html, docx, xlsx, pdf, csv, divided by commas"}).c_str())(
      "out", po::value<std::string>()->value_name("DIR"),
      say({"写到这个目录，默认结果所在的目录", "folder for the files, default the one in which the result lies"}).c_str())(
      "force", say({"替换已有的文件", "replace files that exist"}).c_str());
  return options;
}

analysis::document::Template template_of(const po::variables_map& values) {
  const std::string name = one_of(values, "template", {kTemplateNames.begin(), kTemplateNames.end()});
  return static_cast<analysis::document::Template>(std::find(kTemplateNames.begin(), kTemplateNames.end(), name) - kTemplateNames.begin());
}

/// Each once, in the order in which they are named.
std::vector<study::ReportFormat> formats_of(const std::string& list) {
  std::vector<study::ReportFormat> formats;
  for (std::size_t at = 0; at <= list.size();) {
    const std::size_t end = std::min(list.find(',', at), list.size());
    const std::string name = list.substr(at, end - at);
    at = end + 1;
    const auto found = std::find_if(study::kReportFormats.begin(), study::kReportFormats.end(), [&](auto f) { return to_text(f) == name; });
    if (found == study::kReportFormats.end())
      throw UsageError{fmt::format(fmt::runtime(say({"--to {}：只接受 html、docx、xlsx、pdf、csv，以逗号相隔",
                                                     "--to {}: html, docx, xlsx, pdf, csv, divided by commas"})),
                                   list)};
    if (std::find(formats.begin(), formats.end(), *found) == formats.end()) formats.push_back(*found);
  }
  return formats;
}

ExitCode report(const po::variables_map& values) {
  study::ReportRequest request;
  request.result = values["arguments"].as<std::vector<std::string>>()[0];
  request.which = template_of(values);
  request.language = language();
  request.formats = formats_of(values["to"].as<std::string>());
  if (values.count("out") != 0) request.out = values["out"].as<std::string>();
  if (values.count("force") != 0) request.replace = study::Replace::yes;
  for (const auto& file : study::write_report(request)) fmt::print(fmt::runtime(say({"写入 {}\n", "written: {}\n"})), file.string());
  return ExitCode::done;
}

}  // namespace

Command report_command() {
  Command command;
  command.name = "report";
  command.usage = "report DIR [options]";
  command.summary = {"由一个结果写出报告：一页简报、正文或附件，网页、Word、Excel、PDF 或 CSV",
                     "the report of a result: brief, full or annex, as page, Word, Excel, PDF or CSV"};
  command.run = [command](const std::vector<std::string>& words) {
    const auto values = CommandLine(command, report_options(), {"DIR"}).parse(words);
    return values ? report(*values) : ExitCode::done;
  };
  return command;
}

}  // namespace railshift::app
