#include "app/tools/optional_tools.hpp"

#include "app/tools/said_by.hpp"

namespace railshift::app {
namespace {

/// Office programs take seconds to start on a machine with other work.
constexpr std::chrono::milliseconds kPatience{20'000};

}  // namespace

const std::vector<OptionalTool>& optional_tools() {
  static const std::vector<OptionalTool> tools{
      {"LibreOffice",
       {"soffice", "libreoffice"},
       {"--version"},
       {"打开报告的 docx 和 xlsx；由 docx 转为 PDF", "opens the docx and xlsx of reports; makes PDF of the docx"}},
      {"Chromium",
       {"chromium", "chromium-browser", "google-chrome"},
       {"--version"},
       {"打开 report.html；打印为 PDF；网页的浏览器测试", "opens report.html; prints it as PDF; tests of the page in a browser"}},
      {"Chinese fonts", {"fc-list"}, {":lang=zh", "family"}, {"PDF 和浏览器中的中文字体", "Chinese characters in PDF and browser"}},
      {"QGIS",
       {"qgis"},
       {"--version"},
       {"打开 run.gpkg 和 map.gpkg 的图层，样式已在其中", "opens the layers of run.gpkg and map.gpkg with their styles"}},
      {"GDAL",
       {"ogrinfo"},
       {"--version"},
       {"列出、转换 run.gpkg 和 map.gpkg 的图层（ogr2ogr 转为 Shapefile 等）",
        "lists and converts the layers of run.gpkg and map.gpkg (ogr2ogr)"}},
      {"SQLite", {"sqlite3"}, {"--version"}, {"用 SQL 查询 run.gpkg；全部测试需要", "SQL on run.gpkg; needed by the tests"}},
      {"DuckDB", {"duckdb"}, {"--version"}, {"用 SQL 查询研究结果的 parquet/ 和 CSV", "SQL on parquet/ and CSV of studies"}},
      {"Python",
       {"python3"},
       {"--version"},
       {"读结果的 CSV（datapackage.json 说明各列）", "reads CSV of results (datapackage.json says what columns are)"}},
      {"R", {"Rscript"}, {"--version"}, {"同上", "the same"}},
      {"Slurm", {"sbatch"}, {"--version"}, {"在集群上运行 jobs slurm 写出的脚本", "runs the scripts of jobs slurm on a cluster"}},
      {"PBS", {"qsub"}, {"--version"}, {"在集群上运行 jobs pbs 写出的脚本", "runs the scripts of jobs pbs on a cluster"}},
      {"GNU parallel", {"parallel"}, {"--version"}, {"运行 jobs parallel 写出的脚本", "runs the scripts of jobs parallel"}},
      {"Node",
       {"node"},
       {"--version"},
       {"重新构建报告网页的前端；使用时不需要", "builds the front end of the report page anew; not needed to use it"}},
      {"typst",
       {"typst"},
       {"--version"},
       {"本版本不用：PDF 由 LibreOffice 或 Chromium 生成", "not used by this version: PDF comes from LibreOffice or Chromium"}}};
  return tools;
}

FoundTool look_for(const OptionalTool& tool) {
  for (const std::string& name : tool.programs) {
    const auto program = program_in_path(name);
    if (!program) continue;
    std::vector<std::string> command{*program};
    command.insert(command.end(), tool.asked.begin(), tool.asked.end());
    return {*program, first_line_of(command, kPatience)};
  }
  return {};
}

}  // namespace railshift::app
